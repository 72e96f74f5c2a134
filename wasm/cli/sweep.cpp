// Many runs: a plan, a folder that fills, one file in the end.
#include "cli/sweep.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <iostream>
#include <mutex>
#include <system_error>
#include <thread>

#include "cli/arguments.h"
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

/// Runs several at a time, and says how far they are.
class Crew {
 public:
  Crew(const SweepFolder& folder, std::vector<PlannedRun> runs, const SweepOptions& options)
      : folder_(folder), options_(options), progress_(steps_of(runs), "steps") {
    for (auto& run : runs) {
      if (folder.state(run) == RunState::whole) {
        done_ += static_cast<double>(run.steps);
      } else {
        left_.push_back(std::move(run));
      }
    }
  }

  void work() {
    const auto jobs = std::min(left_.size(), static_cast<std::size_t>(options_.jobs));
    std::vector<std::thread> others;
    try {
      for (std::size_t i = 1; i < jobs; ++i) others.emplace_back([this] { take_runs(); });
    } catch (const std::system_error&) {
      // As many as the machine gives.
    }
    take_runs();
    for (auto& other : others) other.join();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  static double steps_of(const std::vector<PlannedRun>& runs) {
    double steps = 0;
    for (const auto& run : runs) steps += static_cast<double>(run.steps);
    return steps;
  }

  void take_runs() {
    for (std::size_t i = next_++; i < left_.size() && Deferral::noted() == 0; i = next_++) {
      if (folder_.state(left_[i]) == RunState::whole) continue;  // by another program meanwhile
      try {
        double before = 0;
        work_on(left_[i], folder_, options_.seconds, [&](double steps) {
          const std::lock_guard lock(mutex_);
          done_ += steps - before;
          before = steps;
          progress_.show(done_);
        });
      } catch (...) {
        const std::lock_guard lock(mutex_);
        error_ = std::current_exception();
        next_ = left_.size();
      }
    }
  }

  const SweepFolder& folder_;
  const SweepOptions& options_;
  std::vector<PlannedRun> left_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;  ///< of what follows
  ProgressLine progress_;
  double done_ = 0;
  std::exception_ptr error_;
};

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
  Crew(folder, runs, options).work();
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
