#include "core/algo/temperature.h"

#include <gtest/gtest.h>

#include "core/grad/estimator.h"
#include "support/estimates.h"
#include "support/finite_difference.h"
#include "support/golden.h"

namespace acp {
namespace {

TEST(Temperature, StaysWhereItIsSetUnlessTuned) {
  Temperature fixed(0.3, false);
  EXPECT_EQ(fixed.alpha(), 0.3);
  fixed.update(5, -1, 0.1);
  EXPECT_EQ(fixed.alpha(), 0.3);
  fixed.set(0);
  EXPECT_EQ(fixed.alpha(), 0);
}

TEST(Temperature, GoesOnFromWhereItIsSetIfTuned) {
  Temperature tuned(0.3, true), from_start(7, true);
  EXPECT_EQ(tuned.alpha(), 0.3);
  tuned.set(7);
  EXPECT_EQ(tuned.alpha(), 7);
  for (auto* each : {&tuned, &from_start}) each->update(5, -1, 0.1);
  EXPECT_EQ(tuned.alpha(), from_start.alpha());
}

TEST(Temperature, RisesWhileTheEntropyIsBelowItsTarget) {
  Temperature rising(1, true), falling(1, true), resting(1, true);
  for (int i = 0; i < 10; ++i) {
    rising.update(2, -1, 0.01);    // entropy -2
    falling.update(-2, -1, 0.01);  // entropy 2
    resting.update(1, -1, 0.01);
  }
  EXPECT_GT(rising.alpha(), 1.05);
  EXPECT_LT(falling.alpha(), 0.95);
  EXPECT_EQ(resting.alpha(), 1);
}

TEST(Temperature, StaysPositive) {
  Temperature x(1, true);
  for (int i = 0; i < 2000; ++i) x.update(-10, -1, 0.01);
  EXPECT_GT(x.alpha(), 0);
  EXPECT_LT(x.alpha(), 1e-8);
}

/// Trains a head and the temperature together, with the estimator and the updates of training, on
/// f(a) = -(a - 0.7)^2 without tanh; averages the end.
struct FixedPoint {
  explicit FixedPoint(const EstimatorConfig& config) {
    constexpr int states = 64;
    QuadraticObjective objective(-1, 1.4, -0.49);
    const auto estimator = make_estimator(config, 1, states);
    Rng rng(1, Stream::update);
    Matrix gradient(2, states);
    Buffer policy{0, 0};
    Adam adam(2);
    Temperature temperature(1, true);
    Moments mus, sigmas, alphas;
    for (int i = 0; i < 8000; ++i) {
      const double rate = i < 2000 ? 0.01 : 0.001;
      const Matrix phi = constant_head(policy[0], policy[1], states);
      estimator->draw(rng);
      estimator->estimate({phi, Squash::none}, objective, temperature.alpha(), gradient);
      Buffer slope(2);
      for (int j = 0; j < states; ++j) {
        for (int k = 0; k < 2; ++k) slope[static_cast<std::size_t>(k)] -= gradient(k, j) / states;
      }
      adam.step(policy, slope, rate);
      temperature.update(estimator->samples().mean_log_prob(), -1, rate);
      if (i < 5000) continue;
      mus.add(policy[0]);
      sigmas.add(std::exp(policy[1]));
      alphas.add(temperature.alpha());
    }
    mu = mus.mean();
    sigma = sigmas.mean();
    alpha = alphas.mean();
  }
  double mu, sigma, alpha;
};

TEST(Temperature, ReachesItsFixedPointWithEveryEstimator) {
  const auto expected = closed_form("S11");
  for (const auto& config : every_estimator()) {
    const FixedPoint reached(config);
    EXPECT_NEAR(reached.alpha / expected["alpha"].get<double>(), 1, 0.03) << name_of(config);
    EXPECT_NEAR(reached.sigma / expected["sigma"].get<double>(), 1, 0.03) << name_of(config);
    EXPECT_NEAR(reached.mu, 0.7, 0.01) << name_of(config);
  }
}

#ifdef ACP_DOUBLE

TEST(TemperatureGradient, AgreesWithFiniteDifferences) {
  const double log_probs[] = {0.3, -1.2, 2.5}, target = -1;
  Buffer log_alpha{-0.4};
  const auto loss = [&] {
    double sum = 0;
    for (const double log_prob : log_probs) sum -= log_alpha[0] * (log_prob + target);
    return sum / 3;
  };
  const Buffer gradient{Temperature::gradient((0.3 - 1.2 + 2.5) / 3, target)};
  expect_gradient(log_alpha, gradient, loss);
}

#endif

}  // namespace
}  // namespace acp
