#pragma once

#include <optional>
#include <vector>

#include "core/scores/interval.h"

namespace acp {

/// The probability that a run of one arm ends above a run of the other.
struct Improvement {
  double probability;
  Interval interval;
};
Improvement improvement(const Scores& own, const Scores& other, const Resampling& resampling = {});

/// Over seeds that both arms have: the difference of the two, seed by seed.
struct PairedDifference {
  /// `better` and `worse`: in how many it is above zero, and below; the others are ties.
  std::size_t seeds, better, worse;
  double iqm;
  Interval interval;
};
/// Nothing where they share fewer than two seeds.
std::optional<PairedDifference> paired_difference(const std::vector<double>& differences,
                                                  const Resampling& resampling = {});

}  // namespace acp
