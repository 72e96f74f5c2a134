#pragma once

#include "core/scores/interval.h"

namespace acp {

/// Laws of scores, of which the truth is known.
enum class ScoreLaw {
  normal,   ///< the standard normal one
  bimodal,  ///< a fifth of the runs fail: normal around -10 instead of 0
};

/// The location of the law itself, of which infinitely many scores would tell.
double true_location(ScoreLaw law, Location location);

struct Coverage {
  double share;
  double standard_error;
};

/// How often `location_interval` of `count` scores holds `true_location`, over `repeats` samples.
Coverage measure_coverage(ScoreLaw law, Location location, int count, int repeats,
                          const Resampling& resampling);

inline constexpr int kMostKnown = 30;

/// That share as it was measured, with 2,000 resamples and a standard error of at most 0.0032, for
/// 3 to 30 scores; of more scores, that of 30. NaN below 3.
double known_coverage(ScoreLaw law, Location location, int count);

/// The largest share of all runs that lie between the worst and the best of `count` with confidence
/// `kConfidence`, whatever their law (Wilks, 1941): the solution p of
/// 1 - n p^(n-1) + (n-1) p^n = 0.95. At least 2 scores.
double share_within_range(int count);

}  // namespace acp
