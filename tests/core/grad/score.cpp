#include "core/grad/score.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/estimates.h"
#include "support/finite_difference.h"

namespace acp {
namespace {

TEST(GaussianScore, IsTheEstimateOfTheScoreFunctionForTheSameActions) {
  constexpr int d = 3, states = 5;
  Rng rng(1, Stream::evaluation);
  const Matrix phi = random_matrix(2 * d, states, rng);
  const auto estimator = make_estimator(score_function(Baseline::none), d, states);
  estimator->draw(rng);
  QuadraticObjective objective(-0.7, 0.3, 1);
  Matrix expected(2 * d, states), gradient(2 * d, states);
  estimator->estimate({phi, Squash::none}, objective, 0, expected);
  gaussian_score(phi, estimator->samples().action, estimator->values(), 0, gradient);
  EXPECT_GT(expected.map().norm(), 1);
  EXPECT_LT((gradient.map() - expected.map()).norm(), 1e-5 * expected.map().norm());
}

TEST(GaussianScore, HasNoGradientOfLogSigmaBeyondItsClamp) {
  const Buffer weight{2};
  Matrix action(1, 1), gradient(2, 1);
  for (const auto& [log_sigma, inside] :
       {std::pair{-20.5, false}, {2.5, false}, {-3.0, true}, {2.0, true}}) {
    const Matrix phi = constant_head(0.1, log_sigma, 1);
    action(0, 0) = phi(0, 0);  // z = 0
    gaussian_score(phi, action, weight, 3, gradient);
    EXPECT_EQ(gradient(0, 0), 0);
    EXPECT_EQ(gradient(1, 0), inside ? -2 + 3 : 0) << log_sigma;
  }
}

TEST(GaussianScore, SumsTheEntropies) {
  Matrix phi(4, 2);
  for (int j = 0; j < 2; ++j) {
    phi(2, j) = Scalar(-0.5);
    phi(3, j) = Scalar(0.25);
  }
  Matrix gradient(4, 2);
  const double each = -0.5 + 0.25 + std::log(2 * math::kPi * std::exp(1));
  EXPECT_NEAR(gaussian_score(phi, Matrix(2, 2), Buffer{0, 0}, 0, gradient), 2 * each, 1e-6);
}

/// The logits of (0.7, 0.2, 0.1), up to a constant.
Matrix three_choices() {
  Matrix logits(3, 1);
  const double p[] = {0.7, 0.2, 0.1};
  for (int k = 0; k < 3; ++k) logits(k, 0) = static_cast<Scalar>(std::log(p[k]) + 5);
  return logits;
}

TEST(CategoricalScore, HasTheExactMeanAndTheClosedFormVariance) {
  // Over actions, of (e_a - p)(Q_a - b): mean p_k (Q_k - V) for every b.
  const double p[] = {0.7, 0.2, 0.1}, q[] = {1, 2, 3}, v = 1.4;
  for (const auto& [baseline, variance] : {std::pair{0.0, 2.0976}, {v, 0.3224}}) {
    double mean[3] = {}, square = 0;
    for (int a = 0; a < 3; ++a) {
      Matrix action(1, 1), gradient(3, 1);
      action(0, 0) = static_cast<Scalar>(a);
      categorical_score(three_choices(), action, Buffer{static_cast<Scalar>(q[a] - baseline)}, 0,
                        gradient);
      for (int k = 0; k < 3; ++k) {
        mean[k] += p[a] * gradient(k, 0);
        square += p[a] * gradient(k, 0) * gradient(k, 0);
      }
    }
    for (int k = 0; k < 3; ++k) {
      EXPECT_NEAR(mean[k], p[k] * (q[k] - v), 1e-6);
      square -= mean[k] * mean[k];
    }
    EXPECT_NEAR(square, variance, 1e-5);
  }
}

TEST(CategoricalScore, SumsTheEntropiesAndHasTheirGradient) {
  const double p[] = {0.7, 0.2, 0.1};
  double entropy = 0;
  for (const double each : p) entropy -= each * std::log(each);
  Matrix gradient(3, 1);
  EXPECT_NEAR(categorical_score(three_choices(), Matrix(1, 1), Buffer{0}, 2, gradient), entropy,
              1e-6);
  for (int k = 0; k < 3; ++k) {
    EXPECT_NEAR(gradient(k, 0), -2 * p[k] * (std::log(p[k]) + entropy), 1e-6);
  }
}

TEST(Scores, AreZeroForStatesWithoutAWeight) {
  Rng rng(2, Stream::evaluation);
  const Matrix head = random_matrix(6, 4, rng), actions = random_matrix(3, 4, rng);
  const Matrix choices(1, 4);
  for (const bool discrete : {false, true}) {
    const auto score = discrete ? categorical_score : gaussian_score;
    const Matrix& taken = discrete ? choices : actions;
    Matrix all(6, 4), some = random_matrix(6, 4, rng);
    const double entropies = score(head, taken, Buffer{1, 2, 3, 4}, Scalar(0.5), all);
    EXPECT_GT(entropies, score(head, taken, Buffer{1, 2}, Scalar(0.5), some) + 0.1);
    for (int j = 0; j < 4; ++j) {
      const Matrix zeros(6, 1);
      const Matrix& expected = j < 2 ? all : zeros;
      EXPECT_TRUE(same_bits(column(std::as_const(some), j), column(expected, j < 2 ? j : 0)));
    }
    EXPECT_TRUE(padding_is_zero(all));
  }
}

#ifdef ACP_DOUBLE

TEST(ScoreGradient, OfAGaussianAgreesWithFiniteDifferences) {
  constexpr int d = 2, states = 3;
  Rng rng(3, Stream::evaluation);
  Matrix phi = random_matrix(2 * d, states, rng);
  const Matrix actions = random_matrix(d, states, rng, 2);
  const Buffer weights{0.8, -1.5, 0.3};
  const double beta = 0.4;
  const auto objective = [&] {
    double sum = 0;
    for (int j = 0; j < states; ++j) {
      for (int i = 0; i < d; ++i) {
        const double log_sigma = phi(d + i, j);
        const double z = (actions(i, j) - phi(i, j)) / std::exp(log_sigma);
        sum += weights[static_cast<std::size_t>(j)] * (-0.5 * z * z - log_sigma) + beta * log_sigma;
      }
    }
    return sum;
  };
  Matrix gradient(2 * d, states);
  gaussian_score(phi, actions, weights, beta, gradient);
  for (int j = 0; j < states; ++j) {
    expect_gradient(column(phi, j), column(std::as_const(gradient), j), objective);
  }
}

TEST(ScoreGradient, OfACategoricalAgreesWithFiniteDifferences) {
  constexpr int choices = 5, states = 3;
  Rng rng(4, Stream::evaluation);
  Matrix logits = random_matrix(choices, states, rng, 2);
  Matrix actions(1, states);
  for (int j = 0; j < states; ++j) actions(0, j) = 2 * j;
  const Buffer weights{0.8, -1.5, 0.3};
  const double beta = 0.4;
  const auto objective = [&] {
    double sum = 0;
    for (int j = 0; j < states; ++j) {
      double total = 0;
      for (int k = 0; k < choices; ++k) total += std::exp(logits(k, j));
      for (int k = 0; k < choices; ++k) {
        const double log_p = logits(k, j) - std::log(total);
        if (k == 2 * j) sum += weights[static_cast<std::size_t>(j)] * log_p;
        sum -= beta * std::exp(log_p) * log_p;
      }
    }
    return sum;
  };
  Matrix gradient(choices, states);
  categorical_score(logits, actions, weights, beta, gradient);
  for (int j = 0; j < states; ++j) {
    expect_gradient(column(logits, j), column(std::as_const(gradient), j), objective);
  }
}

#endif

}  // namespace
}  // namespace acp
