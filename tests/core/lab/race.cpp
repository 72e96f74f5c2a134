#include "core/lab/race.h"

#include <gtest/gtest.h>

#include "support/estimates.h"
#include "support/golden.h"

namespace acp {
namespace {

nlohmann::json run(const std::string& config, double milliseconds = 1e9) {
  Race race(config);
  while (!race.advance(milliseconds)) {
  }
  return nlohmann::json::parse(race.result());
}

TEST(Race, TakesAboutAsLongAsTheReference) {
  // Reparameterization, leave-one-out, no baseline; by an independent program, whose start, step
  // sizes and seeds are not known. Without a baseline, rare seeds that diverge decide on the step.
  struct Reference {
    int d;
    std::array<double, 3> iterations;
  };
  constexpr std::array<double, 3> factors{1.01, 2, 3.5};
  for (const auto& [d, expected] :
       {Reference{1, {5, 8, 8}}, Reference{2, {5, 7, 13}}, Reference{4, {5, 9, 19}},
        Reference{8, {5, 14, 63}}, Reference{16, {5, 16, 186}}, Reference{32, {5, 29, 950}}}) {
    const auto result = run("dimensions=" + std::to_string(d));
    ASSERT_TRUE(result["finished"]);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto& contestant = result["contestants"][i];
      const double reached = contestant["reached"];
      EXPECT_LT(std::abs(std::log(reached / expected[i])), std::log(factors[i])) << d << ' ' << i;
      EXPECT_LE(contestant["curve"]["mean"].size(), 200u);
    }
  }
}

/// The mean of |mu|^2 over many independent ascents of a race, at each iteration.
std::vector<Moments> ascents(const EstimatorConfig& config, int d, double step, int iterations) {
  constexpr int chunks = 8;
  constexpr double sigma = 0.2;
  QuadraticObjective objective(-0.5, 0, 0);
  const auto estimator = make_estimator(config, d, kStates);
  std::vector<Moments> squares(static_cast<std::size_t>(iterations));
  Rng rng(1, Stream::lab);
  Matrix phi(2 * d, kStates), gradient(2 * d, kStates);
  for (int chunk = 0; chunk < chunks; ++chunk) {
    for (int j = 0; j < kStates; ++j) {
      std::fill_n(phi.col(j), d, Scalar{1});
      std::fill_n(phi.col(j) + d, d, static_cast<Scalar>(std::log(sigma)));
    }
    for (auto& moments : squares) {
      estimator->draw(rng);
      estimator->estimate({phi, Squash::none}, objective, 0, gradient);
      for (int j = 0; j < kStates; ++j) {
        double sum = 0;
        for (int i = 0; i < d; ++i) {
          phi(i, j) += static_cast<Scalar>(step) * gradient(i, j);
          sum += std::pow(phi(i, j), 2);
        }
        moments.add(sum);
      }
    }
  }
  return squares;
}

TEST(Race, FollowsTheRecursionOfItsExpectation) {
  constexpr int batch = 16, iterations = 6;
  constexpr double sigma = 0.2;
  for (const int d : {1, 8, 32}) {
    const double step = 1.0 / (d + 4);
    const auto next = [&](double m, double noise) {
      return (1 - step) * (1 - step) * m + step * step * noise;
    };
    double pathwise = d, left_out = d, bare = d;
    const auto measured =
        std::array{ascents(reparameterization(batch), d, step, iterations),
                   ascents(score_function(Baseline::leave_one_out, batch), d, step, iterations),
                   ascents(score_function(Baseline::none, batch), d, step, iterations)};
    for (std::size_t i = 0; i < iterations; ++i) {
      pathwise = next(pathwise, pathwise_noise(d, sigma, batch, pathwise));
      left_out = next(left_out, score_noise(Baseline::leave_one_out, d, sigma, batch, left_out));
      bare = next(bare, score_noise(Baseline::none, d, sigma, batch, bare));
      EXPECT_LT(std::abs(z_of_mean(measured[0][i], pathwise)), kLargestZ) << d << ' ' << i;
      EXPECT_LT(std::abs(z_of_mean(measured[1][i], left_out)), kLargestZ) << d << ' ' << i;
      if (i == 0) {
        EXPECT_LT(std::abs(z_of_mean(measured[2][i], bare)), kLargestZ) << d;
      } else if (d > 1) {
        EXPECT_GT(measured[2][i].mean(), bare) << d << ' ' << i;
      }
    }
  }
}

TEST(Race, ShowsTheExpectationBesideTheMean) {
  const auto contestants = run("dimensions=8")["contestants"];
  for (const auto& contestant : contestants) {
    const auto& curve = contestant["curve"];
    const double first = curve["mean"][0], error = curve["mean_standard_error"][0];
    const double expected = curve["expected"][0];
    EXPECT_LT(std::abs(first - expected) / error, kLargestZ) << contestant["estimator"];
    EXPECT_EQ(curve["expected"].size(), curve["mean"].size());
  }
}

TEST(Race, FavoursReparameterizationMoreAndMoreWithTheDimension) {
  double before[2] = {0, 0};
  for (const int d : {1, 8, 32}) {
    const auto all = run("dimensions=" + std::to_string(d))["contestants"];
    for (std::size_t i : {0, 1}) {
      const double other = all[i + 1]["reached"], ours = all[0]["reached"];
      const double ratio = other / ours;
      EXPECT_GT(ratio, before[i]) << d;
      before[i] = ratio;
    }
  }
}

TEST(Race, DoesNotDependOnHowItsTimeIsCut) {
  EXPECT_EQ(run("dimensions=4", 0), run("dimensions=4"));
  EXPECT_NE(run("dimensions=4&seed=2"), run("dimensions=4"));
}

TEST(Race, SaysWhatItHasNotReached) {
  Race race("dimensions=2");
  EXPECT_FALSE(race.advance(0));
  const auto result = nlohmann::json::parse(race.result());
  EXPECT_FALSE(result["finished"]);
  EXPECT_TRUE(result["contestants"][0]["step"].is_null());
  EXPECT_TRUE(result["contestants"][0]["reached"].is_null());
  EXPECT_EQ(result["contestants"][0]["trying"], 0.4);
  EXPECT_EQ(result["contestants"][0]["iterations"].size(), 0u);
  EXPECT_TRUE(result["contestants"][1]["trying"].is_null());
}

TEST(Race, StatesItsBudgetInCriticEvaluations) {
  const auto all = run("dimensions=1&batch=8")["contestants"];
  EXPECT_EQ(all[0]["forward"], 8);
  EXPECT_EQ(all[0]["backward"], 8);
  EXPECT_EQ(all[1]["forward"], 8);
  EXPECT_EQ(all[1]["backward"], 0);
}

void expect_refusal(const char* config, const char* lines) {
  try {
    Race race(config);
    FAIL() << config;
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), lines);
  }
}

