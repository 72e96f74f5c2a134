#pragma once

#include "core/grad/estimator.h"

namespace acp {

EstimatorEntry score_function_entry();

}  // namespace acp
