#pragma once

#include <string>
#include <vector>

#include "cli/verify.h"

namespace acp::cli {

/// A verdict as JSON, which is what `print_verdicts` takes.
std::string verdict_text(const Verdict& verdict);

/// Prints verdicts in a format of `VerifyOptions`. Whether all files were reproduced.
bool print_verdicts(const std::vector<std::string>& verdicts, const std::string& format);

}  // namespace acp::cli
