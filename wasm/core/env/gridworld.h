#pragma once

#include "core/env/environment.h"

namespace acp {

/// Moves between the cells of a map, with exact values to compare with.
EnvironmentEntry gridworld_entry();

}  // namespace acp
