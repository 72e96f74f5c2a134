#include "core/base/analytic.h"

#include <cmath>

#include <gtest/gtest.h>

namespace acp {
namespace {

std::vector<AnalyticFunction> all_functions() {
  std::vector<AnalyticFunction> all{{.shape = Shape::linear},
                                    {.shape = Shape::linear, .b = -0.7},
                                    {.shape = Shape::quadratic},
                                    {.shape = Shape::quadratic, .a = -0.5, .b = 0, .at = 0.3},
                                    {.shape = Shape::quadratic, .a = -0.1, .b = 2, .at = -0.4},
                                    {.shape = Shape::exponential, .k = 2},
                                    {.shape = Shape::exponential, .k = -3},
                                    {.shape = Shape::step, .at = 0.25},
                                    {.shape = Shape::bimodal}};
  for (const Shape shape : {Shape::cosine, Shape::ripple}) {
    for (const double frequency : {1.0, 5.0, 12.0, 40.0}) {
      all.push_back({.shape = shape, .frequency = frequency});
    }
  }
  return all;
}

class EveryAnalyticFunction : public testing::TestWithParam<AnalyticFunction> {};

TEST_P(EveryAnalyticFunction, HasTheSlopeOfItsValue) {
  const AnalyticFunction f = GetParam();
  constexpr double h = 1e-5;
  for (double x = -1; x <= 1; x += 0.0137) {  // the step is not at any of these
    const double slope = (f.value(x + h) - f.value(x - h)) / (2 * h);
    EXPECT_NEAR(f.slope(x), slope, 1e-6 * (1 + f.frequency * f.frequency / 10)) << x;
  }
}

TEST_P(EveryAnalyticFunction, IsNowhereGreaterThanAtItsBest) {
  const AnalyticFunction f = GetParam();
  const double best = f.value(f.best());
  double greatest = -INFINITY;
  for (int i = -20'000; i <= 20'000; ++i) greatest = std::max(greatest, f.value(i / 20'000.0));
  EXPECT_LE(greatest, best + 1e-15);
  EXPECT_NEAR(greatest, best, 1e-6);
}

TEST_P(EveryAnalyticFunction, HasTheMeanOfItsValues) {
  const AnalyticFunction f = GetParam();
  constexpr int points = 20'000;  // midpoints, with the step between two of them
  double sum = 0;
  for (int i = 0; i < points; ++i) sum += f.value(-1 + (2 * i + 1.0) / points);
  EXPECT_NEAR(f.mean(), sum / points, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(Shapes, EveryAnalyticFunction, testing::ValuesIn(all_functions()));

TEST(AnalyticFunction, TheLowerBumpIsTheWiderOne) {
  const AnalyticFunction f{Shape::bimodal};
  EXPECT_NEAR(f.value(f.best()), 1, 1e-2);
  EXPECT_NEAR(f.best(), 0.6, 1e-2);
  EXPECT_NEAR(f.slope(-0.5), 0, 1e-2);
  EXPECT_GT(f.value(-0.5), 0.6);
  EXPECT_LT(f.value(-0.5), 0.8);
  EXPECT_GT(f.value(-0.3), f.value(0.8));
}

}  // namespace
}  // namespace acp
