// Central differences with common random numbers (Glasserman, 2003, section 7.1): for each
// coordinate k of the head phi,
//
//     d/dphi_k = (f(a(eps; phi + h e_k)) - f(a(eps; phi - h e_k))) / 2h
//
// with the same noise on both sides, and the same for -alpha log pi; averaged over K samples. Its
// bias is of order h^2. Where f is smooth it approaches reparameterization, at 4d evaluations a
// sample; at a jump its variance grows as 1/h.
#include "core/grad/finite_difference.h"

#include "core/base/math.h"
#include "core/grad/variants.h"

namespace acp {
namespace {

constexpr EstimatorOption kOptions[] = {{.name = "h",
                                         .training_name = "h",
                                         .title = "step",
                                         .symbol = "h",
                                         .help = "Of the policy's parameters, to each side.",
                                         .initial = 0.01,
                                         .range = {1e-4, 1, Scale::log}}};

class FiniteDifference final : public GradientEstimator {
 public:
  FiniteDifference(const EstimatorSettings& settings, int action_size, int states)
      : GradientEstimator(action_size, states, settings.action_samples),
        h_(static_cast<Scalar>(settings.own[0])),
        variants_(action_size, samples_.count(), 4 * action_size) {}

  void estimate(const GaussianHead& head, ActionObjective& objective, double temperature,
                Matrix& gradient) override {
    const int d = head.action_size();
    sample(head, samples_);
    for (int j = 0; j < samples_.count(); ++j) {
      for (int i = 0; i < d; ++i) shift(head, j, i);
    }
    variants_.evaluate(objective, static_cast<Scalar>(temperature));
    const Scalar weight = 1 / (2 * h_ * static_cast<Scalar>(samples_.per_state()));
    gradient.set_zero();
    for (int j = 0; j < samples_.count(); ++j) {
      const int b = j % head.states();
      for (int k = 0; k < 2 * d; ++k) {
        if (k >= d && !inside_clamp(head.phi(k, b))) continue;
        gradient(k, b) += weight * (variants_.value(2 * k, j) - variants_.value(2 * k + 1, j));
      }
    }
  }

 private:
  void shift(const GaussianHead& head, int j, int i) {
    const int b = j % head.states();
    const Scalar eps = samples_.noise(i, j), mu = head.phi(i, b);
    const Scalar log_sigma = clamped_log_sigma(head, i, b);
    for (const int side : {0, 1}) {
      const Scalar h = side == 0 ? h_ : -h_;
      const int of_mu = 2 * i + side, of_log_sigma = 2 * (head.action_size() + i) + side;
      const Scalar moved = mu + h + samples_.sigma(i, b) * eps;
      const Scalar stretched = mu + math::exp(log_sigma + h) * eps;
      variants_.set(head, samples_, of_mu, j, i, eps, log_sigma, moved);
      variants_.set(head, samples_, of_log_sigma, j, i, eps, log_sigma + h, stretched);
    }
  }

  Scalar h_;
  Variants variants_;
};

}  // namespace

EstimatorEntry finite_difference_entry() {
  return {.about = {"finite_difference", "finite differences",
                    "Moves the policy a little to both sides, with the same noise."},
          .formula = "\\frac{f(a(\\varepsilon;\\phi+h))-f(a(\\varepsilon;\\phi-h))}{2h}",
          .unbiased = Unbiased::never,
          .options = kOptions,
          .cost =
              [](const EstimatorSettings& settings, int action_size) {
                return EvaluationCost{4 * action_size * settings.action_samples, 0};
              },
          .make = [](const EstimatorSettings& settings, int action_size,
                     int states) -> std::unique_ptr<GradientEstimator> {
            return std::make_unique<FiniteDifference>(settings, action_size, states);
          }};
}

}  // namespace acp
