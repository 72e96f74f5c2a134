#include "core/base/statistics.h"

#include <gtest/gtest.h>

#include "core/base/archive.h"

namespace acp {
namespace {

TEST(Moments, AreThoseOfTheNumbers) {
  Moments x;
  for (const double each : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) x.add(each);
  EXPECT_EQ(x.count(), 8);
  EXPECT_DOUBLE_EQ(x.mean(), 5);
  EXPECT_DOUBLE_EQ(x.variance(), 32.0 / 7);
  EXPECT_DOUBLE_EQ(x.standard_deviation(), std::sqrt(32.0 / 7));
}

TEST(Moments, AreNaNUntilMeasured) {
  Moments x;
  EXPECT_TRUE(std::isnan(x.mean()));
  x.add(3);
  EXPECT_EQ(x.mean(), 3);
  EXPECT_TRUE(std::isnan(x.variance()));
  x.clear();
  EXPECT_EQ(x.count(), 0);
  EXPECT_TRUE(std::isnan(x.mean()));
}

TEST(Moments, LoseNothingToALargeMean) {
  Moments x;
  for (const double each : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) x.add(each);
  EXPECT_DOUBLE_EQ(x.variance(), 30);
}

TEST(Moments, SurviveAnArchive) {
  Moments x, copy;
  for (const double each : {1.0, 2.0, 4.0}) x.add(each);
  Writer writer;
  writer(x);
  const auto bytes = writer.take();
  Reader reader(bytes);
  reader(copy);
  EXPECT_EQ(copy.count(), x.count());
  EXPECT_EQ(copy.mean(), x.mean());
  EXPECT_EQ(copy.variance(), x.variance());
}

}  // namespace
}  // namespace acp
