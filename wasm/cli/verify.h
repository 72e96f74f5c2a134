#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/hand_in_link.h"

namespace acp::cli {

struct VerifyOptions {
  std::vector<std::string> files;
  std::string format = "markdown";      ///< or csv, json
  int jobs = 1;                         ///< files at a time
  std::int64_t most_steps = 1'000'000;  ///< of a run
};

/// What has become of a file.
struct Verdict {
  std::string file;
  HandIn hand_in;
  std::vector<Mismatch> mismatches;

  bool reproduced() const { return mismatches.empty() && hand_in.errors.empty(); }
};

/// Runs again what a file says; what cannot be read or run stands among its errors.
Verdict verify(const std::string& file, std::string_view text, std::int64_t most_steps);

/// Runs files that were handed in again, and prints what has become of each. Whether all of them
/// were reproduced.
bool verify(const VerifyOptions& options);

}  // namespace acp::cli
