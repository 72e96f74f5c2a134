#pragma once

#include "core/env/environment.h"

namespace acp {

/// A noisy linear system with quadratic cost, in one or two dimensions: every value, gradient and
/// optimum has a closed form (core/env/lqr_solution.h).
EnvironmentEntry lqr_entry();

}  // namespace acp
