#pragma once

#include <limits>

namespace acp {

/// Milliseconds that nothing takes.
inline constexpr double kForever = std::numeric_limits<double>::infinity();

}  // namespace acp
