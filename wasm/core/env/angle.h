#pragma once

#include <cmath>

#include "core/base/math.h"

namespace acp {

/// The same direction in [-pi, pi).
inline double wrap(double angle) {
  const double turn = 2 * math::kPi;
  const double rest = std::fmod(angle + math::kPi, turn);
  return (rest < 0 ? rest + turn : rest) - math::kPi;
}

}  // namespace acp
