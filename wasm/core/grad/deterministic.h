#pragma once

#include "core/grad/estimator.h"

namespace acp {

EstimatorEntry deterministic_entry();

}  // namespace acp
