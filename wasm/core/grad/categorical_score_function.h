#pragma once

#include "core/grad/categorical.h"

namespace acp {

CategoricalEstimatorEntry categorical_score_function_entry();

}  // namespace acp
