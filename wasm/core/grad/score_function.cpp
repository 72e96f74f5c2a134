// Score-function (likelihood-ratio, REINFORCE) gradient (Williams, 1992):
//
//     w            = f(s, a) - alpha log pi(a|s) - b(s)
//     d/dmu        = w eps / sigma
//     d/dlog sigma = w (eps^2 - 1)
//
// averaged over K samples. Unbiased for every f, continuous or not, and every b independent of a.
// The further term -alpha E[grad log pi] of the exact gradient is zero.
#include "core/grad/score_function.h"

namespace acp {
namespace {

/// Per state, the baseline's included.
int samples_of(const EstimatorSettings& settings) {
  const bool value = settings.baseline == Baseline::value;
  return settings.action_samples + (value ? settings.baseline_samples : 0);
}

class ScoreFunction final : public GradientEstimator {
 public:
  ScoreFunction(const EstimatorSettings& settings, int action_size, int states)
      : GradientEstimator(action_size, states, samples_of(settings)),
        baseline_(settings.baseline),
        action_samples_(settings.action_samples),
        averaged_(settings.action_samples * states),
        baselines_(static_cast<std::size_t>(states)),
        given_(2 * action_size, states),
        weights_(static_cast<std::size_t>(samples_.count())) {}

  void estimate(const GaussianHead& head, ActionObjective& objective, double temperature,
                Matrix& gradient) override {
    const int d = head.action_size();
    const int states = head.states();
    const auto alpha = static_cast<Scalar>(temperature);
    take_samples(head);
    objective.value(samples_.action, values_);
    trace_.sample("q", values_);
    for (std::size_t j = 0; j < weights_.size(); ++j) {
      weights_[j] = values_[j] - alpha * samples_.log_prob[j];
    }
    subtract_baseline(states);
    trace_.sample("advantage", std::span<const Scalar>(weights_).first(averaged()));
    const Scalar mean = Scalar(1) / static_cast<Scalar>(action_samples_);
    gradient.set_zero();
    for (int j = 0; j < averaged_; ++j) {
      const int b = j % states;
      const Scalar w = mean * weights_[static_cast<std::size_t>(j)];
      for (int i = 0; i < d; ++i) {
        const Scalar eps = samples_.noise(i, j);
        gradient(i, b) += (w - given_(i, b)) * eps / samples_.sigma(i, b);
        if (inside_clamp(head.phi(d + i, b))) {
          gradient(d + i, b) += (w - given_(d + i, b)) * (eps * eps - 1);
        }
      }
    }
  }

  void set_baseline(const Matrix& baseline) override {
    const Scalar mean = Scalar(1) / static_cast<Scalar>(action_samples_);
    for (int j = 0; j < given_.cols(); ++j) {
      for (int i = 0; i < given_.rows(); ++i) given_(i, j) = mean * baseline(i, j);
    }
  }

 private:
  std::size_t averaged() const { return static_cast<std::size_t>(averaged_); }

  void subtract_baseline(int states) {
    if (baseline_ == Baseline::none || baseline_ == Baseline::given) return;
    const bool loo = baseline_ == Baseline::leave_one_out;
    const int first = loo ? 0 : averaged_;
    const int last = loo ? averaged_ : samples_.count();
    std::fill(baselines_.begin(), baselines_.end(), Scalar(0));
    for (int j = first; j < last; ++j) {
      baselines_[static_cast<std::size_t>(j % states)] += weights_[static_cast<std::size_t>(j)];
    }
    const int all = samples_.per_state();
    const auto others = static_cast<Scalar>(loo ? action_samples_ - 1 : all - action_samples_);
    for (int j = 0; j < averaged_; ++j) {
      Scalar& w = weights_[static_cast<std::size_t>(j)];
      const Scalar sum = baselines_[static_cast<std::size_t>(j % states)];
      const Scalar baseline = (loo ? sum - w : sum) / others;
      trace_.next("baseline", baseline);
      w -= baseline;
    }
  }

  Baseline baseline_;
  int action_samples_;  ///< per state, in the average; any more serve the baseline
  int averaged_;        ///< the same, over all states
  Buffer baselines_;
  Matrix given_;  ///< a constant baseline of each coordinate, over K; 0 unless set
  Buffer weights_;
};

}  // namespace

EstimatorEntry score_function_entry() {
  return {.about = {"score_function", "score function",
                    "Likelihood ratio: needs the critic's values only, not its gradient."},
          .formula = "(f(a)-b)\\,\\nabla_\\phi\\log\\pi_\\phi(a)",
          .unbiased = Unbiased::always,
          .has_baseline = true,
          .judges_samples = true,
          .cost =
              [](const EstimatorSettings& settings, int) {
                return EvaluationCost{samples_of(settings), 0};
              },
          .make = [](const EstimatorSettings& settings, int action_size,
                     int states) -> std::unique_ptr<GradientEstimator> {
            return std::make_unique<ScoreFunction>(settings, action_size, states);
          }};
}

}  // namespace acp
