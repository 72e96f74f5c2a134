#pragma once

#include "core/grad/estimator.h"

namespace acp {

EstimatorEntry finite_difference_entry();

}  // namespace acp
