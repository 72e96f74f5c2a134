#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/sweep_plan.h"

namespace acp::cli {

/// What has become of a planned run.
enum class RunState { missing, begun, failed, whole };

/// A folder with the plan of a sweep, `plan.jsonl`, and below `runs` what the runs have made, under
/// their ids: `ID.jsonl` once it is whole, `ID.partial` before, `ID.failed` with the reason where
/// it could not be. Several programs, on several machines, may work in one at the same time.
class SweepFolder {
 public:
  /// One that is there. Throws `UsageError`.
  explicit SweepFolder(std::string path);
  /// Makes one, or takes the one that is there with the same plan; with `force` another plan is
  /// replaced, and what runs have made stays. Throws `UsageError`.
  SweepFolder(std::string path, const std::vector<PlannedRun>& runs, bool force);

  const std::vector<PlannedRun>& runs() const { return runs_; }
  const std::string& path() const { return path_; }
  RunState state(const PlannedRun& run) const;
  std::string result(const PlannedRun& run) const { return file(run, ".jsonl"); }
  std::string partial(const PlannedRun& run) const { return file(run, ".partial"); }
  std::string failure(const PlannedRun& run) const { return file(run, ".failed"); }

 private:
  std::string file(const PlannedRun& run, std::string_view ending) const;

  std::string path_;
  std::vector<PlannedRun> runs_;
};

}  // namespace acp::cli
