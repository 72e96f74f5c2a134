#include "core/lab/probe.h"

#include "core/grad/categorical_score_function.h"
#include "core/grad/gumbel_softmax.h"
#include "core/grad/reparameterization.h"
#include "core/grad/score_function.h"

namespace acp {
namespace {

constexpr Option kActive{"active", "as configured", "The estimator that trains."};
constexpr Option kScoreFunction{"score_function", "score function, 1 sample", "No baseline."};
constexpr Option kGaussian[] = {
    kActive,
    {"reparameterization", "reparameterization, 1 sample", "Through the critic's slope."},
    kScoreFunction,
    {"leave_one_out", "score function, leave-one-out, 2 samples",
     "Each sample is the other's baseline."}};
constexpr Option kCategorical[] = {
    kActive,
    kScoreFunction,
    {"value", "score function, exact V, 1 sample", "The baseline is the mean over all actions."},
    {"gumbel_softmax", "Gumbel-softmax, 1 sample", "At the relaxation temperature as configured."}};

/// Whether two configurations, of which one takes its options from the other, are the same
/// estimator.
template <class Config>
bool same(const Config& a, const Config& b) {
  return a.kind == b.kind && a.action_samples == b.action_samples &&
         (!a.entry().has_baseline || a.baseline == b.baseline);
}

}  // namespace

std::span<const Option> probed_estimators(std::optional<PolicyHead> head) {
  static_assert(std::size(kGaussian) == GradientProbe::kEstimators);
  static_assert(std::size(kCategorical) == GradientProbe::kEstimators);
  if (!head) return {};
  return head == PolicyHead::categorical ? std::span<const Option>(kCategorical) : kGaussian;
}

GradientProbe::GradientProbe(const GradientProblem& problem)
    : problem_(problem),
      batch_(problem.batch(kStates)),
      policy_(problem.network(), kStates),
      critic_(problem.critics.mlp(), kStates),
      values_(problem.critics.mlp().outputs(), kStates),
      gradient_(problem.network().outputs(), kStates),
      moments_(static_cast<std::size_t>(gradient_.rows()) * kStates) {
  if (problem.discrete()) {
    const auto& active = *problem.categorical;
    const auto all = categorical_estimators();
    const int score = index_of(all, categorical_score_function_entry().about.id);
    const int relaxed = index_of(all, gumbel_softmax_entry().about.id);
    const CategoricalEstimatorConfig others[] = {{score, Baseline::none, 1, active.own},
                                                 {score, Baseline::value, 1, active.own},
                                                 {relaxed, Baseline::none, 1, active.own}};
    set_all<CategoricalEstimatorConfig>(active, others);
  } else {
    const int score = estimator_index(score_function_entry().about.id);
    const int pathwise = estimator_index(reparameterization_entry().about.id);
    const EstimatorConfig others[] = {{pathwise, Baseline::none, 1},
                                      {score, Baseline::none, 1},
                                      {score, Baseline::leave_one_out, 2}};
    set_all<EstimatorConfig>(*problem.estimator, others);
  }
}

template <class Config>
void GradientProbe::set_all(const Config& active, std::span<const Config, kEstimators - 1> others) {
  set(probed_[0], active);
  for (std::size_t k = 1; k < kEstimators; ++k) {
    if (!same(active, others[k - 1])) set(probed_[k], others[k - 1]);
  }
}

void GradientProbe::set(Probed& probed, const EstimatorConfig& config) {
  probed.gaussian = make_estimator(config, problem_.action_size, kStates);
  probed.objective =
      std::make_unique<CriticObjective>(problem_.objective(kStates, samples_per_state(config)));
}

void GradientProbe::set(Probed& probed, const CategoricalEstimatorConfig& config) {
  probed.categorical = make_estimator(config, problem_.action_size, kStates);
}

std::span<const GradientProbe::Reading> GradientProbe::measure(std::uint64_t seed,
                                                               std::int64_t updates) {
  Rng rng(seed ^ (static_cast<std::uint64_t>(updates) << 32), Stream::probe);
  problem_.draw(rng, batch_);
  const Matrix& head = policy_.forward(problem_.theta(), batch_.observation);
  if (problem_.discrete()) problem_.action_values(critic_, batch_.observation, values_);
  for (std::size_t k = 0; k < kEstimators; ++k) {
    Probed& probed = probed_[k];
    if (!probed.gaussian && !probed.categorical) continue;
    if (probed.objective) probed.objective->set_states(batch_.observation);
    for (Moments& each : moments_) each.clear();
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
      estimate(probed, head, rng);
      auto moments = moments_.begin();
      for (int j = 0; j < kStates; ++j) {
        for (int i = 0; i < gradient_.rows(); ++i) (moments++)->add(gradient_(i, j));
      }
    }
    readings_[k] = reading();
  }
  return readings_;
}

void GradientProbe::estimate(Probed& probed, const Matrix& head, Rng& rng) {
  if (probed.categorical) {
    probed.categorical->draw(rng);
    probed.categorical->estimate(head, values_, problem_.alpha(), gradient_);
  } else {
    probed.gaussian->draw(rng);
    probed.gaussian->estimate({head, squash_of(problem_.head)}, *probed.objective, problem_.alpha(),
                              gradient_);
  }
}

GradientProbe::Reading GradientProbe::reading() const {
  double noise[kStates], signal[kStates];
  auto moments = moments_.begin();
  Moments variance, square;
  for (int j = 0; j < kStates; ++j) {
    noise[j] = signal[j] = 0;
    for (int i = 0; i < gradient_.rows(); ++i, ++moments) {
      noise[j] += moments->variance();
      signal[j] += moments->mean() * moments->mean();
    }
    signal[j] -= noise[j] / kRepeats;
    variance.add(noise[j]);
    square.add(signal[j]);
  }
  const double ratio = square.mean() / variance.mean();
  Moments residual;
  for (int j = 0; j < kStates; ++j) residual.add(signal[j] - ratio * noise[j]);
  return {variance.mean(), variance.standard_error(), ratio,
          residual.standard_error() / variance.mean()};
}

}  // namespace acp
