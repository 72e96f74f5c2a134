// How far a policy pi is from the policies mu that acted, by actions a ~ mu(.|s):
//
//     TV(pi, mu) = 1/2 int |pi(a|s) - mu(a|s)| da = E_{a ~ mu}[ (1 - pi(a|s) / mu(a|s))_+ ]
//
// Each term is in [0, 1]. Over replayed transitions this is the mean of TV(pi, pi^i) for the policy
// pi^i that acted in each. Total variation is convex, so the distance to their mixture in the same
// state is at most as much.
#pragma once

#include <algorithm>
#include <span>

#include "core/algo/algorithm.h"
#include "core/base/math.h"
#include "core/base/scalar.h"

namespace acp {

inline constexpr MetricInfo kTotalVariationInfo{
    "total_variation", "total variation from past policies", "",
    "\\overline{\\left(1-\\frac{\\pi(a|s)}{\\mu(a|s)}\\right)_{+}}",
    "Between the policy and the one that acted, over replayed transitions: from 0, the same, to 1. "
    "Their mixture is no further away."};

/// Transitions of an update's batch that are looked at: enough for a mean over updates, and cheap.
inline std::size_t looked_at(int batch_size) {
  constexpr int kMost = 16;
  return static_cast<std::size_t>(std::min(batch_size, kMost));
}

/// Of log pi(a|s), and log mu(a|s) of the same actions or more.
inline double total_variation(std::span<const Scalar> log_pi, std::span<const Scalar> log_mu) {
  double sum = 0;
  for (std::size_t j = 0; j < log_pi.size(); ++j) {
    const Scalar ratio = math::exp(log_pi[j] - log_mu[j]);
    if (ratio < 1) sum += 1 - static_cast<double>(ratio);
  }
  return sum / static_cast<double>(log_pi.size());
}

}  // namespace acp
