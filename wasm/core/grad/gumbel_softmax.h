#pragma once

#include "core/grad/categorical.h"

namespace acp {

EstimatorEntry gumbel_softmax_entry();

}  // namespace acp
