#include "core/grad/categorical.h"

namespace acp {
namespace {

constexpr const char* kGroup = "Actor gradient";

}  // namespace

void CategoricalEstimatorConfig::visit(ParameterVisitor& v) {
  static const std::vector<Option> kinds = [] {
    std::vector<Option> options;
    for (const auto& entry : categorical_estimators()) options.push_back(entry.about);
    return options;
  }();
  static constexpr Option baselines[] = {
      {"none", "none", "Unbiased, and noisy."},
      {"leave_one_out", "leave-one-out",
       "The mean over the other samples of the same state: unbiased, needs two or more."},
      {"value", "exact V", "The exact mean over all actions: unbiased."}};
  const std::string with_baseline = when_baseline(categorical_estimators());
  v.choice({.name = "estimator",
            .title = "gradient estimator",
            .group = kGroup,
            .help = "How the gradient of the policy's objective is estimated.",
            .live = true},
           kind, kinds);
  v.choice({.name = "baseline",
            .title = "baseline",
            .symbol = "b(s)",
            .group = kGroup,
            .help = "Subtracted from the objective; lowers variance, not bias.",
            .live = true,
            .when = with_baseline.c_str()},
           baseline, baselines);
  v.integer({.name = "action_samples",
             .title = "action samples per state",
             .symbol = "K",
             .group = kGroup,
             .help = "Averaged in each estimate; the exact sum needs none.",
             .live = true},
            action_samples, {1, 64, Scale::log});
  visit_own(categorical_estimators(), own, kGroup, v);
}

EstimatorSettings CategoricalEstimatorConfig::settings() const {
  return {.baseline = baseline,
          .action_samples = action_samples,
          .own = own_of(categorical_estimators(), kind, own)};
}

Complaint CategoricalEstimatorConfig::check(std::string_view owner) const {
  return check_baseline(entry(), baseline, action_samples, owner);
}

std::unique_ptr<CategoricalEstimator> make_estimator(const CategoricalEstimatorConfig& config,
                                                     int actions, int states) {
  return config.entry().make_categorical(config.settings(), actions, states);
}

}  // namespace acp
