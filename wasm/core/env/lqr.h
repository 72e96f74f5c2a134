#pragma once

#include "core/env/environment.h"
#include "core/env/exact_critic.h"

namespace acp {

/// A noisy linear system with quadratic cost, in one or two dimensions: every value, gradient and
/// optimum has a closed form (core/env/lqr_solution.h).
EnvironmentEntry lqr_entry();

/// Exact values in a lqr environment; null where a return is not finite.
std::unique_ptr<ExactCritic> lqr_critic(const Environment& lqr, const PolicyExamples& policy);

}  // namespace acp
