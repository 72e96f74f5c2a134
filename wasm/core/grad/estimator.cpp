#include "core/grad/estimator.h"

#include <algorithm>
#include <cassert>

#include "core/grad/reparameterization.h"
#include "core/grad/score_function.h"

namespace acp {
namespace {

constexpr const char* kGroup = "Actor gradient";
constexpr const char* kScoreFunctionOnly = "estimator=score_function";

std::span<EstimatorEntry> table() {
  static EstimatorEntry entries[] = {reparameterization_entry(), score_function_entry()};
  return entries;
}

}  // namespace

std::span<const EstimatorEntry> estimators() { return table(); }

void replace_estimator(const EstimatorEntry& entry) {
  table()[static_cast<std::size_t>(estimator_index(entry.about.id))] = entry;
}

void EstimatorConfig::visit(ParameterVisitor& v) {
  static const std::vector<Option> kinds = [] {
    std::vector<Option> options;
    for (const auto& entry : estimators()) options.push_back(entry.about);
    return options;
  }();
  static constexpr Option baselines[] = {
      {"none", "none", "Unbiased, and so noisy that it may never learn."},
      {"leave_one_out", "leave-one-out",
       "The mean over the other samples of the same state: unbiased, needs two or more."},
      {"value", "V from samples",
       "An estimate of V(s) from further samples of the policy: unbiased."}};
  v.choice({.name = "estimator",
            .title = "gradient estimator",
            .group = kGroup,
            .help = "How the gradient of the policy's objective is estimated from samples.",
            .live = true},
           kind, kinds);
  v.choice({.name = "baseline",
            .title = "baseline",
            .symbol = "b(s)",
            .group = kGroup,
            .help = "Subtracted from the objective; lowers variance, not bias.",
            .live = true,
            .when = kScoreFunctionOnly},
           baseline, baselines);
  v.integer({.name = "action_samples",
             .title = "action samples per state",
             .symbol = "K",
             .group = kGroup,
             .help = "Averaged in each estimate; leave-one-out needs at least 2.",
             .live = true},
            action_samples, {1, 64, Scale::log});
  v.integer({.name = "baseline_samples",
             .title = "samples for V",
             .symbol = "M",
             .group = kGroup,
             .help = "Further samples per state that estimate V(s).",
             .live = true,
             .when = "baseline=value"},
            baseline_samples, {1, 64, Scale::log});
}

Complaint EstimatorConfig::check(std::string_view owner) const {
  const bool scored =
      estimators()[static_cast<std::size_t>(kind)].make == score_function_entry().make;
  if (scored && baseline == Baseline::leave_one_out && action_samples < 2) {
    return std::string(owner) + ".action_samples: " + std::to_string(action_samples) +
           " is outside [2, 64], which baseline=leave_one_out needs";
  }
  return {};
}

int estimator_index(std::string_view id) {
  const auto all = estimators();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& entry) { return id == entry.about.id; });
  assert(found != all.end());
  return static_cast<int>(found - all.begin());
}

void GradientEstimator::draw(Rng& rng) { draw_noise(rng, samples_.noise); }

int samples_per_state(const EstimatorConfig& config) {
  return estimators()[static_cast<std::size_t>(config.kind)].cost(config, 1).forward;
}

std::unique_ptr<GradientEstimator> make_estimator(const EstimatorConfig& config, int action_size,
                                                  int states) {
  return estimators()[static_cast<std::size_t>(config.kind)].make(config, action_size, states);
}

}  // namespace acp
