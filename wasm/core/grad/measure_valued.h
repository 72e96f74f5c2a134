#pragma once

#include "core/grad/estimator.h"

namespace acp {

EstimatorEntry measure_valued_entry();

}  // namespace acp
