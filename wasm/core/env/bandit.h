#pragma once

#include "core/env/environment.h"
#include "core/env/exact_critic.h"

namespace acp {

/// One decision: actions in [-1, 1]^d earn the sum of an analytic function of each.
EnvironmentEntry bandit_entry();

/// Exact values in a bandit environment.
std::unique_ptr<ExactCritic> bandit_critic(const Environment& bandit, const PolicyExamples& policy);

}  // namespace acp
