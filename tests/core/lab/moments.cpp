#include "core/lab/moments.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/dist/gaussian.h"
#include "support/statistics.h"

namespace acp {
namespace {

/// Columns of three coordinates: independent ones of variance 1 and 4, and the sum of both.
Matrix drawn(int columns) {
  Rng rng(5, Stream::lab);
  Matrix noise(2, columns), x(3, columns);
  draw_noise(rng, noise);
  for (int j = 0; j < columns; ++j) {
    x(0, j) = 1 + noise(0, j);
    x(1, j) = 2 * noise(1, j);
    x(2, j) = x(0, j) + x(1, j);
  }
  return x;
}

TEST(VectorMoments, AreThoseOfTwoPasses) {
  const Matrix x = drawn(100);
  VectorMoments moments(3, true);
  moments.add(x, 0, 40);
  moments.add(x, 40, 100);
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      double mean_i = 0, mean_j = 0, product = 0;
      for (int c = 0; c < 100; ++c) mean_i += x(i, c) / 100.0;
      for (int c = 0; c < 100; ++c) mean_j += x(j, c) / 100.0;
      for (int c = 0; c < 100; ++c) product += (x(i, c) - mean_i) * (x(j, c) - mean_j) / 99;
      EXPECT_NEAR(moments.mean()[static_cast<std::size_t>(i)], mean_i, 1e-12);
      EXPECT_NEAR(moments.covariance(i, j), product, 1e-12);
    }
  }
}

TEST(VectorMoments, MergeToThoseOfTheWhole) {
  const Matrix x = drawn(100);
  VectorMoments whole(3, true), part(3, true), rest(3, true);
  whole.add(x, 0, 100);
  part.add(x, 0, 17);
  rest.add(x, 17, 100);
  part.merge(rest);
  EXPECT_EQ(part.count(), 100);
  for (int i = 0; i < 3; ++i) {
    EXPECT_NEAR(part.mean()[static_cast<std::size_t>(i)], whole.mean()[static_cast<std::size_t>(i)],
                1e-13);
    for (int j = 0; j < 3; ++j) EXPECT_NEAR(part.covariance(i, j), whole.covariance(i, j), 1e-12);
  }
}

TEST(GroupedMoments, DoNotDependOnHowTheyAreCut) {
  const Matrix x = drawn(203);
  GroupedMoments at_once(3, true, 7), in_parts(3, true, 7);
  at_once.add(x, 0, 203);
  for (int first = 0; first < 203; first += 5) in_parts.add(x, first, std::min(first + 5, 203));
  EXPECT_EQ(at_once.all().mean(), in_parts.all().mean());
  EXPECT_EQ(at_once.all().covariance(2, 1), in_parts.all().covariance(2, 1));
  EXPECT_EQ(at_once.errors({}).statistics.snr, in_parts.errors({}).statistics.snr);
}

/// The noise of the mean is no signal.
TEST(GroupedMoments, FindNoSignalInNoise) {
  constexpr int kRepetitions = 500, kCount = 64;
  Matrix noise(3, kRepetitions * kCount);
  Rng rng(6, Stream::lab);
  draw_noise(rng, noise);
  Moments snr;
  for (int r = 0; r < kRepetitions; ++r) {
    GroupedMoments moments(3, false, 8);
    moments.add(noise, r * kCount, (r + 1) * kCount);
    snr.add(statistics_of(moments.all(), {}).snr);
  }
  EXPECT_LT(std::abs(snr.mean() / snr.standard_error()), 4.5);
  EXPECT_LT(4.5 * snr.standard_error(), 1.0 / kCount);  // what the noise would add shows
}

/// The standard error that the jackknife gives is that of many repetitions, to its own accuracy.
TEST(GroupedMoments, JackknifeErrorsAreThoseOfRepetitions) {
  constexpr int kRepetitions = 400, kCount = 512;
  const Matrix x = drawn(kRepetitions * kCount);
  const std::vector<double> reference{1, 0, 1};
  Moments variance, snr, bias, claimed_variance, claimed_snr, claimed_bias;
  for (int r = 0; r < kRepetitions; ++r) {
    GroupedMoments moments(3, true, 32);
    moments.add(x, r * kCount, (r + 1) * kCount);
    const auto figures = statistics_of(moments.all(), reference);
    const auto errors = moments.errors(reference).statistics;
    variance.add(figures.total_variance);
    snr.add(figures.snr);
    bias.add(figures.bias_squared);
    claimed_variance.add(errors.total_variance);
    claimed_snr.add(errors.snr);
    claimed_bias.add(errors.bias_squared);
  }
  EXPECT_NEAR(claimed_variance.mean() / variance.standard_deviation(), 1, 0.15);
  EXPECT_NEAR(claimed_snr.mean() / snr.standard_deviation(), 1, 0.15);
  EXPECT_NEAR(claimed_bias.mean() / bias.standard_deviation(), 1, 0.35);
  EXPECT_LT(std::abs(bias.mean() / bias.standard_error()), 4.5);
  EXPECT_LT(std::abs((variance.mean() - 10) / variance.standard_error()), 4.5);
}

}  // namespace
}  // namespace acp
