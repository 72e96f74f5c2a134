#pragma once

#include "core/grad/categorical.h"

namespace acp {

EstimatorEntry categorical_score_function_entry();

}  // namespace acp
