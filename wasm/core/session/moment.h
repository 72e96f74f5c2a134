#pragma once

#include <string_view>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/lab/laboratory.h"
#include "core/lab/moment.h"
#include "core/session/config.h"

namespace acp {

/// The gradient lab on what an algorithm has learned in `environment`, both of which must outlive
/// it; `another` like that is brought to start states. Throws `std::invalid_argument`.
Laboratory open_moment(std::string_view task, const Environment& environment,
                       std::unique_ptr<Environment> another, const Algorithm& algorithm,
                       const RunParameters& run, RunTime time);

}  // namespace acp
