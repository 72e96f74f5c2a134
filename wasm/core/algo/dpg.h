#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry dpg_entry();

}  // namespace acp
