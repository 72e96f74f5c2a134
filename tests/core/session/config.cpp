#include "core/session/config.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/random.h"
#include "support/environments.h"
#include "support/fields.h"

namespace acp {
namespace {

/// The message of the ConfigError that `text` causes, or "" if it causes none.
std::string error_of(const std::string& text) {
  try {
    RunConfig::parse(text);
    return "";
  } catch (const ConfigError& error) {
    return error.what();
  }
}

std::string exact(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", x);
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

/// Values that a field must refuse, with what its message must say is allowed.
struct Refused {
  std::vector<std::string> outside;  ///< of the right type
  std::vector<std::string> foreign;  ///< not of its type
  std::string allowed;
};

Refused refused(const Field& field) {
  const auto& [min, max, scale] = field.range;
  const std::string interval = "[" + number_text(min) + ", " + number_text(max) + "]";
  std::string options;
  for (const auto& option : field.options) options += (options.empty() ? "" : ", ") + option;
  switch (field.type) {
    case Field::Type::number:
      return {{exact(std::nextafter(min, -INFINITY)), exact(min - 1), "-1e300",
               exact(std::nextafter(max, INFINITY)), exact(max + 1), "1e300"},
              {"", "x", "nan", "inf", "-inf", "1e999", "true", "0x1", "1,5", "1.5.2", "--1"},
              interval};
    case Field::Type::integer:
      return {{exact(min - 1), exact(max + 1), "-1e18", "1e18", "-99999999999", "99999999999"},
              {"", "x", "nan", "inf", "true", exact(min + 0.5), "0x1", "1e-3", "1e999"},
              interval};
    case Field::Type::choice:
      return {{}, {"", "x", "0", field.options[0] + "x"}, options};
    case Field::Type::boolean:
      return {{}, {"", "1", "0", "True", "yes", "on"}, "true or false"};
    case Field::Type::text:
      return {{}, {std::string(static_cast<std::size_t>(max) + 1, '.'), "=", "\x7f"}, " is "};
  }
  return {};
}

class EveryField : public testing::TestWithParam<Field> {
 protected:
  static std::string pair(const std::string& value) {
    const auto& [key, type, range, options, live, selects] = GetParam();
    return (selects.empty() ? "" : selects + "&") + key + "=" + value;
  }
};

TEST_P(EveryField, OutsideItsRangeIsRefusedByKeyValueAndRange) {
  const auto [outside, foreign, allowed] = refused(GetParam());
  for (const auto& value : outside) {
    EXPECT_EQ(error_of(pair(value)), GetParam().key + ": " + value + " is outside " + allowed);
  }
}

TEST_P(EveryField, OfAnotherTypeIsRefusedByKeyValueAndRange) {
  for (const auto& value : refused(GetParam()).foreign) {
    const std::string message = error_of(pair(value));
    EXPECT_EQ(message.rfind(GetParam().key + ": \"" + value.substr(0, 40), 0), 0u) << message;
    EXPECT_TRUE(contains(message, refused(GetParam()).allowed)) << message;
  }
}

TEST_P(EveryField, TwiceIsRefused) {
  const auto& key = GetParam().key;
  const std::string message = error_of(key + "=1&" + key + "=1");
  EXPECT_TRUE(contains(message, key + ": is given twice")) << message;
}

TEST_P(EveryField, MisspeltIsRefusedWithASuggestion) {
  const auto& [key, type, range, options, live, selects] = GetParam();
  const std::string misspelt = key + "x";
  const std::string message = error_of(selects + "&" + misspelt + "=1");
  EXPECT_EQ(message.rfind(misspelt + ": unknown parameter, did you mean " + key + "?", 0), 0u)
      << message;
}

TEST_P(EveryField, MayChangeDuringARunOnlyIfLive) {
  const auto& [key, type, range, options, live, selects] = GetParam();
  const RunConfig config = RunConfig::parse(selects);
  const bool ranged = type == Field::Type::number || type == Field::Type::integer;
  const std::string value = ranged ? exact(range.max) : options.back();
  if (live) {
    const auto shows = [&config, name = key](const std::string& changed) {
      return contains(config.with_live_changes(name + "=" + changed).print(), name + "=");
    };
    EXPECT_TRUE(shows(value) || (!ranged && shows(options.front())));  // a default does not show
  } else {
    try {
      config.with_live_changes(key + "=" + value);
      ADD_FAILURE() << key;
    } catch (const ConfigError& error) {
      EXPECT_EQ(error.what(), key + ": cannot change during a run; reset the run to change it");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryField, testing::ValuesIn(all_fields()),
                         [](const auto& parameter) {
                           std::string name = parameter.param.key;
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

/// A value within the range of a field; the ends, now and then.
std::string random_value(const Field& field, Rng& rng) {
  const double min = field.range.min, max = field.range.max;
  const auto choose = [&](double x) {
    const auto which = rng.index(8);
    return which == 0 ? min : which == 1 ? max : x;
  };
  switch (field.type) {
    case Field::Type::number:
      return exact(choose(rng.uniform(min, max)));
    case Field::Type::integer:
      return exact(choose(std::floor(rng.uniform(min, max + 1))));
    default:
      return field.options[rng.index(static_cast<std::uint32_t>(field.options.size()))];
  }
}

TEST(RunConfig, PrintsWhatParsesToTheSame) {
  const auto fields = all_fields();
  Rng rng(1, Stream::evaluation);
  int valid = 0;
  const auto all = algorithms();
  for (int i = 0; i < 2000; ++i) {
    std::string text = selecting(all[rng.index(static_cast<std::uint32_t>(all.size()))]);
    const std::string environment = text.substr(0, text.find('&')), selects = text;
    std::vector<std::pair<const Field*, std::string>> given;
    for (const auto& field : fields) {
      const bool ours =
          field.selects.empty() || field.selects == selects || field.selects == environment;
      const bool selecting_key = field.key == "environment" || field.key == "algorithm";
      if (!ours || selecting_key || rng.uniform() < 0.4) continue;
      given.emplace_back(&field, random_value(field, rng));
      text += (i % 2 == 0 ? "&" : " \n") + field.key + "=" + given.back().second;
    }
    std::string printed;
    try {
      printed = RunConfig::parse(text).print();
    } catch (const ConfigError&) {
      continue;  // two values that do not go together
    }
    ++valid;
    EXPECT_EQ(RunConfig::parse(printed).print(), printed);
    for (const auto& [field, value] : given) {
      const auto at = printed.find("&" + field->key + "=");
      if (at == printed.npos) continue;  // the default
      const auto begin = at + field->key.size() + 2;
      const auto ours = printed.substr(begin, printed.find('&', begin) - begin);
      const bool choice = !field->options.empty();
      EXPECT_TRUE(choice ? ours == value : std::stod(ours) == std::stod(value)) << field->key;
    }
  }
  EXPECT_GT(valid, 500);
}

TEST(RunConfig, PrintsDefaultsAsEnvironmentAndAlgorithmOnly) {
  EXPECT_EQ(RunConfig().print(), "environment=pendulum&algorithm=sac");
  EXPECT_EQ(RunConfig::parse("").print(), RunConfig().print());
  EXPECT_EQ(RunConfig::parse(" \n seed=1\t& &sac.tau=0.01 ").print(), RunConfig().print());
}

TEST(RunConfig, ReportsEveryErrorOnItsOwnLine) {
  EXPECT_EQ(error_of("sac.tau=1.5&seed=x&nonsense&sac.gamma=-1"),
            "nonsense: is not of the form key=value\n"
            "sac.tau: 1.5 is outside [0.0001, 1]\n"
            "seed: \"x\" is not a whole number in [0, 2147483647]\n"
            "sac.gamma: -1 is outside [0, 1]");
}

TEST(RunConfig, ReportsWhatDoesNotGoTogether) {
  EXPECT_TRUE(contains(error_of("sac.estimator=score_function&sac.baseline=leave_one_out"),
                       "sac.action_samples: 1 is outside [2, 64]"));
  EXPECT_TRUE(contains(error_of("sac.temperature=0"), "sac.temperature: 0 cannot be tuned"));
  EXPECT_TRUE(contains(error_of("sac.batch_size=1024&sac.action_samples=64&sac.hidden_units=512"),
                       "sac.action_samples: "));
}

TEST(RunConfig, RefusesAnUnknownKeyWithTheValidOnes) {
  const std::string message = error_of("what.ever=1");
  EXPECT_EQ(message.rfind("what.ever: unknown parameter; valid ones are preset, ", 0), 0u);
  const std::string selected[] = {"", std::string("environment=") + environments()[0].id,
                                  selecting(algorithms()[0])};
  for (const auto& field : all_fields()) {
    const bool valid = std::count(std::begin(selected), std::end(selected), field.selects) > 0;
    EXPECT_EQ(contains(message + ",", " " + field.key + ","), valid) << field.key;
  }
}

TEST(RunConfig, RefusesAZeroByte) {
  EXPECT_EQ(error_of(std::string("seed=1\0", 7)), "configuration: has a zero byte");
}

TEST(RunConfig, RefusesOneThatIsTooLong) {
  EXPECT_EQ(error_of(std::string(5120, ' ')), "");
  EXPECT_EQ(error_of(std::string(5121, ' ')), "configuration: longer than 5120 characters");
}

TEST(RunConfig, IsLongEnoughForEveryParameter) {
  for (const auto& environment : own_environments) {
    for (const auto& algorithm : algorithms()) {
      std::string text;
      for (const auto& field : fields_of(environment.id, algorithm.id)) {
        const bool is_text = field.type == Field::Type::text;
        text += field.key + "=" +
                (is_text ? std::string(static_cast<std::size_t>(field.range.max), 'x')
                 : field.options.empty() ? exact(field.range.min + 1e-9)
                                         : "x") +
                "&";
      }
      EXPECT_FALSE(contains(error_of(text), "longer than 5120"));
    }
  }
}

TEST(RunConfig, AnyBytesGiveAConfigurationOrAnError) {
  const auto fields = all_fields();
  const std::string pieces[] = {"=",  "&", " ",    ".", "preset", "pendulum-sac",
                                "1e", "-", "\xff", "9"};
  Rng rng(2, Stream::evaluation);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const auto length = rng.index(30);
    for (std::uint32_t k = 0; k < length; ++k) {
      switch (rng.index(3)) {
        case 0:
          text += static_cast<char>(rng.index(256));
          break;
        case 1:
          text += pieces[rng.index(std::size(pieces))];
          break;
        default:
          text += fields[rng.index(static_cast<std::uint32_t>(fields.size()))].key;
      }
    }
    try {
      const std::string printed = RunConfig::parse(text).print();
      EXPECT_EQ(error_of(printed), "");
    } catch (const ConfigError& error) {
      EXPECT_STRNE(error.what(), "");
    }
  }
}

TEST(LiveChanges, AreAllOrNone) {
  const RunConfig config = RunConfig::parse("seed=3");
  const std::string before = config.print();
  EXPECT_THROW(config.with_live_changes("sac.tau=0.5&sac.gamma=2"), ConfigError);
  EXPECT_THROW(config.with_live_changes("sac.tau=0.5&seed=4"), ConfigError);
  EXPECT_THROW(config.with_live_changes("sac.tau=0.5&preset=pendulum-sac"), ConfigError);
  EXPECT_EQ(config.print(), before);
  EXPECT_EQ(config.with_live_changes("sac.tau=0.5").print(), before + "&sac.tau=0.5");
  EXPECT_EQ(config.with_live_changes("").print(), before);
}

TEST(LiveChanges, KeepEverythingElseWhateverLearns) {
  for (const auto& algorithm : algorithms()) {
    for (const auto& field : all_fields()) {
      if (field.selects != selecting(algorithm) || field.options.empty()) continue;
      const RunConfig config =
          RunConfig::parse(field.selects + "&" + field.key + "=" + field.options.back());
      const RunConfig changed = config.with_live_changes("evaluate_every=7");
      EXPECT_EQ(changed.with_live_changes("evaluate_every=500").print(), config.print());
      EXPECT_EQ(&changed.environment(), &config.environment()) << "nothing about it is live";
    }
  }
}

}  // namespace
}  // namespace acp
