#pragma once

#include <string>

#include "core/algo/policy_network.h"
#include "core/env/environment.h"

namespace acp {

class JsonWriter;

/// The run that a policy is of.
struct PolicySource {
  std::string config;
  std::int64_t environment_steps;
  bool normalised;  ///< whether it sees normalised observations
};

/// The policy as JSON (docs/policy-weights.md). Throws `std::invalid_argument` if a weight is not
/// finite.
std::string describe_policy(const PolicyNetwork& policy, const EnvironmentInfo& info,
                            const PolicySource& source);

/// The same as a file of ONNX, float32, whose graph begins with observations and ends with actions
/// in the environment's units.
std::string policy_as_onnx(const PolicyNetwork& policy, const EnvironmentInfo& info,
                           const PolicySource& source);

/// `"action": {…}`, as the catalog has it too.
void describe_action(const ActionSpace& space, JsonWriter& json);

}  // namespace acp
