#include "core/scores/coverage.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(Coverage, OfTheLawsIsAboutTheirTruth) {
  Rng rng(1, Stream::lab);
  std::vector<double> scores(200'000);
  std::vector<Scalar> noise(scores.size());
  rng.fill_normal(noise);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] = static_cast<double>(noise[i]) - (rng.uniform() < 0.2 ? 10 : 0);
  }
  const Scores sample(scores);
  for (const Location location : kLocations) {
    const double deviation = location == Location::mean ? 4.1 : 1.6;
    EXPECT_NEAR(sample.location(location), true_location(ScoreLaw::bimodal, location),
                4.5 * deviation / std::sqrt(200'000.0));
    EXPECT_EQ(true_location(ScoreLaw::normal, location), 0);
  }
}

class KnownCoverage : public testing::TestWithParam<int> {};

TEST_P(KnownCoverage, IsMeasuredAgain) {
  for (const ScoreLaw law : {ScoreLaw::normal, ScoreLaw::bimodal}) {
    for (const Location location : kLocations) {
      const double known = known_coverage(law, location, GetParam());
      const Coverage again = measure_coverage(law, location, GetParam(), 500, {2000, 11});
      EXPECT_LT(std::abs(again.share - known), 4.5 * std::hypot(again.standard_error, 0.0032))
          << again.share << " for " << known;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Counts, KnownCoverage, testing::Values(3, 5, 10, 20, 30));

TEST(KnownCoverage, IsNotKnownBelowThreeAndStaysThatOfThirty) {
  EXPECT_TRUE(std::isnan(known_coverage(ScoreLaw::normal, Location::mean, 2)));
  EXPECT_EQ(known_coverage(ScoreLaw::normal, Location::mean, 64),
            known_coverage(ScoreLaw::normal, Location::mean, 30));
}

TEST(Range, HoldsTheShareOfRunsThatWilksGives) {
  EXPECT_LT(share_within_range(7), 0.5);
  EXPECT_GE(share_within_range(8), 0.5);
  EXPECT_LT(share_within_range(13), 0.7);
  EXPECT_GE(share_within_range(14), 0.7);
  EXPECT_GE(share_within_range(22), 0.8);
  EXPECT_LT(share_within_range(21), 0.8);
  EXPECT_GE(share_within_range(46), 0.9);
  EXPECT_LT(share_within_range(45), 0.9);
  // Between two runs lies p with confidence (1 - p)^2.
  EXPECT_NEAR(share_within_range(2), 1 - std::sqrt(0.95), 1e-9);
}

}  // namespace
}  // namespace acp
