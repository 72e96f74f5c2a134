#pragma once

#include "cli/hand_in.h"

namespace acp::cli {

/// A field whose claim is another than what is found.
struct Mismatch {
  std::string field;
  std::string claimed;
  std::string found;
};

/// Where the link of an experiment says something else than its runs do: their number, their
/// settings, where they stop. Throws `UsageError` where it says what no run has.
std::vector<Mismatch> compare_with_link(const ClaimedExperiment& experiment);

/// The digests that the link says its runs come to; none if it does not.
std::vector<std::string> digests_of_link(const ClaimedExperiment& experiment);

}  // namespace acp::cli
