#include "core/dist/taken_action.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/total_variation.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

double upper_tail(double x) { return std::erfc(x / std::sqrt(2.0)) / 2; }

Scalar log_density_of(double a, double mu, double log_sigma) {
  const Matrix phi = constant_head(mu, log_sigma, 1);
  Matrix action(1, 1);
  action(0, 0) = static_cast<Scalar>(a);
  Scalar log_pi = 0;
  log_densities({phi}, action, {&log_pi, 1});
  return log_pi;
}

TEST(TakenAction, HasTheDensityWithWhichItIsDrawn) {
  constexpr int n = 1000, d = 2;
  Rng rng(1, Stream::evaluation);
  const Matrix phi = random_matrix(2 * d, 1, rng);
  ActionSamples x(d, 1, n);
  draw_noise(rng, x.noise);
  sample({phi}, x);
  int compared = 0;
  for (int j = 0; j < n; ++j) {
    Matrix action(d, 1);
    for (int i = 0; i < d; ++i) action(i, 0) = x.action(i, j);
    if (action.map().cwiseAbs().maxCoeff() > 0.99) continue;
    Scalar log_pi = 0;
    log_densities({phi}, action, {&log_pi, 1});
    EXPECT_NEAR(log_pi, x.log_prob[static_cast<std::size_t>(j)], 2e-3);
    ++compared;
  }
  EXPECT_GT(compared, n / 2);
}

TEST(TakenAction, HasAllTheProbabilityBeyondAnEdge) {
  const double bound = std::atanh(1 - kEdge);
  for (const double log_sigma : {-3.0, -0.5, 1.0}) {
    for (const double mu : {-4.0, 0.0, 2.0, 3.9, 9.0}) {
      const double tail = upper_tail((bound - mu) / std::exp(log_sigma));
      for (const double a : {1 - kEdge / 2, 1.0}) {
        const auto log_pi = static_cast<double>(log_density_of(a, mu, log_sigma));
        EXPECT_NEAR(std::exp(log_pi), tail, 1.5e-4) << mu << " " << log_sigma;
        EXPECT_EQ(log_density_of(-a, -mu, log_sigma), log_density_of(a, mu, log_sigma));
      }
    }
  }
}

/// The middle by Simpson's rule, the edges as they are.
TEST(TakenAction, HasProbabilitiesThatSumToOne) {
  constexpr int cells = 4000;
  const double h = 2 * (1 - 1.001 * kEdge) / cells;
  for (const double mu : {0.0, 1.5}) {
    for (const double log_sigma : {-1.0, 0.5}) {
      double sum =
          std::exp(log_density_of(1, mu, log_sigma)) + std::exp(log_density_of(-1, mu, log_sigma));
      for (int i = 0; i <= cells; ++i) {
        const double a = -1 + 1.001 * kEdge + i * h;
        const double weight = i == 0 || i == cells ? 1 : i % 2 == 1 ? 4 : 2;
        sum += weight * h / 3 * std::exp(static_cast<double>(log_density_of(a, mu, log_sigma)));
      }
      EXPECT_NEAR(sum, 1, 1e-3) << mu << " " << log_sigma;
    }
  }
}

TEST(TakenAction, IsUniformWithTheSameEdges) {
  const std::array<Scalar, 2> inside{Scalar(0.3), Scalar(-0.9)}, corner{1, -1};
  EXPECT_NEAR(uniform_log_density(inside), -2 * std::log(2.0), 1e-6);
  EXPECT_NEAR(uniform_log_density(corner), 2 * std::log(kEdge / 2), 1e-5);
}

/// The mean over single actions of mu, and whether it is `expected`.
void expect_total_variation(double mu, double other, double log_sigma, double expected) {
  constexpr int n = 100'000;
  const Matrix behaviour = constant_head(mu, log_sigma, n),
               policy = constant_head(other, log_sigma, n);
  ActionSamples x(1, n, 1);
  Rng rng(2, Stream::evaluation);
  draw_noise(rng, x.noise);
  sample({behaviour}, x);
  Buffer log_mu(n), log_pi(n);
  log_densities({behaviour}, x.action, log_mu);
  log_densities({policy}, x.action, log_pi);
  Moments terms;
  for (std::size_t j = 0; j < n; ++j) {
    const double term = total_variation({&log_pi[j], 1}, {&log_mu[j], 1});
    EXPECT_GE(term, 0);
    EXPECT_LE(term, 1);
    terms.add(term);
  }
  EXPECT_NEAR(total_variation(log_pi, log_mu), terms.mean(), 1e-9);
  EXPECT_LT(std::abs(z_of_mean(terms, expected)), kLargestZ) << mu << " " << other;
  EXPECT_EQ(total_variation(log_mu, log_mu), 0);
}

/// Squashing changes no total variation: of two Gaussians it is 2 Phi(|difference| / 2 sigma) - 1.
TEST(TotalVariation, OfTwoGaussiansIsTheClosedForm) {
  for (const double difference : {0.05, 0.3, 1.0}) {
    const double sigma = std::exp(-1.0);
    const double expected = 1 - 2 * upper_tail(difference / (2 * sigma));
    expect_total_variation(0.2, 0.2 + difference, -1, expected);
    expect_total_variation(0.2, 0.2 - difference, -1, expected);
  }
}

TEST(TotalVariation, LooksAtWhatIsDoneWhereBothAreAtABound) {
  constexpr int n = 1000;
  const Matrix behaviour = constant_head(6, -1, n), policy = constant_head(9, -1, n);
  Matrix actions(1, n);
  mode({behaviour}, actions);
  Buffer log_mu(n), log_pi(n);
  log_densities({behaviour}, actions, log_mu);
  log_densities({policy}, actions, log_pi);
  EXPECT_NEAR(total_variation(log_pi, log_mu), 0, 1e-6);
}

/// 1/2 sum |pi - mu|, each choice as often as mu takes it.
TEST(TotalVariation, OfChoicesIsTheSum) {
  const std::array pi{0.5, 0.125, 0.375}, mu{0.125, 0.5, 0.375};
  Buffer log_pi, log_mu;
  for (std::size_t a = 0; a < 3; ++a) {
    for (int k = 0; k < static_cast<int>(8 * mu[a]); ++k) {
      log_pi.push_back(static_cast<Scalar>(std::log(pi[a])));
      log_mu.push_back(static_cast<Scalar>(std::log(mu[a])));
    }
  }
  EXPECT_NEAR(total_variation(log_pi, log_mu), 0.375, 1e-6);
}

}  // namespace
}  // namespace acp
