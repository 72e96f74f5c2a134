#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/report_data.h"

namespace acp::cli {

/// Rows of cells for people, the head first; each other row begins with the name of an arm.
using Table = std::vector<std::vector<std::string>>;

/// What the last evaluations of every arm say, and with a `threshold` when it was reached.
Table arm_table(const SweepResults& results, std::optional<double> threshold);
/// Each arm against the first; of one arm, the head alone.
Table comparison_table(const SweepResults& results);
/// What the intervals of these numbers of seeds are worth, and what is missing.
std::vector<std::string> remarks_on(const SweepResults& results);

}  // namespace acp::cli
