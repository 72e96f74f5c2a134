#pragma once

#include <string>
#include <vector>

#include "cli/sweep.h"
#include "cli/sweep_folder.h"

namespace acp::cli {

/// Into how many tasks the runs are dealt where nobody says: each of them keeps its processors
/// busy, and there are no more than an array has by Slurm's own default.
int usual_tasks(std::size_t runs, int jobs);

/// Throws `UsageError` where the name of the folder cannot stand in a script for Slurm.
void expect_slurm_takes(const std::string& folder);

/// Writes the script of an array of jobs, one for each of the `tasks` that have work left, to the
/// sweep's folder and says so; with `options.submit` gives it to `sbatch`. Throws
/// `std::runtime_error` where that does not take it.
void write_slurm(const SweepFolder& folder, const std::vector<int>& tasks,
                 const SweepOptions& options);

}  // namespace acp::cli
