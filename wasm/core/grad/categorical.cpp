#include "core/grad/categorical.h"

#include <string>

#include "core/grad/categorical_score_function.h"
#include "core/grad/exact_sum.h"
#include "core/grad/gumbel_softmax.h"

namespace acp {
namespace {

constexpr const char* kGroup = "Actor gradient";

}  // namespace

std::span<const CategoricalEstimatorEntry> categorical_estimators() {
  static const CategoricalEstimatorEntry entries[] = {
      exact_sum_entry(), categorical_score_function_entry(), gumbel_softmax_entry()};
  return entries;
}

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
            .when = "estimator=score_function"},
           baseline, baselines);
  v.integer({.name = "action_samples",
             .title = "action samples per state",
             .symbol = "K",
             .group = kGroup,
             .help = "Averaged in each estimate; the exact sum needs none.",
             .live = true},
            action_samples, {1, 64, Scale::log});
  v.number({.name = "relaxation",
            .title = "relaxation temperature",
            .symbol = "\\tau_G",
            .group = kGroup,
            .help = "Low: little bias, much variance. High: the reverse.",
            .live = true,
            .when = "estimator=gumbel_softmax"},
           relaxation, {0.05, 5, Scale::log});
}

Complaint CategoricalEstimatorConfig::check(std::string_view owner) const {
  const bool scored = categorical_estimators()[static_cast<std::size_t>(kind)].make ==
                      categorical_score_function_entry().make;
  if (scored && baseline == Baseline::leave_one_out && action_samples < 2) {
    return std::string(owner) + ".action_samples: " + std::to_string(action_samples) +
           " is outside [2, 64], which baseline=leave_one_out needs";
  }
  return {};
}

std::unique_ptr<CategoricalEstimator> make_estimator(const CategoricalEstimatorConfig& config,
                                                     int actions, int states) {
  return categorical_estimators()[static_cast<std::size_t>(config.kind)].make(config, actions,
                                                                              states);
}

}  // namespace acp
