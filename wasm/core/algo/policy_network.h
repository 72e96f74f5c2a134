#pragma once

#include <span>

#include "core/nn/mlp.h"

namespace acp {

/// The numbers that decide on actions, as docs/policy-weights.md has them. Refers to its algorithm,
/// and follows it as it learns.
struct PolicyNetwork {
  const char* head;  ///< how the outputs become an action
  const Mlp* mlp;    ///< null for a table: a column of outputs per state
  std::span<const Scalar> theta;
};

}  // namespace acp
