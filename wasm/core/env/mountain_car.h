#pragma once

#include "core/env/environment.h"

namespace acp {

/// Gymnasium's MountainCar-v0 and MountainCarContinuous-v0: a car too weak for the slope must back
/// up to gain momentum. State (position, velocity).
EnvironmentEntry mountain_car_entry();
EnvironmentEntry mountain_car_continuous_entry();

}  // namespace acp
