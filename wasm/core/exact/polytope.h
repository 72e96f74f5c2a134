#pragma once

#include <vector>

#include "core/exact/process.h"

namespace acp {

/// A policy that is no softmax: one action for each row of logits, and its values.
struct DeterministicPolicy {
  std::vector<int> actions;
  Eigen::VectorXd V;  ///< not finite where for gamma = 1 its episodes do not end
};

inline constexpr int kMostVertices = 256;

/// All of them, the last row's action changing first; none where there are more than
/// `kMostVertices`. The polytope of value functions is the union of the segments between pairs that
/// differ in one row, and what these bound (Dadashi et al., 2019); its corners are among them.
std::vector<DeterministicPolicy> deterministic_policies(const Process& process);

/// Pairs of them, by their indices, that differ in one row.
std::vector<std::array<int, 2>> polytope_edges(const std::vector<DeterministicPolicy>& policies);

}  // namespace acp
