#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry a2c_entry();

}  // namespace acp
