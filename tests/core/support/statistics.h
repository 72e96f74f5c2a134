#pragma once

#include <cmath>
#include <vector>

#include "core/base/statistics.h"

namespace acp {

/// How many of its own standard errors the mean lies from `expected`. Seeds are fixed, so a test
/// at 4.5 fails by design or not at all.
inline double z_of_mean(const Moments& x, double expected) {
  return (x.mean() - expected) / std::sqrt(x.variance() / static_cast<double>(x.count()));
}
inline constexpr double kLargestZ = 4.5;

/// Pearson's statistic against equal counts, in standard deviations from what it should be.
inline double z_of_uniform_counts(const std::vector<int>& counts) {
  double total = 0, statistic = 0;
  for (const int count : counts) total += count;
  const double expected = total / static_cast<double>(counts.size());
  for (const int count : counts) statistic += (count - expected) * (count - expected) / expected;
  const auto freedom = static_cast<double>(counts.size() - 1);
  return (statistic - freedom) / std::sqrt(2 * freedom);
}

}  // namespace acp
