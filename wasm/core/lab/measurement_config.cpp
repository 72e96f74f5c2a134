#include "core/lab/measurement_config.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/lab/subject.h"

namespace acp {
namespace {

constexpr const char* kGroup = "Estimate";

Baseline training_baseline(LabBaseline baseline) {
  switch (baseline) {
    case LabBaseline::none:
      return Baseline::none;
    case LabBaseline::leave_one_out:
      return Baseline::leave_one_out;
    case LabBaseline::value:
    case LabBaseline::optimal:
    case LabBaseline::constant:
      return Baseline::given;
  }
  return Baseline::none;
}

std::vector<double> own_initially(const LabEstimator& estimator) {
  std::vector<double> own;
  for (const auto& option : estimator.options()) own.push_back(option.initial);
  return own;
}

/// The options of one estimator, with their values.
struct OwnConfig final : Config {
  OwnConfig(const LabEstimator& estimator, std::vector<double>& own)
      : options(estimator.options()), values(own) {}

  void visit(ParameterVisitor& v) override {
    auto value = values.begin();
    for (const auto& option : options) {
      v.number({.name = option.name, .title = "", .group = "", .help = ""}, *value++, option.range);
    }
  }
  bool has(std::string_view name) const {
    return std::any_of(options.begin(), options.end(),
                       [&](const auto& option) { return name == option.name; });
  }
  std::string names() const {
    std::string text;
    for (const auto& option : options) {
      text += (text.empty() ? "" : ", ") + std::string(option.name);
    }
    return text.empty() ? "no parameter" : text;
  }

  std::span<const EstimatorOption> options;
  std::vector<double>& values;
};

/// How an option is to be given, or empty if no estimator has it.
std::string example_of(const std::string& key) {
  for (const auto& each : lab_estimators()) {
    for (const auto& option : each.options()) {
      if (key != option.name) continue;
      return std::string(each.about.id) + ":" + key + "=" + number_text(option.initial);
    }
  }
  return {};
}

}  // namespace

void MeasurementConfig::visit(ParameterVisitor& v) {
  static const std::vector<Option> estimators = [] {
    std::vector<Option> options;
    for (const auto& each : lab_estimators()) options.push_back(each.about);
    return options;
  }();
  static constexpr Option baselines[] = {
      {"none", "none", "Nothing is subtracted."},
      {"value", "V, exact", "The expected objective, known exactly."},
      {"leave_one_out", "leave-one-out", "The mean over the other samples; needs two or more."},
      {"optimal", "optimal", "The constant of least variance, for each coordinate."}};
  static constexpr Option spaces[] = {
      {"head", "head", "The policy's outputs in one state."},
      {"theta", "weights", "The weights of the policy network, over a batch of states."}};
  v.choice({.name = "space", .title = "space", .group = kGroup, .help = "With respect to what."},
           space, spaces);
  const int before = estimator;
  v.choice({.name = "estimator", .title = "estimator", .group = kGroup, .help = "How."}, estimator,
           estimators);
  if (estimator != before) own = own_initially(chosen());
  visit_own(v);
  const std::string with_baseline = "estimator=" + names_with_baseline("|");
  v.choice({.name = "baseline",
            .title = "baseline",
            .symbol = "b",
            .group = kGroup,
            .help = "What the score function subtracts.",
            .when = with_baseline.c_str()},
           baseline, baselines);
  v.integer({.name = "samples",
             .title = "samples per estimate",
             .symbol = "N",
             .group = kGroup,
             .help = "Averaged in one estimate."},
            samples, {1, 4096, Scale::log});
  v.integer({.name = "seed", .title = "seed", .group = kGroup, .help = "Of the noise."}, seed,
            {0, 2147483647});
}

/// Those of the estimator that is chosen are its own, of the others as they are at first.
void MeasurementConfig::visit_own(ParameterVisitor& v) {
  for (const auto& each : lab_estimators()) {
    const std::string when = std::string("estimator=") + each.about.id;
    std::vector<double> others = own_initially(each);
    auto value = (&each == &chosen() ? own : others).begin();
    for (const auto& option : each.options()) {
      v.number({.name = option.name,
                .title = option.title,
                .symbol = option.symbol,
                .group = kGroup,
                .help = option.help,
                .when = when.c_str()},
               *value++, option.range);
    }
  }
}

EstimatorSettings MeasurementConfig::settings() const {
  return {.baseline = training_baseline(baseline), .action_samples = samples, .own = own};
}

MeasurementConfig MeasurementConfig::parse(std::string_view text,
                                           std::vector<std::string>& errors) {
  MeasurementConfig config;
  const auto set = [&](Config& owner, const std::string& key, std::string_view value) {
    if (const auto complaint = set_parameter(owner, key, value); !complaint.empty()) {
      errors.push_back(key + ": " + complaint);
    }
  };
  for (const auto& [key, value] : split_pairs(text, errors)) {
    if (const auto example = example_of(key); !example.empty()) {
      errors.push_back(key + ": belongs to the estimator, as in estimator=" + example);
    } else if (key == "estimator") {
      const NamedText named = parse_named(value, key, errors);
      set(config, key, named.name);
      OwnConfig own(config.chosen(), config.own);
      for (const auto& [part, number] : named.pairs) {
        if (own.has(part)) {
          set(own, part, number);
        } else {
          errors.push_back("estimator." + part + ": unknown; " + named.name + " has " +
                           own.names());
        }
      }
    } else {
      set(config, key, value);
    }
  }
  return config;
}

std::string names_with_baseline(const char* separator) {
  std::string names;
  for (const auto& each : lab_estimators()) {
    const auto has_one = [](const EstimatorEntry* entry) { return entry && entry->has_baseline; };
    if (!has_one(each.gaussian) && !has_one(each.categorical)) continue;
    names += (names.empty() ? "" : separator) + std::string(each.about.id);
  }
  return names;
}

}  // namespace acp
