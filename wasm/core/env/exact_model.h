#pragma once

#include <variant>

#include "core/base/analytic.h"
#include "core/env/dynamic_programming.h"
#include "core/env/lqr_solution.h"

namespace acp {

/// One decision, which earns f of each dimension of the action.
struct OneDecision {
  AnalyticFunction f;
};

/// Dynamics and rewards in a form that has exact solutions.
struct ExactModel {
  std::variant<OneDecision, LinearQuadratic, FiniteMdp> is;

  bool is_finite() const { return std::holds_alternative<FiniteMdp>(is); }
};

}  // namespace acp
