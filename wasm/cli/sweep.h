#pragma once

#include <string>
#include <vector>

namespace acp::cli {

struct SweepOptions {
  std::string folder;    ///< where plan and results are
  int jobs = 1;          ///< runs at a time
  int task = 0;          ///< the part of the runs to work on, in [0, tasks)
  int tasks = 0;         ///< into how many parts they are dealt; 0: one, or what suits Slurm
  int seconds = 60;      ///< after which a run that goes on is kept
  bool dry = false;      ///< plan, but write nothing
  bool missing = false;  ///< of the status, the tasks that have work left
  bool json = false;
  bool force = false;
  bool slurm = false;   ///< write a script for Slurm in the place of running
  bool submit = false;  ///< and submit it
  int minutes = 0;      ///< the time limit of its jobs; 0: that of the cluster
};

/// `plan`, `run`, `status`, `collect`, or all of them: the first word says which, the others are
/// `key=values`. Throws `UsageError`; `Interrupted` where a signal ended it; `std::runtime_error`
/// where a run could not be made whole.
void sweep(std::vector<std::string> words, SweepOptions options);

}  // namespace acp::cli
