#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/scores/scores.h"

namespace acp {

inline constexpr double kConfidence = 0.95;

struct Interval {
  double low;
  double high;
};

/// How intervals are resampled: by random numbers of their own, so that the same scores have the
/// same intervals everywhere.
struct Resampling {
  int resamples = 2000;  ///< at least 1
  int seed = 1;
};

/// The quantile of at least one number, which are reordered: between neighbours on a line (Hyndman
/// and Fan, 1996, definition 7).
double quantile(std::vector<double>& numbers, double share);

/// The percentile bootstrap interval (Efron, 1979) of `kConfidence` of what `measure` makes of one
/// resample after the other. How often such an interval covers the truth: `coverage.h`.
Interval percentile_interval(const Resampling& resampling,
                             const std::function<double(Rng&)>& measure);

Interval location_interval(Scores scores, Location location, const Resampling& resampling);

/// Of `Scores::probability_of_improvement`; each arm is resampled by itself.
Interval improvement_interval(Scores scores, Scores other, const Resampling& resampling);

/// The share of scores above each of `thresholds` (Agarwal et al., 2021, section 4.3), with its
/// interval at each.
struct ProfilePoint {
  double threshold;
  double share;
  Interval interval;
};
std::vector<ProfilePoint> performance_profile(const Scores& scores,
                                              std::span<const double> thresholds,
                                              const Resampling& resampling);

}  // namespace acp
