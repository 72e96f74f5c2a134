#pragma once

#include <span>

#include "core/base/trace.h"

namespace acp {

/// What a trace of it is told by.
std::span<const TraceLine> sac_discrete_lines();

}  // namespace acp
