#pragma once

#include "core/grad/categorical.h"

namespace acp {

CategoricalEstimatorEntry exact_sum_entry();

}  // namespace acp
