#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/scalar.h"

namespace acp {

/// Central differences of `loss()` over each number of `x`.
template <class Numbers, class Loss>
std::vector<double> central_differences(Numbers& x, Loss&& loss, double h = 1e-5) {
  std::vector<double> slopes;
  for (auto& each : x) {
    const auto here = each;
    each = static_cast<std::decay_t<decltype(each)>>(here + h);
    const double above = loss();
    each = static_cast<std::decay_t<decltype(each)>>(here - h);
    const double below = loss();
    each = here;
    slopes.push_back((above - below) / (2 * h));
  }
  return slopes;
}

/// Expects `gradient` to be that of `loss()` over `x`, to 1e-7 of its largest component. For
/// double precision only.
template <class Loss>
void expect_gradient(std::span<Scalar> x, std::span<const Scalar> gradient, Loss&& loss) {
  ASSERT_EQ(x.size(), gradient.size());
  const auto slopes = central_differences(x, loss);
  double largest = 0;
  for (const double slope : slopes) largest = std::max(largest, std::abs(slope));
  ASSERT_GT(largest, 0);
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    EXPECT_NEAR(gradient[i], slopes[i], 1e-7 * largest) << "component " << i;
  }
}

}  // namespace acp
