#pragma once

#include "core/env/environment.h"

namespace acp {

/// Gymnasium's Pendulum-v1: swing a rod up and hold it. State (theta, theta_dot), theta = 0
/// upright and not wrapped.
EnvironmentEntry pendulum_entry();

}  // namespace acp
