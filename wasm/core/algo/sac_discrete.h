#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry sac_discrete_entry();

}  // namespace acp
