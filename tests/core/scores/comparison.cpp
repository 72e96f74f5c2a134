#include "core/scores/comparison.h"

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(Comparison, OfArmsThatDoNotOverlapIsCertain) {
  const Scores low(std::vector<double>{1, 2, 3}), high(std::vector<double>{4, 5, 6});
  const auto [probability, interval] = improvement(high, low);
  EXPECT_EQ(probability, 1);
  EXPECT_EQ(interval.low, 1);
  EXPECT_EQ(interval.high, 1);
  EXPECT_EQ(improvement(low, high).probability, 0);
}

TEST(Comparison, SeedBySeedIsOfTheDifferences) {
  const std::vector<double> differences{-1, 2, 3, 10};
  const auto paired = paired_difference(differences);
  ASSERT_TRUE(paired);
  EXPECT_EQ(paired->seeds, 4u);
  EXPECT_EQ(paired->better, 3u);
  EXPECT_EQ(paired->worse, 1u);
  EXPECT_DOUBLE_EQ(paired->iqm, 2.5);
  const Interval interval =
      location_interval(Scores(differences), Location::interquartile_mean, {});
  EXPECT_EQ(paired->interval.low, interval.low);
  EXPECT_EQ(paired->interval.high, interval.high);
}

TEST(Comparison, CountsATieForNeither) {
  const auto paired = paired_difference({0, 0, -0.0, 1, -2});
  ASSERT_TRUE(paired);
  EXPECT_EQ(paired->seeds, 5u);
  EXPECT_EQ(paired->better, 1u);
  EXPECT_EQ(paired->worse, 1u);
}

TEST(Comparison, TakesTwoSeeds) {
  EXPECT_FALSE(paired_difference({}));
  EXPECT_FALSE(paired_difference({1}));
}

}  // namespace
}  // namespace acp
