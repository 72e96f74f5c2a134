#include "core/exact/autoregression.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/exact/bootstrap_lab.h"
#include "support/golden.h"

namespace acp {
namespace {

constexpr double kErrors = 4.5;  // standard errors that are allowed

TEST(Autoregression, MeetsS9) {
  for (const auto& row : closed_form("S9")) {
    const ReturnFromStart G = n_step_return({}, 2, row["n"].get<int>());
    EXPECT_NEAR(G.mean, row["mean"].get<double>(), 1e-9 * G.mean);
    EXPECT_NEAR(G.bias, row["bias"].get<double>(), 1e-9 * std::abs(G.bias));
    EXPECT_NEAR(G.variance, row["var"].get<double>(), 1e-9 * G.variance);
  }
}

TEST(Autoregression, SampledReturnsHaveThoseMoments) {
  const Autoregression chain;
  std::uint64_t seed = 0;
  for (const int n : {1, 2, 4, 8, 16}) {
    for (const double error : {0.2, 1.0}) {
      const double v = (1 - error) * chain.right_slope();
      const ReturnFromStart exact = n_step_return(chain, v, n);
      const SampledReturn sampled = sample_returns(chain, v, n, 20'000, ++seed);
      EXPECT_NEAR(sampled.mean, exact.mean, kErrors * sampled.mean_standard_error) << n;
      EXPECT_NEAR(sampled.variance, exact.variance, kErrors * sampled.variance_standard_error) << n;
    }
  }
}

TEST(Autoregression, TheLambdaReturnIsTheMixtureOfAllLengths) {
  const Autoregression chain;
  constexpr double v = 2, lambda = 0.8;
  double mean = 0;
  for (int n = 1; n < 400; ++n) {
    mean += (1 - lambda) * std::pow(lambda, n - 1) * n_step_return(chain, v, n).mean;
  }
  EXPECT_NEAR(lambda_return(chain, v, lambda).mean, mean, 1e-10);
  for (const double x : {0.0, 1.0}) {
    const ReturnFromStart G = lambda_return(chain, v, x),
                          same = n_step_return(chain, v, x == 0 ? 1 : 1000);
    EXPECT_NEAR(G.bias, same.bias, 1e-10);
    EXPECT_NEAR(G.variance, same.variance, 1e-9);
  }
}

TEST(Autoregression, IsAProcessOfTheLab) {
  const BootstrapLab lab("process=autoregression:rho=0.8,sigma=0.5,gamma=0.95,start=2");
  const auto rows = lab.n_steps(0.52, std::array{3});  // v = 2
  EXPECT_NEAR(std::sqrt(rows[1]), 1.902229333, 1e-8);
  EXPECT_NEAR(rows[2], 3.945651492, 1e-8);
  EXPECT_TRUE(std::isnan(rows[3]));
  EXPECT_EQ(lab.lambdas(0.5, std::array{0.0, 1.0}).size(), 10u);
}

}  // namespace
}  // namespace acp
