#pragma once

#include <string_view>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/lab/laboratory.h"
#include "core/lab/moment.h"
#include "core/session/config.h"

namespace acp {

/// The gradient lab on what an algorithm has learned; `algorithm` must outlive it. Throws
/// `std::invalid_argument`.
Laboratory open_moment(std::string_view task, const Environment& environment,
                       const Algorithm& algorithm, const RunParameters& run, RunTime time);

}  // namespace acp
