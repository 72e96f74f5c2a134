#pragma once

#include "core/grad/categorical.h"

namespace acp {

CategoricalEstimatorEntry gumbel_softmax_entry();

}  // namespace acp
