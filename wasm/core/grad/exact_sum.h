#pragma once

#include "core/grad/categorical.h"

namespace acp {

EstimatorEntry exact_sum_entry();

}  // namespace acp
