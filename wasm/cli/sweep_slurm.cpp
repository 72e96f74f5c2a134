// A sweep as an array of jobs of Slurm. A job works on one task in the place of the script's shell,
// so that SIGTERM reaches what can keep the runs: some time before its limit, and where the job is
// requeued. Started again, it goes on.
#include "cli/sweep_slurm.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <sys/wait.h>

#include "cli/arguments.h"
#include "cli/output.h"

namespace acp::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTasks = 1000;  // below Slurm's own MaxArraySize, 1001

/// What the script calls: this program, or the one of that name where Node runs it.
std::string program() {
#ifdef __EMSCRIPTEN__
  return "acp";
#else
  std::error_code unknown;
  const fs::path path = fs::canonical("/proc/self/exe", unknown);
  return unknown ? "acp" : path.string();
#endif
}

/// As a word of the shell.
std::string shell_quoted(const std::string& text) {
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

/// "0-3,7": as `--array` takes them.
std::string ranges(const std::vector<int>& tasks) {
  std::string text;
  for (std::size_t first = 0, last = 0; first < tasks.size(); first = ++last) {
    while (last + 1 < tasks.size() && tasks[last + 1] == tasks[last] + 1) ++last;
    text += (text.empty() ? "" : ",") + std::to_string(tasks[first]);
    if (last > first) text += "-" + std::to_string(tasks[last]);
  }
  return text;
}

/// A tenth of the time limit, at most a minute: Slurm asks up to half a minute earlier still.
int seconds_to_keep(int minutes) { return minutes == 0 ? 60 : std::min(6 * minutes, 60); }

std::string script(const std::string& folder, const std::vector<int>& tasks,
                   const SweepOptions& options) {
  std::string text = "#!/bin/sh\n";
  const auto ask = [&text](const std::string& what) { text += "#SBATCH --" + what + "\n"; };
  const auto number = [](int value) { return std::to_string(value); };
  ask("job-name=acp-sweep");
  ask("array=" + ranges(tasks));
  ask("cpus-per-task=" + number(options.jobs));
  if (options.minutes > 0) ask("time=" + number(options.minutes));
  ask("signal=B:TERM@" + number(seconds_to_keep(options.minutes)));
  ask("requeue");
  ask("open-mode=append");
  ask("output=\"" + folder + "/slurm/%A_%a.log\"");
  return text + "exec " + shell_quoted(program()) + " sweep run --out " + shell_quoted(folder) +
         " --task \"$SLURM_ARRAY_TASK_ID\" --of " + number(options.tasks) + " --jobs " +
         number(options.jobs) + " --checkpoint-seconds " + number(options.seconds) + "\n";
}

void submit(const std::string& path) {
  constexpr int kAbsent = 127;  // as shells have it
  const std::string command = "command -v sbatch >/dev/null || exit " + std::to_string(kAbsent) +
                              "; exec sbatch " + shell_quoted(path);
  const int status = std::system(command.c_str());
  if (status == 0) return;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kAbsent) {
    throw std::runtime_error("--submit: there is no sbatch here; submit " + path +
                             " where there is one");
  }
  throw std::runtime_error("--submit: sbatch has not taken " + path);
}

}  // namespace

int usual_tasks(std::size_t runs, int jobs) {
  const auto at_once = static_cast<std::size_t>(jobs);
  return static_cast<int>(std::clamp((runs + at_once - 1) / at_once, std::size_t{1}, kMostTasks));
}

void expect_slurm_takes(const std::string& folder) {
  const std::string path = fs::weakly_canonical(folder).string();
  if (path.find_first_of("%\"\\\n") == std::string::npos) return;
  throw UsageError("--out: " + path +
                   " has a %, a quotation mark, a backslash or a line break, which Slurm takes "
                   "for something else");
}

void write_slurm(const SweepFolder& folder, const std::vector<int>& tasks,
                 const SweepOptions& options) {
  if (tasks.empty()) {
    std::cout << "nothing is left to submit\n";
    return;
  }
  const std::string path = fs::canonical(folder.path()).string();
  std::error_code error;
  fs::create_directory(path + "/slurm", error);
  if (error) throw UsageError("--out: cannot make " + path + "/slurm: " + error.message());
  const std::string name = path + "/slurm/array.sh";
  Output file("--out", name, true);
  file.write(script(path, tasks, options));
  if (!file.finish()) throw std::runtime_error(file.failure());
  if (options.submit) return submit(name);
  std::cout << "sbatch " << shell_quoted(name) << '\n';
}

}  // namespace acp::cli
