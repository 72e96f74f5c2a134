#pragma once

#include "core/dist/gaussian.h"

namespace acp {

/// How outputs of a network become an action: as the choice with the largest, as tanh, from a
/// Gaussian, from a Gaussian and then tanh, from logits.
enum class PolicyHead { action_values, tanh, gaussian, tanh_gaussian, categorical };

/// As docs/policy-weights.md and the gradient lab have it.
constexpr const char* name_of(PolicyHead head) {
  constexpr const char* kNames[] = {"action_values", "tanh", "gaussian", "tanh_gaussian",
                                    "categorical"};
  return kNames[static_cast<int>(head)];
}

/// Of a Gaussian.
constexpr Squash squash_of(PolicyHead head) {
  return head == PolicyHead::gaussian ? Squash::none : Squash::tanh;
}

}  // namespace acp
