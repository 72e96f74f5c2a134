// Measure-valued gradient, or weak derivative (Pflug, 1996; Mohamed et al., 2020, section 6). With
// w ~ Rayleigh, m from the double-sided Maxwell density x^2 exp(-x^2/2) / sqrt(2 pi) and v uniform,
// in one coordinate at a time and the others as sampled:
//
//     d/dmu        = (f(mu + sigma w) - f(mu - sigma w)) / (sigma sqrt(2 pi))
//     d/dlog sigma = f(mu + sigma m) - f(mu + sigma m v)
//
// averaged over K samples, f standing for f - alpha log pi, of which only the dependence on the
// action counts. m v is normal, and w is shared by both sides, which keeps the variance low.
// Unbiased for every f, as the score function is, at 4d evaluations a sample.
#include "core/grad/measure_valued.h"

#include <cmath>

#include "core/base/math.h"
#include "core/grad/variants.h"

namespace acp {
namespace {

class MeasureValued final : public GradientEstimator {
 public:
  MeasureValued(const EstimatorSettings& settings, int action_size, int states)
      : GradientEstimator(action_size, states, settings.action_samples),
        normals_(3 * action_size, samples_.count()),
        shares_(action_size, samples_.count()),
        variants_(action_size, samples_.count(), 4 * action_size) {}

  void draw(Rng& rng) override {
    GradientEstimator::draw(rng);
    draw_noise(rng, normals_);
    for (int j = 0; j < shares_.cols(); ++j) {
      for (int i = 0; i < shares_.rows(); ++i) shares_(i, j) = static_cast<Scalar>(rng.uniform());
    }
  }

  void estimate(const GaussianHead& head, ActionObjective& objective, double temperature,
                Matrix& gradient) override {
    const int d = head.action_size();
    sample(head, samples_);
    for (int j = 0; j < samples_.count(); ++j) {
      for (int i = 0; i < d; ++i) split(head, j, i);
    }
    variants_.evaluate(objective, static_cast<Scalar>(temperature));
    const Scalar share = Scalar(1) / static_cast<Scalar>(samples_.per_state());
    const auto root = static_cast<Scalar>(std::sqrt(2 * math::kPi));
    gradient.set_zero();
    for (int j = 0; j < samples_.count(); ++j) {
      const int b = j % head.states();
      for (int i = 0; i < d; ++i) {
        const auto side = [&](int v) { return variants_.value(4 * i + v, j); };
        gradient(i, b) += share * (side(0) - side(1)) / (samples_.sigma(i, b) * root);
        if (inside_clamp(head.phi(d + i, b))) gradient(d + i, b) += share * (side(2) - side(3));
      }
    }
  }

 private:
  void split(const GaussianHead& head, int j, int i) {
    const int b = j % head.states();
    const Scalar x = normals_(3 * i, j), y = normals_(3 * i + 1, j), z = normals_(3 * i + 2, j);
    const Scalar w = std::sqrt(x * x + y * y);
    const Scalar length = std::sqrt(x * x + y * y + z * z);
    const Scalar m = z < 0 ? -length : length;
    const Scalar sides[] = {w, -w, m, m * shares_(i, j)};
    for (int v = 0; v < 4; ++v) {
      const Scalar u = head.phi(i, b) + samples_.sigma(i, b) * sides[v];
      variants_.set(head, samples_, 4 * i + v, j, i, sides[v], clamped_log_sigma(head, i, b), u);
    }
  }

  Matrix normals_;  ///< three for each coordinate of each sample
  Matrix shares_;   ///< v
  Variants variants_;
};

}  // namespace

EstimatorEntry measure_valued_entry() {
  return {.about = {"measure_valued", "measure-valued",
                    "Weak derivative: the difference of two policies, one coordinate at a time."},
          .formula = "\\frac{f(\\mu+\\sigma w)-f(\\mu-\\sigma w)}{\\sigma\\sqrt{2\\pi}}",
          .unbiased = Unbiased::always,
          .cost =
              [](const EstimatorSettings& settings, int action_size) {
                return EvaluationCost{4 * action_size * settings.action_samples, 0};
              },
          .make = [](const EstimatorSettings& settings, int action_size,
                     int states) -> std::unique_ptr<GradientEstimator> {
            return std::make_unique<MeasureValued>(settings, action_size, states);
          }};
}

}  // namespace acp
