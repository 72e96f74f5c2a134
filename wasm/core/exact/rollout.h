#pragma once

#include <vector>

#include "core/base/random.h"
#include "core/exact/line.h"
#include "core/exact/surrogate.h"

namespace acp {

struct RolloutStep {
  Eigen::Index s;
  Eigen::Index a;
};

/// An episode from the start distribution: its first action by `first`, all others by `then`; cut
/// after `most` steps. Rewards are R(s, a).
std::vector<RolloutStep> roll_out(const FiniteMdp& mdp, const TabularPolicy& first,
                                  const TabularPolicy& then, Rng& rng, int most);

/// Steps after which what follows counts for less than a thousandth, and at most 2,000.
int horizon_of(double gamma);

/// A mean over episodes and its standard error.
struct Estimate {
  double mean;
  double standard_error;
};

/// What episodes of mu say of a policy.
struct EstimatedValue {
  /// Whole trajectories are weighted, sum_t gamma^t r_t prod_{k <= t} w_k: without bias, of J.
  Estimate trajectories;
  /// Actions are, sum_t gamma^t w_t G_t: without bias, of the surrogate.
  Estimate actions;
  /// Nothing is: the advantages are known, and only the states are sampled; of the surrogate.
  Estimate states;
};

/// From the same episodes of mu for every policy, cut after `horizon_of(gamma)` steps, with
/// w = pi(a|s) / mu(a|s).
std::vector<EstimatedValue> estimate(const FiniteMdp& mdp, const Surrogate& surrogate,
                                     std::span<const TabularPolicy> policies, int episodes,
                                     std::uint64_t seed);

}  // namespace acp
