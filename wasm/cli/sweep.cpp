// Many runs: a plan, a folder that fills, one file in the end.
#include "cli/sweep.h"

#include <algorithm>
#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/crew.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/sweep_folder.h"
#include "cli/sweep_run.h"
#include "cli/sweep_slurm.h"
#include "core/base/json.h"

namespace acp::cli {
namespace {

constexpr std::string_view kVerbs[] = {"plan", "run", "status", "collect"};

/// Takes the verb off the front of the words; "" where there is none.
std::string take_verb(std::vector<std::string>& words) {
  if (words.empty() || words.front().find('=') != std::string::npos) return "";
  std::string verb = words.front();
  if (std::find(std::begin(kVerbs), std::end(kVerbs), verb) == std::end(kVerbs)) {
    throw UsageError(verb + ": is neither plan, run, status or collect nor of the form key=values");
  }
  words.erase(words.begin());
  return verb;
}

/// The runs of one task: every so many-th, so that long and short ones are mixed.
std::vector<PlannedRun> dealt(const SweepFolder& folder, const SweepOptions& options) {
  std::vector<PlannedRun> runs;
  for (auto i = static_cast<std::size_t>(options.task); i < folder.runs().size();
       i += static_cast<std::size_t>(options.tasks)) {
    runs.push_back(folder.runs()[i]);
  }
  return runs;
}

/// Works on several runs at a time, and says how far they are.
void work(const SweepFolder& folder, const std::vector<PlannedRun>& runs,
          const SweepOptions& options) {
  double all = 0, done = 0;
  std::size_t left = 0;
  for (const auto& run : runs) {
    const auto steps = static_cast<double>(run.steps);
    all += steps;
    if (folder.state(run) == RunState::whole) {
      done += steps;
    } else {
      ++left;
    }
  }
  ProgressLine progress(all, "steps");
  const auto work_on_one = [&](std::size_t i, const Steps& made) {
    if (folder.state(runs[i]) == RunState::whole) return;  // from before, or by another program
    double before = 0;
    work_on(runs[i], folder, options.seconds, [&](double steps) {
      made(steps - before);
      before = steps;
    });
  };
  work_together(std::min(left, static_cast<std::size_t>(options.jobs)), runs.size(), work_on_one,
                [&](double steps) { progress.show(done + steps); });
}

struct Count {
  std::size_t whole = 0, failed = 0, begun = 0, missing = 0;

  std::size_t all() const { return whole + failed + begun + missing; }
  std::string text() const {
    return std::to_string(whole) + " of " + std::to_string(all()) + " runs whole, " +
           std::to_string(failed) + " failed, " + std::to_string(begun) + " begun, " +
           std::to_string(missing) + " missing";
  }
};

Count count(const SweepFolder& folder, std::span<const PlannedRun> runs) {
  Count count;
  for (const auto& run : runs) {
    switch (folder.state(run)) {
      case RunState::whole:
        ++count.whole;
        break;
      case RunState::failed:
        ++count.failed;
        break;
      case RunState::begun:
        ++count.begun;
        break;
      case RunState::missing:
        ++count.missing;
        break;
    }
  }
  return count;
}

void expect_whole(const SweepFolder& folder, std::span<const PlannedRun> runs) {
  const Count counted = count(folder, runs);
  if (counted.whole == counted.all()) return;
  std::string why;
  for (const auto& run : runs) {
    if (folder.state(run) != RunState::failed) continue;
    std::getline(std::ifstream(folder.failure(run)), why);
    why = "; " + run.config + ": " + why;
    break;
  }
  throw std::runtime_error(counted.text() + why);
}

void run(const SweepFolder& folder, const SweepOptions& options) {
  const Deferral deferral;
  const auto runs = dealt(folder, options);
  work(folder, runs, options);
  if (Deferral::noted() != 0) {
    throw Interrupted(Deferral::noted(), "with " + count(folder, runs).text());
  }
  expect_whole(folder, runs);
}

/// Those that have work left.
std::vector<int> tasks_left(const SweepFolder& folder, SweepOptions each) {
  std::vector<int> tasks;
  for (each.task = 0; each.task < each.tasks; ++each.task) {
    const auto runs = dealt(folder, each);
    if (count(folder, runs).whole < runs.size()) tasks.push_back(each.task);
  }
  return tasks;
}

void print_status(const SweepFolder& folder, const SweepOptions& options) {
  if (options.missing) {
    const char* separator = "";
    for (const int task : tasks_left(folder, options)) {
      std::cout << separator << task;
      separator = ",";
    }
    std::cout << '\n';
    return;
  }
  const Count counted = count(folder, folder.runs());
  if (!options.json) {
    std::cout << counted.text() << '\n';
    return;
  }
  JsonWriter json;
  json.begin_object().member("whole", static_cast<double>(counted.whole));
  json.member("failed", static_cast<double>(counted.failed));
  json.member("begun", static_cast<double>(counted.begun));
  json.member("missing", static_cast<double>(counted.missing));
  std::cout << json.end_object().take() << '\n';
}

/// One file of all results, in the order of the plan.
void collect(const SweepFolder& folder) {
  expect_whole(folder, folder.runs());
  Output file("--out", folder.path() + "/results.jsonl", true);
  for (const auto& run : folder.runs()) {
    const auto bytes = read_bytes(folder.result(run), "--out");
    file.write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
  if (!file.finish()) throw std::runtime_error(file.failure());
}

}  // namespace

void sweep(std::vector<std::string> words, SweepOptions options) {
  const std::string verb = take_verb(words);
  const bool plans = verb.empty() || verb == "plan";
  const bool works = verb.empty() || verb == "run";
  if (options.slurm && !works) throw UsageError("--slurm: is for what runs");
  const bool usual = options.tasks == 0;
  if (usual) options.tasks = 1;
  if (is_helper()) {
    const SweepFolder folder(options.folder);
    return work(folder, dealt(folder, options), options);
  }
  if (options.task >= options.tasks) {
    throw UsageError("--task: " + std::to_string(options.task) + " is not below " +
                     std::to_string(options.tasks) + ", the value of --of");
  }
  if (!plans && !words.empty()) throw UsageError(words.front() + ": the plan is made already");
  if (plans && words.empty()) throw UsageError("key=values: what to run is missing");
  std::vector<PlannedRun> runs;
  if (plans) runs = plan_runs(words);
  if (options.dry && !plans) throw UsageError("--dry-run: is for plans");
  if (options.dry) {
    std::cout << plan_text(runs);
    return;
  }
  if (options.folder.empty()) throw UsageError("--out: is missing");
  if (options.slurm) expect_slurm_takes(options.folder);
  const SweepFolder folder =
      plans ? SweepFolder(options.folder, runs, options.force) : SweepFolder(options.folder);
  if (options.slurm) {
    if (usual) options.tasks = usual_tasks(folder.runs().size(), options.jobs);
    write_slurm(folder, tasks_left(folder, options), options);
    return;
  }
  if (works) run(folder, options);
  if (verb.empty() || verb == "status") print_status(folder, options);
  if (verb == "collect" || (verb.empty() && options.tasks == 1)) collect(folder);
}

}  // namespace acp::cli
