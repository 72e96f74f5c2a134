#pragma once

#include "cli/report_data.h"

namespace acp::cli {

/// Learning curves as an SVG picture on standard output: the interquartile mean over the seeds with
/// its interval at every step where all of an arm were evaluated, and each seed faint beneath it.
void print_curves(const SweepResults& results);

}  // namespace acp::cli
