#pragma once

#include <span>

#include "core/nn/mlp.h"

namespace acp {

/// How outputs become an action: as the choice with the largest, as tanh, from a Gaussian, from a
/// Gaussian and then tanh, from logits.
enum class PolicyHead { action_values, tanh, gaussian, tanh_gaussian, categorical };

/// The numbers that decide on actions, as docs/policy-weights.md has them. Refers to its algorithm,
/// and follows it as it learns.
struct PolicyNetwork {
  PolicyHead head;
  const Mlp* mlp;  ///< null for a table: a column of outputs per state
  std::span<const Scalar> theta;
};

}  // namespace acp
