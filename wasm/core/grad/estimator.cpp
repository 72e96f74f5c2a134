#include "core/grad/estimator.h"

namespace acp {
namespace {

constexpr const char* kGroup = "Actor gradient";

}  // namespace

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
  const std::string with_baseline = when_baseline(estimators());
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
            .when = with_baseline.c_str()},
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
  visit_own(estimators(), own, kGroup, v);
}

EstimatorSettings EstimatorConfig::settings() const {
  return {baseline, action_samples, baseline_samples, own_of(estimators(), kind, own)};
}

Complaint EstimatorConfig::check(std::string_view owner) const {
  return check_baseline(entry(), baseline, action_samples, owner);
}

void GradientEstimator::draw(Rng& rng) { draw_noise(rng, samples_.noise); }

void GradientEstimator::take_samples(const GaussianHead& head) {
  sample(head, samples_);
  const int d = head.action_size();
  trace_.rows("mu", head.phi, 0, d);
  trace_.rows("log_sigma", head.phi, d, d);
  trace_.sample("epsilon", samples_.noise);
  trace_.sample("action", samples_.action);
  trace_.sample("log_pi", samples_.log_prob);
}

int samples_per_state(const EstimatorConfig& config) {
  return config.entry().cost(config.settings(), 1).forward;
}

std::unique_ptr<GradientEstimator> make_estimator(const EstimatorConfig& config, int action_size,
                                                  int states) {
  return config.entry().make(config.settings(), action_size, states);
}

}  // namespace acp
