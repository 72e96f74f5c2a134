#include "core/grad/categorical.h"

#include <cmath>
#include <cstdio>
#include <string>

#include <gtest/gtest.h>

#include "support/every_config.h"
#include "support/finite_difference.h"
#include "support/golden.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr int kEstimated = 1000;  // in each call of an estimator: as many independent estimates

int kind_of(std::string_view id) {
  for (std::size_t i = 0; i < categorical_estimators().size(); ++i) {
    if (categorical_estimators()[i].about.id == id) return static_cast<int>(i);
  }
  ADD_FAILURE() << "no estimator " << id;
  return 0;
}

CategoricalEstimatorConfig exact_sum() { return {.kind = kind_of("exact_sum")}; }
CategoricalEstimatorConfig score_function(Baseline baseline, int samples = 1) {
  return {.kind = kind_of("score_function"), .baseline = baseline, .action_samples = samples};
}
CategoricalEstimatorConfig gumbel_softmax(double relaxation, int samples = 1) {
  return {.kind = kind_of("gumbel_softmax"), .action_samples = samples, .own = {relaxation}};
}

std::vector<CategoricalEstimatorConfig> every_estimator() {
  return every_config<CategoricalEstimatorConfig>(categorical_estimators());
}

/// All but those whose bias is measured below.
std::vector<CategoricalEstimatorConfig> unbiased_estimators() {
  auto unbiased = every_estimator();
  std::erase_if(unbiased,
                [](const auto& config) { return config.entry().unbiased == Unbiased::never; });
  return unbiased;
}

/// One policy and the objective f of each of its choices.
struct Problem {
  std::vector<double> logits;
  std::vector<double> f;
};
const Problem problems[] = {
    {{std::log(0.7) + 3, std::log(0.2) + 3, std::log(0.1) + 3}, {1, 2, 3}},  // that of S7
    {{0.4, -1.1}, {-5, 4}},
    {{0.1, 2, -0.7, 0.9, -3}, {12, 10.5, 11, 9, 14}}};

Matrix repeated(const std::vector<double>& column, int columns) {
  Matrix m(static_cast<int>(column.size()), columns);
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < m.rows(); ++i) {
      m(i, j) = static_cast<Scalar>(column[static_cast<std::size_t>(i)]);
    }
  }
  return m;
}

/// sum_a pi(a) (f(a) - alpha log pi(a)).
double objective(const std::vector<double>& logits, const std::vector<double>& f, double alpha) {
  double total = 0, sum = 0;
  for (const double z : logits) total += std::exp(z);
  for (std::size_t a = 0; a < logits.size(); ++a) {
    const double log_p = logits[a] - std::log(total);
    sum += std::exp(log_p) * (f[a] - alpha * log_p);
  }
  return sum;
}

std::vector<double> exact_gradient(const Problem& problem, double alpha) {
  std::vector<double> gradient, logits = problem.logits;
  constexpr double h = 1e-5;
  for (double& z : logits) {
    const double here = z;
    z = here + h;
    const double above = objective(logits, problem.f, alpha);
    z = here - h;
    gradient.push_back((above - objective(logits, problem.f, alpha)) / (2 * h));
    z = here;
  }
  return gradient;
}

/// Moments of at least `count` estimates, per logit, and of their squared distance from `centre`.
struct Estimates {
  std::vector<Moments> gradient;
  Moments square;
};
Estimates collect(const CategoricalEstimatorConfig& config, const Problem& problem, double alpha,
                  int count, const std::vector<double>& centre) {
  const Matrix logits = repeated(problem.logits, kEstimated), f = repeated(problem.f, kEstimated);
  const auto estimator = make_estimator(config, logits.rows(), kEstimated);
  Matrix gradient(logits.rows(), kEstimated);
  Rng rng(1, Stream::update);
  Estimates estimates{std::vector<Moments>(problem.f.size()), {}};
  for (int done = 0; done < count; done += kEstimated) {
    estimator->draw(rng);
    estimator->estimate(logits, f, alpha, gradient);
    for (int j = 0; j < kEstimated; ++j) {
      double square = 0;
      for (std::size_t k = 0; k < centre.size(); ++k) {
        const double g = gradient(static_cast<int>(k), j);
        estimates.gradient[k].add(g);
        square += (g - centre[k]) * (g - centre[k]);
      }
      estimates.square.add(square);
    }
  }
  return estimates;
}
Estimates collect(const CategoricalEstimatorConfig& config, const Problem& problem, double alpha,
                  int count) {
  return collect(config, problem, alpha, count, exact_gradient(problem, alpha));
}

class UnbiasedCategoricalEstimator : public testing::TestWithParam<CategoricalEstimatorConfig> {};

