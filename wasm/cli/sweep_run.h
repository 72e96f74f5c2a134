#pragma once

#include <functional>

#include "cli/sweep_folder.h"

namespace acp::cli {

/// Works on one run of a sweep until it is whole, from where it was left; after a signal it is kept
/// for another time. `every` so many seconds it is kept too, so that a program that is killed
/// loses no more. Whatever ends it, the result is the same, byte for byte. `progress` hears of
/// steps. Returns its state; throws where its files cannot be written.
RunState work_on(const PlannedRun& run, const SweepFolder& folder, double every,
                 const std::function<void(double steps)>& progress);

}  // namespace acp::cli