TEST(Race, RefusesWhatItCannotRun) {
  expect_refusal("dimensions=33", "dimensions: 33 is outside [1, 32]");
  expect_refusal("batch=1&sigma=x",
                 "batch: 1 is outside [2, 64]\nsigma: \"x\" is not a number in [0.01, 1]");
  expect_refusal("speed=1", "speed: unknown parameter");
  expect_refusal("seed", "seed: is not of the form key=value");
}

TEST(VarianceRatio, IsTheClosedForm) {
  EXPECT_NEAR(variance_ratio(8, 0.5, 8, 8), closed_form("S4")["ratio"].get<double>(), 1e-12);
  EXPECT_EQ(variance_ratio(1, 0.2, 0, 1), 2.5);
}

/// Of the gradient with respect to mu from one sample: its squared distance from `mean`, summed
/// over the dimensions; the expectation is the trace of its covariance. Of K samples with
/// leave-one-out, K times that.
Moments squared_distances(const EstimatorConfig& config, int d, double mu, double sigma,
                          double mean) {
  QuadraticObjective objective(-0.5, 0, 0);
  const auto estimator = make_estimator(config, d, kStates);
  Matrix phi(2 * d, kStates), gradient(2 * d, kStates);
  for (int j = 0; j < kStates; ++j) {
    for (int i = 0; i < d; ++i) {
      phi(i, j) = static_cast<Scalar>(mu);
      phi(d + i, j) = static_cast<Scalar>(std::log(sigma));
    }
  }
  Rng rng(1, Stream::lab);
  Moments moments;
  for (int done = 0; done < 40'000; done += kStates) {
    estimator->draw(rng);
    estimator->estimate({phi, Squash::none}, objective, 0, gradient);
    for (int j = 0; j < kStates; ++j) {
      double sum = 0;
      for (int i = 0; i < d; ++i) sum += std::pow(gradient(i, j) - mean, 2);
      moments.add(config.action_samples * sum);
    }
  }
  return moments;
}

TEST(VarianceRatio, IsThatOfTheEstimatorsThatTrain) {
  constexpr int d = 8, samples = 64;
  constexpr double mu = 1, sigma = 0.5, g_squared = d, h_squared = d;
  const auto expected = closed_form("S4");
  const double perfect = expected["trace_var_SF_meanbaseline"];
  // Leave-one-out adds (|g|^2 + Var f tr Var S) / (K - 1) to K times the variance.
  const double variance_of_f = g_squared * sigma * sigma + h_squared * std::pow(sigma, 4) / 2;
  const double added = (g_squared + variance_of_f * d / (sigma * sigma)) / (samples - 1);
  const auto pathwise = squared_distances(reparameterization(), d, mu, sigma, -mu);
  const auto scored =
      squared_distances(score_function(Baseline::leave_one_out, samples), d, mu, sigma, -mu);
  EXPECT_LT(std::abs(z_of_mean(pathwise, expected["trace_var_RP"])), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(scored, perfect + added)), kLargestZ);
  const double ratio = variance_ratio(d, sigma, g_squared, h_squared);
  const double error = std::hypot(scored.standard_error(), ratio * pathwise.standard_error());
  EXPECT_LT(std::abs(scored.mean() - added - ratio * pathwise.mean()) / error, kLargestZ);
}

}  // namespace
}  // namespace acp