TEST_P(UnbiasedCategoricalEstimator, HasTheMeanOfTheExactGradient) {
  for (const Problem& problem : problems) {
    for (const double alpha : {0.0, 0.3}) {
      const auto expected = exact_gradient(problem, alpha);
      const auto estimates = collect(GetParam(), problem, alpha, 200'000);
      for (std::size_t k = 0; k < expected.size(); ++k) {
        const Moments& g = estimates.gradient[k];
        if (GetParam().kind == kind_of("exact_sum")) {
          EXPECT_NEAR(g.mean(), expected[k], 1e-5);
          EXPECT_EQ(g.variance(), 0);
        } else {
          EXPECT_LT(std::abs(z_of_mean(g, expected[k])), kLargestZ);
        }
      }
    }
  }
}

// Whatever is registered, with every baseline, must keep these promises.
class EveryCategoricalEstimator : public testing::TestWithParam<CategoricalEstimatorConfig> {};

TEST_P(EveryCategoricalEstimator, HasNoGradientWhereTheObjectiveIsConstant) {
  const bool noisy = GetParam().entry().has_baseline && GetParam().baseline == Baseline::none;
  for (Problem problem : problems) {
    std::fill(problem.f.begin(), problem.f.end(), 3.25);
    for (const Moments& g : collect(GetParam(), problem, 0, 100'000).gradient) {
      if (noisy) {
        EXPECT_GT(g.variance(), 0.001);
        EXPECT_LT(std::abs(z_of_mean(g, 0)), kLargestZ);
      } else {
        EXPECT_NEAR(g.mean(), 0, 1e-5);
        EXPECT_NEAR(g.variance(), 0, 1e-10);
      }
    }
  }
}

TEST_P(EveryCategoricalEstimator, DoesNotChangeTheProbabilitiesWhereAllLogitsMoveTogether) {
  for (const Problem& problem : problems) {
    const Matrix logits = repeated(problem.logits, 7), f = repeated(problem.f, 7);
    Matrix gradient(logits.rows(), 7);
    const auto estimator = make_estimator(GetParam(), logits.rows(), 7);
    Rng rng(2, Stream::update);
    estimator->draw(rng);
    estimator->estimate(logits, f, 0.3, gradient);
    EXPECT_GT(gradient.map().norm(), 0.1);
    for (int j = 0; j < 7; ++j) {
      EXPECT_NEAR(gradient.map().col(j).sum(), 0, 1e-5 * (1 + gradient.map().norm()));
    }
  }
}

TEST_P(EveryCategoricalEstimator, TreatsEachStateOnItsOwn) {
  constexpr int actions = 4, states = 3;
  Rng rng(3, Stream::evaluation);
  Matrix logits = random_matrix(actions, states, rng), f = random_matrix(actions, states, rng, 2);
  const auto estimator = make_estimator(GetParam(), actions, states);
  estimator->draw(rng);
  Matrix before(actions, states), again(actions, states), after(actions, states);
  estimator->estimate(logits, f, 0.2, before);
  estimator->estimate(logits, f, 0.2, again);
  EXPECT_TRUE(padding_is_zero(before));
  for (int i = 0; i < actions; ++i) {
    logits(i, 1) += static_cast<Scalar>(i);
    f(i, 1) *= 3;
  }
  estimator->estimate(logits, f, 0.2, after);
  for (int b = 0; b < states; ++b) {
    const auto old = column(std::as_const(before), b), now = column(std::as_const(after), b);
    EXPECT_TRUE(same_bits(old, column(std::as_const(again), b)));
    EXPECT_EQ(same_bits(old, now), b != 1);
  }
}

const auto test_name = [](const auto& parameter) { return name_of(parameter.param); };
INSTANTIATE_TEST_SUITE_P(Registry, EveryCategoricalEstimator, testing::ValuesIn(every_estimator()),
                         test_name);
INSTANTIATE_TEST_SUITE_P(Registry, UnbiasedCategoricalEstimator,
                         testing::ValuesIn(unbiased_estimators()), test_name);

TEST(CategoricalEstimators, HaveTheGradientAndTheVarianceOfTheClosedForm) {
  const auto expected = closed_form("S7");
  const std::vector<double> gradient = expected["exact_grad_logits"];
  const auto exact = collect(exact_sum(), problems[0], 0, 1);
  for (std::size_t k = 0; k < gradient.size(); ++k) {
    EXPECT_NEAR(exact.gradient[k].mean(), gradient[k], 1e-6);
  }
  for (const auto& [baseline, variance] : {std::pair{Baseline::none, "tracevar_SF_b0"},
                                           std::pair{Baseline::value, "tracevar_SF_bV"}}) {
    const auto estimates = collect(score_function(baseline), problems[0], 0, 1'000'000, gradient);
    EXPECT_LT(std::abs(z_of_mean(estimates.square, expected[variance])), kLargestZ);
  }
}

TEST(CategoricalEstimators, AverageIndependentSamples) {
  for (auto config :
       {score_function(Baseline::none), score_function(Baseline::value), gumbel_softmax(0.5)}) {
    const auto variance = [&](int samples) {
      config.action_samples = samples;
      double sum = 0;
      for (const Moments& g : collect(config, problems[0], 0.3, 200'000).gradient) {
        sum += g.variance();
      }
      return sum;
    };
    EXPECT_NEAR(variance(1) / variance(6), 6, 0.3) << name_of(config);
  }
}

TEST(CategoricalEstimators, LeaveOneOutNeedsTwoSamples) {
  const auto alone = score_function(Baseline::leave_one_out, 1);
  EXPECT_EQ(alone.check("sac_discrete"),
            "sac_discrete.action_samples: 1 is outside [2, 64], which baseline=leave_one_out "
            "needs");
  EXPECT_EQ(score_function(Baseline::leave_one_out, 2).check("sac_discrete"), "");
  EXPECT_EQ(score_function(Baseline::none, 1).check("sac_discrete"), "");
  CategoricalEstimatorConfig exact = exact_sum();
  exact.baseline = Baseline::leave_one_out;  // of no consequence there
  EXPECT_EQ(exact.check("sac_discrete"), "");
}

TEST(GumbelSoftmax, IsBiasedTheMoreRelaxedTheMoreAndTheLessNoisy) {
  const Problem& problem = problems[0];
  const auto exact = exact_gradient(problem, 0);
  double last_bias = INFINITY, last_variance = 0;
  for (const double relaxation : {2.0, 1.0, 0.5, 0.2}) {
    const auto estimates = collect(gumbel_softmax(relaxation), problem, 0, 1'000'000);
    double bias = 0, variance = 0, largest_z = 0;
    for (std::size_t k = 0; k < exact.size(); ++k) {
      const Moments& g = estimates.gradient[k];
      bias += (g.mean() - exact[k]) * (g.mean() - exact[k]);
      variance += g.variance();
      largest_z = std::max(largest_z, std::abs(z_of_mean(g, exact[k])));
    }
    bias = std::sqrt(bias);
    std::printf(
        "measured: Gumbel-softmax, relaxation %g: bias %.4f (z %.0f), trace variance %.3f\n",
        relaxation, bias, largest_z, variance);
    EXPECT_GT(largest_z, relaxation < 1 ? 0 : 20);
    EXPECT_LT(bias, 0.8 * last_bias);
    EXPECT_GT(variance, last_variance);
    last_bias = bias;
    last_variance = variance;
  }
}

#ifdef ACP_DOUBLE

TEST(ExactSum, AgreesWithFiniteDifferences) {
  Rng rng(4, Stream::evaluation);
  for (const int actions : {2, 5}) {
    Matrix logits = random_matrix(actions, 3, rng, 2), gradient(actions, 3);
    const Matrix f = random_matrix(actions, 3, rng, 5);
    for (const double alpha : {0.0, 0.7}) {
      make_estimator(exact_sum(), actions, 3)->estimate(logits, f, alpha, gradient);
      for (int b = 0; b < 3; ++b) {
        const auto z = column(logits, b);
        expect_gradient(z, column(std::as_const(gradient), b), [&] {
          return objective({z.begin(), z.end()}, {f.col(b), f.col(b) + actions}, alpha);
        });
      }
    }
  }
}

TEST(GumbelSoftmax, IsTheDerivativeOfItsRelaxedObjective) {
  constexpr int actions = 4, states = 2, samples = 3;
  constexpr double relaxation = 0.7;
  Rng rng(5, Stream::evaluation), replica(6, Stream::update), stream(6, Stream::update);
  Matrix logits = random_matrix(actions, states, rng, 2), gradient(actions, states);
  const Matrix f = random_matrix(actions, states, rng, 5);
  Matrix gumbel(actions, samples * states);
  for (int j = 0; j < gumbel.cols(); ++j) {
    for (Scalar& g : column(gumbel, j)) g = -std::log(-std::log(1 - replica.uniform()));
  }
  const auto estimator = make_estimator(gumbel_softmax(relaxation, samples), actions, states);
  estimator->draw(stream);
  for (const double alpha : {0.0, 0.4}) {
    estimator->estimate(logits, f, alpha, gradient);
    for (int b = 0; b < states; ++b) {
      expect_gradient(column(logits, b), column(std::as_const(gradient), b), [&] {
        double total = 0, mean = 0;
        for (int k = 0; k < actions; ++k) total += std::exp(logits(k, b));
        for (int s = 0; s < samples; ++s) {
          double weights = 0, sum = 0;
          for (int k = 0; k < actions; ++k) {
            const double log_p = logits(k, b) - std::log(total);
            const double y = std::exp((log_p + gumbel(k, s * states + b)) / relaxation);
            weights += y;
            sum += y * (f(k, b) - alpha * log_p);
          }
          mean += sum / weights / samples;
        }
        return mean;
      });
    }
  }
}

#endif

}  // namespace
}  // namespace acp
