#pragma once

#include "core/env/environment.h"

namespace acp {

/// A two-link arm on a table brings its fingertip to a target. State (theta_1, theta_2,
/// theta_1_dot, theta_2_dot, target_x, target_y), theta_1 from the x axis, theta_2 relative to the
/// first link.
EnvironmentEntry reacher_entry();

}  // namespace acp
