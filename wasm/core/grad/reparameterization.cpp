// Reparameterization (pathwise) gradient (Kingma and Welling, 2014; Haarnoja et al., 2018, eq. 13):
//
//     a = tanh(mu + sigma eps)
//     d/dmu        =  f'(a) (1 - a^2) - 2 alpha a
//     d/dlog sigma = (f'(a) (1 - a^2) - 2 alpha a) sigma eps + alpha
//
// averaged over K samples; without tanh the slope is f'(a). Unbiased wherever f is continuous; a
// jump in f contributes nothing, so for a step function it is zero and wrong.
#include "core/grad/reparameterization.h"

namespace acp {
namespace {

class Reparameterization final : public GradientEstimator {
 public:
  Reparameterization(const EstimatorSettings& settings, int action_size, int states)
      : GradientEstimator(action_size, states, settings.action_samples),
        slope_(action_size, samples_.count()) {}

  void estimate(const GaussianHead& head, ActionObjective& objective, double temperature,
                Matrix& gradient) override {
    const int d = head.action_size();
    const int states = head.states();
    const auto alpha = static_cast<Scalar>(temperature);
    const Scalar weight = Scalar(1) / static_cast<Scalar>(samples_.per_state());
    take_samples(head);
    objective.value_and_gradient(samples_.action, values_, slope_);
    trace_.sample("q", values_);
    trace_.sample("dq_da", slope_);
    gradient.set_zero();
    for (int j = 0; j < samples_.count(); ++j) {
      const int b = j % states;
      for (int i = 0; i < d; ++i) {
        const Scalar a = samples_.action(i, j);
        Scalar slope = slope_(i, j);
        if (head.squash == Squash::tanh) slope = slope * (1 - a * a) - 2 * alpha * a;
        gradient(i, b) += weight * slope;
        if (inside_clamp(head.phi(d + i, b))) {
          const Scalar sigma_eps = samples_.sigma(i, b) * samples_.noise(i, j);
          gradient(d + i, b) += weight * (slope * sigma_eps + alpha);
        }
      }
    }
  }

 private:
  Matrix slope_;
};

}  // namespace

EstimatorEntry reparameterization_entry() {
  return {.about = {"reparameterization", "reparameterization",
                    "Pathwise: differentiates the critic with respect to the action."},
          .formula = "\\nabla_\\phi a\\,\\nabla_a f(a),\\; a=\\mu+\\sigma\\varepsilon",
          .unbiased = Unbiased::where_continuous,
          .judges_samples = true,
          .cost =
              [](const EstimatorSettings& settings, int) {
                return EvaluationCost{settings.action_samples, settings.action_samples};
              },
          .make = [](const EstimatorSettings& settings, int action_size,
                     int states) -> std::unique_ptr<GradientEstimator> {
            return std::make_unique<Reparameterization>(settings, action_size, states);
          }};
}

}  // namespace acp
