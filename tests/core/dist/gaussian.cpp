#include "core/dist/gaussian.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/golden.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

/// One action of one dimension with given noise.
ActionSamples sample_once(double mu, double log_sigma, double eps, Squash squash = Squash::tanh) {
  const Matrix phi = constant_head(mu, log_sigma, 1);
  ActionSamples samples(1, 1, 1);
  samples.noise(0, 0) = static_cast<Scalar>(eps);
  sample({phi, squash}, samples);
  return samples;
}

TEST(TanhGaussian, LogProbabilityIsTheClosedForm) {
  for (const auto& row : closed_form("S5")) {
    const auto x = sample_once(row["mu"], row["logsigma"], row["eps"]);
    EXPECT_NEAR(x.pre_squash(0, 0), row["u"].get<double>(), 1e-5);
    EXPECT_NEAR(x.action(0, 0), row["a"].get<double>(), 1e-5);
    EXPECT_NEAR(x.log_prob[0], row["logpi"].get<double>(), 1e-5);
  }
}

TEST(TanhGaussian, LogProbabilityStaysExactWhereTanhSaturates) {
  for (const double u : {12.0, 40.0, -40.0, 80.0}) {
    const auto x = sample_once(u, 0, 0);
    const double expected = -0.5 * math::kLog2Pi - 2 * math::kLog2 + 2 * std::abs(u);
    EXPECT_NEAR(x.log_prob[0], expected, 4e-7 * std::abs(expected));
  }
}

TEST(TanhGaussian, DensityIntegratesToOne) {
  for (const double mu : {0.0, 0.7}) {
    for (const double log_sigma : {-1.0, 0.0}) {
      double mass = 0;
      const double h = 0.005;
      for (double eps = -8; eps < 8; eps += h) {
        const auto x = sample_once(mu, log_sigma, eps);
        const double u = x.pre_squash(0, 0), sigma = x.sigma(0, 0);
        const double da_deps = sigma / (std::cosh(u) * std::cosh(u));
        mass += std::exp(static_cast<double>(x.log_prob[0])) * da_deps * h;
      }
      EXPECT_NEAR(mass, 1, 1e-5) << mu << " " << log_sigma;
    }
  }
}

TEST(Gaussian, WithoutTanhIsTheNormalDensity) {
  const double mu = 0.4, log_sigma = -0.3, eps = 1.1;
  const auto x = sample_once(mu, log_sigma, eps, Squash::none);
  EXPECT_NEAR(x.action(0, 0), mu + std::exp(log_sigma) * eps, 1e-6);
  EXPECT_EQ(x.action(0, 0), x.pre_squash(0, 0));
  EXPECT_NEAR(x.log_prob[0], -0.5 * eps * eps - log_sigma - 0.5 * math::kLog2Pi, 1e-6);
}

TEST(Gaussian, DimensionsAreIndependentAndStatesCycle) {
  constexpr int d = 3, states = 2, per_state = 4;
  Rng rng(1, Stream::evaluation);
  const Matrix phi = random_matrix(2 * d, states, rng);
  ActionSamples x(d, states, per_state);
  draw_noise(rng, x.noise);
  sample({phi}, x);
  for (int j = 0; j < states * per_state; ++j) {
    const int b = j % states;
    double log_prob = 0;
    for (int i = 0; i < d; ++i) {
      const auto one = sample_once(phi(i, b), phi(d + i, b), x.noise(i, j));
      EXPECT_EQ(one.action(0, 0), x.action(i, j));
      EXPECT_EQ(one.sigma(0, 0), x.sigma(i, b));
      log_prob += one.log_prob[0];
    }
    EXPECT_NEAR(x.log_prob[static_cast<std::size_t>(j)], log_prob, 1e-5);
  }
  EXPECT_TRUE(padding_is_zero(x.action));
  EXPECT_TRUE(padding_is_zero(x.noise));
}

TEST(Gaussian, LogSigmaIsClamped) {
  for (const double outside : {-1e4, -21.0, 2.5, 1e4}) {
    const double clamped = std::clamp<double>(outside, kLogSigmaMin, kLogSigmaMax);
    const auto x = sample_once(0.3, outside, 0.7), y = sample_once(0.3, clamped, 0.7);
    EXPECT_EQ(x.sigma(0, 0), y.sigma(0, 0));
    EXPECT_EQ(x.log_prob[0], y.log_prob[0]);
    EXPECT_TRUE(std::isfinite(x.log_prob[0]));
    EXPECT_FALSE(inside_clamp(static_cast<Scalar>(outside)));
  }
  EXPECT_TRUE(inside_clamp(kLogSigmaMin));
  EXPECT_TRUE(inside_clamp(kLogSigmaMax));
}

TEST(Gaussian, ModeIgnoresSigma) {
  const Matrix phi = constant_head(0.8, 1.5, 3);
  Matrix action(1, 3);
  mode({phi, Squash::tanh}, action);
  for (int j = 0; j < 3; ++j) EXPECT_NEAR(action(0, j), std::tanh(0.8), 1e-6);
  mode({phi, Squash::none}, action);
  for (int j = 0; j < 3; ++j) EXPECT_EQ(action(0, j), Scalar(0.8));
}

TEST(Gaussian, EntropyIsMinusTheMeanLogProbability) {
  constexpr int n = 100'000;
  const double log_sigma = -0.5;
  const Matrix phi = constant_head(0, log_sigma, 1);
  ActionSamples x(1, 1, n);
  Rng rng(2, Stream::evaluation);
  draw_noise(rng, x.noise);
  sample({phi, Squash::none}, x);
  Moments log_prob;
  for (const Scalar each : x.log_prob) log_prob.add(each);
  EXPECT_NEAR(x.mean_log_prob(), log_prob.mean(), 1e-9);
  const double entropy = 0.5 * (1 + math::kLog2Pi) + log_sigma;
  EXPECT_LT(std::abs(z_of_mean(log_prob, -entropy)), kLargestZ);
}

TEST(DrawNoise, IsTheNormalStreamColumnByColumn) {
  for (const int rows : {1, 2, 3, 5}) {
    for (const int cols : {1, 7, 16}) {
      Rng rng(3, Stream::update), reference(3, Stream::update);
      Matrix noise(rows, cols);
      draw_noise(rng, noise);
      const auto count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
      Buffer numbers(count);
      reference.fill_normal(numbers);
      std::size_t at = 0;
      for (int j = 0; j < cols; ++j) {
        for (int i = 0; i < rows; ++i) EXPECT_EQ(noise(i, j), numbers[at++]);
      }
      EXPECT_TRUE(padding_is_zero(noise));
      EXPECT_EQ(rng.next(), reference.next());
    }
  }
}

}  // namespace
}  // namespace acp
