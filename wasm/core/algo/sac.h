#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry sac_entry();

/// `config` is a `SacConfig`.
std::unique_ptr<Algorithm> make_sac(const Config& config, TaskShape task, std::uint64_t seed);
/// What SAC reports.
std::span<const MetricInfo> sac_metrics();

}  // namespace acp
