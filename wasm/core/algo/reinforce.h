#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry reinforce_entry();

}  // namespace acp
