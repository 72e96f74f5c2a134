#pragma once

#include <optional>

#include "cli/report_data.h"
#include "core/scores/comparison.h"

namespace acp::cli {

/// What the last evaluations of an arm's seeds say.
struct ArmSummary {
  const Arm* arm;
  double iqm, mean, median, worst, best;
  Interval iqm_interval;
  std::size_t stopped;  ///< seeds that did not go well to the end
  struct Hits {
    std::size_t reached;    ///< seeds that came to the threshold
    double median, latest;  ///< steps; infinite where that seed never did
  };
  std::optional<Hits> hits;
};

/// One arm against the first of them.
struct Comparison {
  const Arm* arm;
  Improvement improvement;
  std::optional<PairedDifference> paired;
};

ArmSummary summarise(const Arm& arm, std::optional<double> threshold);
Comparison compare(const Arm& arm, const Arm& first);

/// "95 % intervals of n = 20 scores hold the truth in 94 % of cases ...": what they are worth.
std::string coverage_text(std::size_t count);

}  // namespace acp::cli
