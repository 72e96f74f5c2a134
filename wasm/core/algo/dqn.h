#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry dqn_entry();

}  // namespace acp
