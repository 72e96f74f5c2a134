#include "core/dist/categorical.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

Buffer log_softmax_of(const Buffer& logits) {
  Buffer log_p(logits.size());
  log_softmax(logits, log_p);
  return log_p;
}
Buffer logs_of(std::initializer_list<double> probabilities) {
  Buffer log_p;
  for (const double p : probabilities) log_p.push_back(static_cast<Scalar>(std::log(p)));
  return log_p;
}

TEST(LogSoftmax, IsTheLogarithmOfTheSharesOfTheExponentials) {
  Rng rng(1, Stream::evaluation);
  for (const std::size_t n : {1u, 2u, 3u, 9u}) {
    const Buffer logits = random_buffer(n, rng, 5);
    double total = 0;
    for (const double z : logits) total += std::exp(z);
    const Buffer log_p = log_softmax_of(logits);
    for (std::size_t k = 0; k < n; ++k) {
      EXPECT_NEAR(log_p[k], logits[k] - std::log(total), 2e-6);
    }
  }
}

TEST(LogSoftmax, StaysFiniteForLogitsOfAnySize) {
  const Buffer log_p = log_softmax_of({3e4, -3e4, 3e4});
  EXPECT_NEAR(log_p[0], -std::log(2), 2e-3);  // float has three digits after the point there
  EXPECT_NEAR(log_p[1], -6e4, 1);
  EXPECT_EQ(log_p[0], log_p[2]);
}

TEST(LogSoftmax, WorksInPlace) {
  Buffer logits{1, -2, Scalar(0.5)};
  const Buffer expected = log_softmax_of(logits);
  log_softmax(logits, logits);
  EXPECT_TRUE(same_bits(logits, expected));
}

TEST(CategoryAt, InvertsTheCumulativeDistribution) {
  const Buffer log_p = logs_of({0.5, 0.25, 0.25});
  for (const auto& [u, category] :
       {std::pair{0.0, 0}, {0.499, 0}, {0.501, 1}, {0.749, 1}, {0.751, 2}}) {
    EXPECT_EQ(category_at(log_p, u), category) << u;
  }
}

TEST(CategoryAt, HasAnAnswerUpToTheEnds) {
  const double largest = std::nextafter(1, 0);
  Rng rng(2, Stream::evaluation);
  for (const std::size_t n : {1u, 2u, 7u, 50u}) {
    const Buffer log_p = log_softmax_of(random_buffer(n, rng, 3));
    EXPECT_EQ(category_at(log_p, 0), 0);
    EXPECT_EQ(category_at(log_p, largest), static_cast<int>(n) - 1);
  }
  EXPECT_EQ(category_at(log_softmax_of({-1000, 0, -1000}), 0.5), 1);
}

TEST(CategoryAt, DrawsEachCategoryWithItsProbability) {
  const double p[] = {0.1, 0.55, 0.05, 0.3};
  const Buffer log_p = logs_of({0.1, 0.55, 0.05, 0.3});
  std::vector<Moments> drawn(std::size(p));
  Rng rng(3, Stream::policy);
  for (int i = 0; i < 200'000; ++i) {
    const int category = category_at(log_p, rng.uniform());
    for (int k = 0; k < 4; ++k) drawn[static_cast<std::size_t>(k)].add(k == category ? 1 : 0);
  }
  for (std::size_t k = 0; k < std::size(p); ++k) {
    EXPECT_LT(std::abs(z_of_mean(drawn[k], p[k])), kLargestZ);
  }
}

TEST(CategoricalEntropy, IsThatOfTheDefinition) {
  EXPECT_NEAR(entropy(logs_of({0.7, 0.2, 0.1})),
              -(0.7 * std::log(0.7) + 0.2 * std::log(0.2) + 0.1 * std::log(0.1)), 1e-6);
  EXPECT_NEAR(entropy(logs_of({0.25, 0.25, 0.25, 0.25})), std::log(4), 1e-6);
  EXPECT_NEAR(entropy(log_softmax_of({200, 0, 0})), 0, 1e-6);
}

TEST(SoftValue, IsTheMeanValueAndTheEntropyBonus) {
  const Buffer log_p = logs_of({0.7, 0.2, 0.1}), q{1, 2, 3};
  EXPECT_NEAR(soft_value(log_p, q, 0), 1.4, 1e-6);
  EXPECT_NEAR(soft_value(log_p, q, Scalar(0.3)),
              1.4 - 0.3 * (0.7 * std::log(0.7) + 0.2 * std::log(0.2) + 0.1 * std::log(0.1)), 1e-6);
}

TEST(SoftValue, IsGreatestForTheSoftmaxOfTheValues) {
  const double alpha = 0.4;
  const Buffer q{1, 2, Scalar(1.8)};
  Buffer logits;
  double total = 0;
  for (const Scalar each : q) {
    logits.push_back(static_cast<Scalar>(each / alpha));
    total += std::exp(each / alpha);
  }
  const auto value = [&] {
    return soft_value(log_softmax_of(logits), q, static_cast<Scalar>(alpha));
  };
  EXPECT_NEAR(value(), alpha * std::log(total), 1e-6);
  for (Scalar& z : logits) {
    const Scalar best = z;
    for (const double shift : {-1, 1}) {
      z = best + static_cast<Scalar>(shift);
      EXPECT_LT(value(), alpha * std::log(total) - 0.003);
    }
    z = best;
  }
}

}  // namespace
}  // namespace acp
