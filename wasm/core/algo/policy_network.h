#pragma once

#include <span>

#include "core/dist/policy_head.h"
#include "core/nn/mlp.h"

namespace acp {

/// The numbers that decide on actions, as docs/policy-weights.md has them. Refers to its algorithm,
/// and follows it as it learns.
struct PolicyNetwork {
  PolicyHead head;
  const Mlp* mlp;  ///< null for a table: a column of outputs per state
  std::span<const Scalar> theta;
};

}  // namespace acp
