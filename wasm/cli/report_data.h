#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/sweep_folder.h"

namespace acp::cli {

/// An evaluation of one run.
struct Measured {
  double steps;
  double mean_return;
};

/// What one seed of an arm has come to.
struct SeedResult {
  int seed;
  std::vector<Measured> evaluations;  ///< in order; at least one of a seed in an arm
  std::string status;                 ///< "" where it went well to the end

  double last() const { return evaluations.back().mean_return; }
  /// The steps until an evaluation reached `threshold`; infinite if none did.
  double first_hit(double threshold) const;
};

/// Runs that differ by nothing but their seed.
struct Arm {
  std::string name;    ///< the preset that it is, else what sets it apart from the other arms
  std::string config;  ///< without the seed
  std::int64_t steps;
  std::vector<SeedResult> seeds;  ///< ascending; at least one
  std::size_t unscored = 0;       ///< further seeds, which stopped before any evaluation
};

struct SweepResults {
  std::vector<Arm> arms;            ///< in the order of the plan
  std::vector<std::string> builds;  ///< that made the results, each once
  std::size_t missing = 0;          ///< runs of the plan without a result
};

/// Throws `UsageError` where a result cannot be read, or none is there.
SweepResults read_results(const SweepFolder& folder);

}  // namespace acp::cli
