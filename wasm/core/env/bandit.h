#pragma once

#include "core/env/environment.h"

namespace acp {

/// One decision: actions in [-1, 1]^d earn the sum of an analytic function of each.
EnvironmentEntry bandit_entry();

}  // namespace acp
