#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry tabular_q_entry();

}  // namespace acp
