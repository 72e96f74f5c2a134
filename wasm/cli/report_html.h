#pragma once

#include <optional>

#include "cli/report_data.h"

namespace acp::cli {

/// All of a report as one page on standard output, which needs nothing beside it: tables, curves,
/// what the intervals are worth, the settings. In light and dark, and on paper.
void print_html(const SweepResults& results, std::optional<double> threshold);

}  // namespace acp::cli
