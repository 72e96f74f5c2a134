#include "cli/sweep_folder.h"

#include <filesystem>
#include <utility>

#include "cli/arguments.h"
#include "cli/output.h"

namespace acp::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPlan = "/plan.jsonl";

}  // namespace

SweepFolder::SweepFolder(std::string path) : path_(std::move(path)) {
  runs_ = read_plan(read_lines(path_ + kPlan, "--out"), path_ + kPlan);
}

SweepFolder::SweepFolder(std::string path, const std::vector<PlannedRun>& runs, bool force)
    : path_(std::move(path)), runs_(runs) {
  std::error_code error;
  fs::create_directories(path_ + "/runs", error);
  if (error) throw UsageError("--out: cannot make " + path_ + ": " + error.message());
  const std::string plan = path_ + kPlan;
  if (fs::exists(plan)) {
    if (read_plan(read_lines(plan, "--out"), plan) == runs) return;
    if (!force) {
      throw UsageError("--out: " + path_ +
                       " has another plan; --force replaces it, and keeps what runs have made");
    }
  }
  Output file("--out", plan, force);
  file.write(plan_text(runs));
  if (!file.finish()) throw std::runtime_error(file.failure());
}

RunState SweepFolder::state(const PlannedRun& run) const {
  if (fs::exists(result(run))) return RunState::whole;
  if (fs::exists(failure(run))) return RunState::failed;
  return fs::exists(partial(run)) ? RunState::begun : RunState::missing;
}

std::string SweepFolder::file(const PlannedRun& run, std::string_view ending) const {
  return path_ + "/runs/" + run.id() + std::string(ending);
}

}  // namespace acp::cli
