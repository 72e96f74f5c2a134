#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acp::cli {

/// The last evaluation of a run.
struct LastEvaluation {
  double steps;
  double mean_return;
};

/// What a run is said to be, and to have come to.
struct ClaimedRun {
  std::string field;   ///< its place in the file: `experiments[0].runs[1]`
  std::string config;  ///< of this version, and valid
  std::int64_t steps;
  std::int64_t updates;
  std::string digest;  ///< 16 hexadecimal digits, or `kDiverged`
  std::optional<LastEvaluation> evaluation;
};

struct ClaimedExperiment {
  std::string field;
  std::string link;
  std::vector<ClaimedRun> runs;
  bool whole = true;  ///< every run of it could be read
};

struct Answer {
  std::string question;
  std::string answer;
  std::string measured;  ///< what the page answered, or ""
};

/// What somebody has handed in (docs/hand-in.md).
struct HandIn {
  std::string name;
  std::string build;
  std::string lesson;  ///< its id, or ""
  std::vector<Answer> answers;
  std::vector<ClaimedExperiment> experiments;
  /// What of the file could not be read: the field, what it says and what is allowed.
  std::vector<std::string> errors;
};

inline constexpr const char* kDiverged = "diverged";
inline constexpr std::size_t kLargestHandIn = 1'000'000;  ///< bytes

/// Reads what can be read. No run may have more than `most_steps`.
HandIn read_hand_in(std::string_view text, std::int64_t most_steps);

}  // namespace acp::cli
