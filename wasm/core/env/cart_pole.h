#pragma once

#include "core/env/environment.h"

namespace acp {

/// A pole hinged to a cart on a track. State (x, x_dot, theta, theta_dot), theta = 0 upright and
/// not wrapped.

/// Gymnasium's CartPole-v1: keep the pole upright by pushing the cart left or right.
EnvironmentEntry cart_pole_entry();
/// The pole starts hanging down and the force is continuous.
EnvironmentEntry cart_pole_swing_up_entry();

}  // namespace acp
