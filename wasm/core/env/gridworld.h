#pragma once

#include "core/env/environment.h"
#include "core/env/exact_critic.h"

namespace acp {

/// Moves between the cells of a map, with exact values to compare with.
EnvironmentEntry gridworld_entry();

/// Exact values in a gridworld environment.
std::unique_ptr<ExactCritic> gridworld_critic(const Environment& gridworld,
                                              const PolicyExamples& policy);

}  // namespace acp
