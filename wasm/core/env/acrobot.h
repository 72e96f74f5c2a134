#pragma once

#include "core/env/environment.h"

namespace acp {

/// Gymnasium's Acrobot-v1: two links hang on a pivot; a motor between them must lift the tip above
/// the line one link over the pivot. State (theta_1, theta_2, theta_1_dot, theta_2_dot), theta_1
/// from hanging down, theta_2 relative to the first link.
EnvironmentEntry acrobot_entry();

}  // namespace acp
