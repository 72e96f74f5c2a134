#pragma once

#include "cli/report_data.h"

namespace acp::cli {

enum class Background { white, none };

/// A text as XML and HTML have it.
std::string escaped(const std::string& text);

/// Learning curves as an SVG picture on standard output: the interquartile mean over the seeds with
/// its interval at every step where all of an arm were evaluated, and each seed faint beneath it.
/// Words and axes have the text colour of what is around them.
void print_curves(const SweepResults& results, Background background);

}  // namespace acp::cli
