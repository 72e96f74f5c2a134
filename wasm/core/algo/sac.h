#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry sac_entry();

}  // namespace acp
