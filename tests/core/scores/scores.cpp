#include "core/scores/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/scores/interval.h"

namespace acp {
namespace {

std::vector<double> upto(int count) {
  std::vector<double> scores(static_cast<std::size_t>(count));
  std::iota(scores.begin(), scores.end(), 1);
  return scores;
}

TEST(Scores, TrimAQuarterAtEitherEndRoundedDown) {
  EXPECT_EQ(trimmed(Location::interquartile_mean, 15), 3);
  EXPECT_EQ(trimmed(Location::interquartile_mean, 10), 2);
  EXPECT_EQ(trimmed(Location::interquartile_mean, 3), 0);
}

TEST(Scores, HaveTheMiddleThatIsWorkedOutByHand) {
  std::vector<double> scores = upto(15);
  scores.back() = 1e6;
  const Scores with_outlier(scores);
  EXPECT_DOUBLE_EQ(with_outlier.location(Location::interquartile_mean), 8);
  EXPECT_DOUBLE_EQ(with_outlier.location(Location::median), 8);
  EXPECT_DOUBLE_EQ(with_outlier.location(Location::mean), (14 * 7.5 + 1e6) / 15);
  const Scores even(std::vector<double>{4, 1, 100, 2});
  EXPECT_DOUBLE_EQ(even.location(Location::median), 3);
  EXPECT_DOUBLE_EQ(even.location(Location::interquartile_mean), 3);
}

TEST(Scores, OfSeveralTasksArePooled) {
  const std::vector<std::vector<double>> tasks{{1, 2, 3, 4}, {5, 6, 7, 100}};
  EXPECT_DOUBLE_EQ(Scores(tasks).location(Location::interquartile_mean), 4.5);
}

TEST(Scores, DrawAsManyOfEachTask) {
  const std::vector<std::vector<double>> tasks{{0, 0, 0}, {1, 1, 1, 1, 1}};
  Scores scores(tasks);
  Rng rng(1, Stream::resampling);
  for (int i = 0; i < 100; ++i) {
    scores.draw(rng);
    EXPECT_DOUBLE_EQ(scores.location(Location::mean), 5.0 / 8);
  }
}

TEST(Scores, DrawnHaveTheMiddleOfTheirList) {
  const std::vector<double> original{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
  std::vector<double> sorted = original;
  std::sort(sorted.begin(), sorted.end());
  Scores scores(original);
  Rng rng(2, Stream::resampling), same(2, Stream::resampling);
  for (int i = 0; i < 200; ++i) {
    scores.draw(rng);
    std::vector<double> drawn;
    for (std::size_t k = 0; k < sorted.size(); ++k) drawn.push_back(sorted[same.index(11)]);
    std::sort(drawn.begin(), drawn.end());
    EXPECT_DOUBLE_EQ(scores.location(Location::interquartile_mean),
                     std::accumulate(drawn.begin() + 2, drawn.end() - 2, 0.0) / 7);
    EXPECT_DOUBLE_EQ(scores.location(Location::median), drawn[5]);
  }
}

TEST(Scores, ImproveWithTheShareOfPairsThatAreGreater) {
  const Scores a(std::vector<double>{1, 2, 3}), b(std::vector<double>{0, 2, 2, 5});
  // 1 beats one, 2 beats one and equals two, 3 beats three.
  EXPECT_DOUBLE_EQ(a.probability_of_improvement(b), (1 + 2 + 3) / 12.0);
  EXPECT_DOUBLE_EQ(b.probability_of_improvement(a), 1 - 6 / 12.0);
  EXPECT_DOUBLE_EQ(a.probability_of_improvement(a), 0.5);
}

TEST(Scores, ImproveOnTheAverageOfTheTasks) {
  const std::vector<std::vector<double>> a{{1, 2}, {0}}, b{{0, 0}, {1, 1, 1}};
  EXPECT_DOUBLE_EQ(Scores(a).probability_of_improvement(Scores(b)), 0.5);
}

TEST(Scores, ImproveAsTheDrawnPairsDo) {
  const std::vector<double> x{3, 1, 4, 1, 5}, y{2, 7, 1, 8};
  Scores a(x), b(y);
  Rng rng(3, Stream::resampling), same(3, Stream::resampling);
  const auto draw = [&](std::vector<double> from) {
    std::sort(from.begin(), from.end());
    std::vector<double> drawn;
    for (std::size_t i = 0; i < from.size(); ++i) {
      drawn.push_back(from[same.index(static_cast<std::uint32_t>(from.size()))]);
    }
    return drawn;
  };
  for (int i = 0; i < 100; ++i) {
    a.draw(rng);
    b.draw(rng);
    const auto own = draw(x), other = draw(y);
    double pairs = 0;
    for (const double s : own) {
      for (const double t : other) pairs += s > t ? 1 : s == t ? 0.5 : 0;
    }
    EXPECT_DOUBLE_EQ(a.probability_of_improvement(b), pairs / 20);
  }
}

TEST(Quantile, IsBetweenNeighboursOnALine) {
  std::vector<double> numbers{4, 1, 3, 2};
  EXPECT_DOUBLE_EQ(quantile(numbers, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(numbers, 1), 4);
  EXPECT_DOUBLE_EQ(quantile(numbers, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile(numbers, 0.4), 2.2);
}

TEST(Interval, OfAMeanIsNearlyNormal) {
  // 1 to 100: the bootstrap's standard error is that of the population, 28.866 / 10.
  const auto [low, high] = location_interval(Scores(upto(100)), Location::mean, {20'000, 1});
  EXPECT_NEAR(low, 50.5 - 1.96 * 2.8866, 0.2);
  EXPECT_NEAR(high, 50.5 + 1.96 * 2.8866, 0.2);
}

TEST(Interval, IsTheSameForTheSameScoresInAnyOrder) {
  const std::vector<double> one{1, 5, 2, 4}, other{4, 2, 5, 1};
  const auto a = location_interval(Scores(one), Location::interquartile_mean, {});
  const auto b = location_interval(Scores(other), Location::interquartile_mean, {});
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
}

TEST(Interval, OfAnImprovementWithoutDoubtIsAPoint) {
  const auto [low, high] = improvement_interval(Scores(std::vector<double>{5, 6, 7}),
                                                Scores(std::vector<double>{1, 2}), {});
  EXPECT_EQ(low, 1);
  EXPECT_EQ(high, 1);
}

TEST(Profile, FallsFromOneToZero) {
  const double thresholds[] = {0, 2.5, 10};
  const auto profile = performance_profile(Scores(upto(4)), thresholds, {});
  ASSERT_EQ(profile.size(), 3u);
  EXPECT_EQ(profile[0].share, 1);
  EXPECT_EQ(profile[1].share, 0.5);
  EXPECT_EQ(profile[2].share, 0);
  // Two of four, binomial: P(0) = 1/16 is more than a tail.
  EXPECT_EQ(profile[1].interval.low, 0);
  EXPECT_EQ(profile[1].interval.high, 1);
}

}  // namespace
}  // namespace acp
