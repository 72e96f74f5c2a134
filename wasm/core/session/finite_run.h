#pragma once

#include <string_view>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/exact/process.h"
#include "core/session/config.h"

namespace acp {

/// The process of a run's environment, with the discount of its algorithm and the logits of its
/// policy; of a greedy one, of softmax(Q / temperature). A task may have `gamma` and `temperature`.
/// Throws `std::invalid_argument`.
ChosenProcess finite_process_of(std::string_view task, const RunConfig& config,
                                const Environment& environment, const Algorithm& algorithm);

}  // namespace acp
