#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/environments.h"
#include "support/fields.h"

namespace acp {
namespace {

using nlohmann::json;

/// The parameters of all owners, by key.
std::map<std::string, json> parameters_of(const json& whole) {
  std::map<std::string, json> parameters;
  const auto add = [&](const json& owner) {
    for (const auto& each : owner.at("parameters")) {
      EXPECT_TRUE(parameters.emplace(each.at("key"), each).second) << each.at("key");
    }
  };
  add(whole.at("run"));
  for (const auto& each : whole.at("environments")) add(each);
  for (const auto& each : whole.at("algorithms")) add(each);
  return parameters;
}

TEST(Catalog, HasEveryParameterWithItsTypeAndRange) {
  auto parameters = parameters_of(json::parse(catalog()));
  const char* types[] = {"number", "integer", "choice", "boolean", "text"};
  for (const auto& field : all_fields()) {
    ASSERT_EQ(parameters.count(field.key), 1u) << field.key;
    const json parameter = parameters.at(field.key);
    parameters.erase(field.key);
    EXPECT_EQ(parameter["type"], types[static_cast<int>(field.type)]);
    EXPECT_EQ(parameter["live"], field.live);
    for (const char* text : {"title", "group", "help"}) EXPECT_NE(parameter.at(text), "");
    for (const char* text : {"symbol", "unit", "when"}) EXPECT_TRUE(parameter.at(text).is_string());
    if (field.type == Field::Type::choice) {
      std::vector<std::string> ids;
      for (const auto& option : parameter["options"]) ids.push_back(option.at("id"));
      EXPECT_EQ(ids, field.options);
    } else if (field.type == Field::Type::text) {
      EXPECT_EQ(parameter["max_length"], field.range.max);
      EXPECT_LE(parameter["default"].get<std::string>().size(), field.range.max);
    } else if (field.type != Field::Type::boolean) {
      EXPECT_EQ(parameter["min"], field.range.min);
      EXPECT_EQ(parameter["max"], field.range.max);
      EXPECT_GE(parameter["default"], parameter["min"]) << field.key;
      EXPECT_LE(parameter["default"], parameter["max"]) << field.key;
    }
    const bool log = parameter.value("scale", "linear") == "log";
    EXPECT_TRUE(!log || field.range.min > 0) << field.key;
  }
  EXPECT_TRUE(parameters.empty());
}

TEST(Catalog, ConditionsNameAParameterAndOneOfItsValues) {
  const auto parameters = parameters_of(json::parse(catalog()));
  for (const auto& [key, parameter] : parameters) {
    const std::string when = parameter["when"];
    if (when.empty()) continue;
    const auto equals = when.find('=');
    const auto other = parameters.find(when.substr(0, equals));
    ASSERT_NE(other, parameters.end()) << when;
    const auto fields = all_fields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [name = key](const Field& each) { return each.key == name; });
    ASSERT_NE(field, fields.end()) << key;
    EXPECT_NO_THROW(RunConfig::parse(field->selects + "&" + when)) << when;
  }
}

TEST(Catalog, DefaultsAreThoseOfAnEmptyConfiguration) {
  const auto parameters = parameters_of(json::parse(catalog()));
  for (const auto& field : all_fields()) {
    if (field.key == "environment" || field.key == "algorithm") continue;
    const json& value = parameters.at(field.key)["default"];
    const auto text = value.is_string() ? value.get<std::string>() : value.dump();
    EXPECT_EQ(RunConfig::parse(field.selects + "&" + field.key + "=" + text).print(),
              RunConfig::parse(field.selects).print());
  }
}

TEST(Catalog, DescribesEveryEntryOfTheRegistries) {
  const json whole = json::parse(catalog());
  EXPECT_EQ(whole["version"], 1);
  ASSERT_EQ(whole["presets"].size(), presets().size());
  for (const auto& preset : whole["presets"]) {
    EXPECT_NO_THROW(RunConfig::parse(preset.at("config").get<std::string>()));
    EXPECT_NE(preset.at("title"), "");
    EXPECT_NE(preset.at("teaches"), "");
  }
  ASSERT_EQ(whole["environments"].size(), environments().size());
  for (std::size_t i = 0; i < own_environments.size(); ++i) {
    const json& environment = whole["environments"][i];
    const json& action = environment.at("action");
    const bool discrete = action.at("kind") == "discrete";
    EXPECT_TRUE(discrete || action.at("kind") == "continuous");
    EXPECT_EQ(action.at("low").size(), action.at("high").size());
    EXPECT_EQ(action.at("low").size(), discrete ? 0 : action.at("names").size());
    EXPECT_FALSE(environment.at("observation").empty());
    EXPECT_FALSE(environment.at("draw").empty());
    EXPECT_GT(environment.at("time_limit"), 0);
    EXPECT_GT(environment.at("seconds_per_step"), 0);
    for (const char* key : {"optimum", "random", "threshold"}) {
      EXPECT_TRUE(environment.at("reference").at(key).is_number());
    }
  }
  ASSERT_EQ(whole["algorithms"].size(), algorithms().size());
  for (std::size_t i = 0; i < algorithms().size(); ++i) {
    const json& algorithm = whole["algorithms"][i];
    EXPECT_EQ(algorithm.at("id"), algorithms()[i].id);
    EXPECT_EQ(algorithm.at("metrics").size(), algorithms()[i].metrics.size());
    for (const auto& metric : algorithm["metrics"]) {
      for (const char* key : {"name", "title", "formula", "help"}) EXPECT_NE(metric.at(key), "");
      EXPECT_TRUE(metric.at("unit").is_string());
    }
  }
}

}  // namespace
}  // namespace acp
