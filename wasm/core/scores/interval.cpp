#include "core/scores/interval.h"

#include <algorithm>
#include <cmath>

namespace acp {

double quantile(std::vector<double>& numbers, double share) {
  const double place = share * static_cast<double>(numbers.size() - 1);
  const auto below = numbers.begin() + static_cast<std::ptrdiff_t>(std::floor(place));
  std::nth_element(numbers.begin(), below, numbers.end());
  const double rest = place - std::floor(place);
  if (rest == 0) return *below;
  return *below + rest * (*std::min_element(below + 1, numbers.end()) - *below);
}

Interval percentile_interval(const Resampling& resampling,
                             const std::function<double(Rng&)>& measure) {
  Rng rng(static_cast<std::uint64_t>(resampling.seed), Stream::resampling);
  std::vector<double> measured(static_cast<std::size_t>(resampling.resamples));
  for (double& each : measured) each = measure(rng);
  const double tail = (1 - kConfidence) / 2;
  const double low = quantile(measured, tail);
  return {low, quantile(measured, 1 - tail)};
}

Interval location_interval(Scores scores, Location location, const Resampling& resampling) {
  return percentile_interval(resampling, [&](Rng& rng) {
    scores.draw(rng);
    return scores.location(location);
  });
}

Interval improvement_interval(Scores scores, Scores other, const Resampling& resampling) {
  return percentile_interval(resampling, [&](Rng& rng) {
    scores.draw(rng);
    other.draw(rng);
    return scores.probability_of_improvement(other);
  });
}

std::vector<ProfilePoint> performance_profile(const Scores& scores,
                                              std::span<const double> thresholds,
                                              const Resampling& resampling) {
  std::vector<ProfilePoint> profile;
  for (const double threshold : thresholds) {
    Scores drawn = scores;
    const Interval interval = percentile_interval(resampling, [&](Rng& rng) {
      drawn.draw(rng);
      return drawn.share_above(threshold);
    });
    profile.push_back({threshold, scores.share_above(threshold), interval});
  }
  return profile;
}

}  // namespace acp
