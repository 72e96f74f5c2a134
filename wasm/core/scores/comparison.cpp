#include "core/scores/comparison.h"

#include <algorithm>

namespace acp {

Improvement improvement(const Scores& own, const Scores& other, const Resampling& resampling) {
  return {own.probability_of_improvement(other), improvement_interval(own, other, resampling)};
}

std::optional<PairedDifference> paired_difference(const std::vector<double>& differences,
                                                  const Resampling& resampling) {
  if (differences.size() < 2) return std::nullopt;
  const auto count = [&](auto holds) {
    return static_cast<std::size_t>(std::count_if(differences.begin(), differences.end(), holds));
  };
  const Scores paired(differences);
  return PairedDifference{differences.size(), count([](double x) { return x > 0; }),
                          count([](double x) { return x < 0; }),
                          paired.location(Location::interquartile_mean),
                          location_interval(paired, Location::interquartile_mean, resampling)};
}

}  // namespace acp
