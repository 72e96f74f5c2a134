#pragma once

#include "core/grad/estimator.h"

namespace acp {

EstimatorEntry reparameterization_entry();

}  // namespace acp
