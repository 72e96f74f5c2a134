// Deterministic policy gradient (Silver et al., 2014, theorem 2): the limit sigma -> 0 of
// reparameterization, at eps = 0.
//
//     a            = tanh(mu)
//     d/dmu        = f'(a) (1 - a^2) - 2 alpha a
//     d/dlog sigma = alpha
//
// No variance. As an estimate for a stochastic policy it is biased: it is the gradient of f at the
// mean action, not of the mean of f. For cos(k a) the two differ by the factor exp(-k^2 sigma^2/2).
#include "core/grad/deterministic.h"

namespace acp {
namespace {

class Deterministic final : public GradientEstimator {
 public:
  Deterministic(const EstimatorSettings&, int action_size, int states)
      : GradientEstimator(action_size, states, 1),
        action_(action_size, states),
        slope_(action_size, states) {}

  void estimate(const GaussianHead& head, ActionObjective& objective, double temperature,
                Matrix& gradient) override {
    const int d = head.action_size();
    const auto alpha = static_cast<Scalar>(temperature);
    mode(head, action_);
    objective.value_and_gradient(action_, values_, slope_);
    gradient.set_zero();
    for (int b = 0; b < head.states(); ++b) {
      for (int i = 0; i < d; ++i) {
        const Scalar a = action_(i, b), slope = slope_(i, b);
        const bool squashed = head.squash == Squash::tanh;
        gradient(i, b) = squashed ? slope * (1 - a * a) - 2 * alpha * a : slope;
        if (inside_clamp(head.phi(d + i, b))) gradient(d + i, b) = alpha;
      }
    }
  }

 private:
  Matrix action_;
  Matrix slope_;
};

}  // namespace

EstimatorEntry deterministic_entry() {
  return {.about = {"deterministic", "deterministic",
                    "The slope at the mean action: no variance, and biased for a wide policy."},
          .formula = "\\nabla_a f(a)\\big|_{a=\\mu}",
          .unbiased = Unbiased::never,
          .cost =
              [](const EstimatorSettings&, int) {
                return EvaluationCost{1, 1};
              },
          .make = [](const EstimatorSettings& settings, int action_size,
                     int states) -> std::unique_ptr<GradientEstimator> {
            return std::make_unique<Deterministic>(settings, action_size, states);
          }};
}

}  // namespace acp
