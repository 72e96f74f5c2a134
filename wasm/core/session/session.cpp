#include "core/session/session.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "core/base/json.h"
#include "core/base/stopwatch.h"
#include "core/base/trace.h"
#include "core/session/checkpoint.h"
#include "core/session/finite_run.h"
#include "core/session/frame.h"
#include "core/session/frozen_run.h"
#include "core/session/policy.h"
#include "core/session/reporter.h"
#include "core/session/viewer.h"

namespace acp {

/// Of iterations, at most, in a frame.
constexpr int kReplayRanges = 32;

struct Session::Run {
  RunConfig config;
  Instances environments;
  std::unique_ptr<Algorithm> algorithm;
  Progress progress;
  Stepper stepper;
  Reporter reporter;
  Viewer viewer;
  FramePacker packer;
  std::string unresumed;

  explicit Run(RunConfig from)
      : config(std::move(from)),
        environments(config),
        algorithm(config.algorithm_entry().make(config.algorithm(), task_shape(info()), seed())),
        stepper(config.run(), environments, *algorithm),
        reporter(config, environments, *algorithm),
        viewer(environments.another(), *algorithm, seed(), normalise()) {}

  const EnvironmentInfo& info() const { return environments.info(); }
  bool normalise() const { return config.run().normalise_observations; }
  std::uint64_t seed() const { return static_cast<std::uint64_t>(config.run().seed); }
  PolicySource policy_source() const { return {config.print(), progress.steps, normalise()}; }

  /// Lets an environment act; the run stops if it cannot.
  template <class Act>
  void guard(Act&& act) {
    try {
      act();
    } catch (const EnvironmentError& error) {
      stop(error);
    }
  }
  /// A diverged policy asks for what no environment can do, so divergence is named first.
  void stop(const EnvironmentError& error) {
    if (progress.status.empty()) reporter.check(progress);
    if (!progress.status.empty()) return;
    progress.status =
        "Stopped at environment step " + std::to_string(progress.steps) + ": " + error.what();
    progress.status.resize(std::min(progress.status.size(), Progress::kLongestStatus));
    std::replace_if(progress.status.begin(), progress.status.end(), is_control, ' ');
  }
  /// Empty if there is none.
  std::span<const float> drawing() {
    try {
      return viewer.draw();
    } catch (const EnvironmentError& error) {
      stop(error);
      return {};
    }
  }

  /// A step of the environment, what is learned from it and what there is to say of that.
  /// `seconds` is the time that training took so far. Returns the updates made.
  template <class Seconds>
  int step(Seconds&& seconds, TraceSink trace = {}) {
    const auto outcome = stepper.step(progress.steps, trace);
    ++progress.steps;
    progress.updates += outcome.updates;
    progress.seconds = seconds();
    reporter.report(outcome, progress);
    return outcome.updates;
  }

  /// Goes on without the episodes that were in progress.
  void restart() {
    stepper.restart();
    viewer.restart();
    unresumed = info().id +
                " has no save and load, so the episodes in progress are not in the "
                "checkpoint: new ones have begun, and the run does not go on as it "
                "would have";
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(named("stream", stepper.stream()), named("viewer", viewer), progress);
    stepper.archive_places(archive);
  }
};

Session::Session(std::string_view text) {
  RunConfig config = RunConfig::parse(text);
  const std::string size = megabytes(config.memory().bytes());
  try {
    run_ = std::make_unique<Run>(std::move(config));
  } catch (const std::bad_alloc&) {
    throw std::runtime_error("memory: this run takes " + size + ", and there is not so much left");
  }
}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

std::int64_t Session::train(std::int64_t max_steps, double max_milliseconds) {
  const Stopwatch stopwatch;
  Progress& progress = run_->progress;
  const double seconds_before = progress.seconds;
  std::int64_t taken = 0;
  run_->guard([&] {
    while (taken < max_steps && progress.status.empty()) {
      double elapsed = 0;
      run_->step([&] { return seconds_before + (elapsed = stopwatch.seconds()); });
      ++taken;
      if (elapsed * 1000 >= max_milliseconds) break;
    }
  });
  return taken;
}

std::string Session::trace() {
  const Stopwatch stopwatch;
  const AlgorithmEntry& entry = run_->config.algorithm_entry();
  Progress& progress = run_->progress;
  const double seconds_before = progress.seconds;
  while (progress.status.empty()) {
    Trace trace(entry.lines);
    int updates = 0;
    run_->guard([&] {
      updates = run_->step([&] { return seconds_before + stopwatch.seconds(); }, TraceSink(trace));
    });
    if (updates == 0) continue;
    JsonWriter json;
    json.begin_object().member("algorithm", entry.id).member("environment", run_->info().id);
    json.member("environment_steps", static_cast<double>(progress.steps));
    json.member("updates", static_cast<double>(progress.updates - 1));
    json.member("batch", trace.batch()).key("entries");
    trace.describe(json);
    return json.end_object().take();
  }
  throw std::runtime_error(progress.status);
}

void Session::watch(int steps, bool stochastic) {
  run_->guard([&] {
    for (int i = 0; i < steps && run_->progress.status.empty(); ++i) run_->viewer.step(stochastic);
  });
}
void Session::kick(double strength) {
  run_->guard([&] { run_->viewer.kick(std::clamp(strength, -1.0, 1.0)); });
}
void Session::drag(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y)) throw ConfigError("drag: not a finite point");
  run_->guard([&] { run_->viewer.drag(x, y); });
}

std::span<const float> Session::frame() {
  const Progress& progress = run_->progress;
  Viewer& viewer = run_->viewer;
  FramePacker& packer = run_->packer;
  const std::span<const float> drawing = run_->drawing();  // may stop the run
  std::vector<float> status;
  for (const auto count : {progress.steps, progress.updates, progress.episodes}) {
    append_count(status, count);
  }
  for (const double x : {progress.seconds, progress.status.empty() ? 0.0 : 1.0,
                         progress.shown_return(), progress.mean_recent_return(),
                         viewer.total_reward(), static_cast<double>(viewer.length())}) {
    status.push_back(static_cast<float>(x));
  }
  std::vector<float> replay;
  for (const auto& [first, last, transitions] : run_->algorithm->replayed(kReplayRanges)) {
    for (const std::int64_t count : {first, last, std::int64_t{transitions}}) {
      append_count(replay, count);
    }
  }
  packer.begin(3 + FrameRows::kSections);
  packer.section(FramePacker::kStatus, status, static_cast<int>(status.size()));
  packer.section(FramePacker::kDraw, drawing,
                 std::max(1, static_cast<int>(run_->info().draw.size())));
  packer.section(FramePacker::kReplay, replay, 6);
  run_->reporter.pack(packer);
  return packer.finish();
}

std::span<const float> Session::field(const FieldAxes& axes) {
  pack_field(axes, *run_->environments.another(), run_->viewer.state(), *run_->algorithm,
             run_->normalise(), run_->packer);
  return run_->packer.finish();
}

std::span<const float> Session::look(std::span<const double> observation, int dimension) {
  pack_actions(dimension, observation, *run_->environments.another(), *run_->algorithm,
               run_->normalise(), run_->packer);
  return run_->packer.finish();
}

void Session::tune(std::string_view changes) {
  RunConfig changed = run_->config.with_live_changes(changes);
  changed.algorithm_entry().tune(*run_->algorithm, changed.algorithm());
  run_->config = std::move(changed);
  run_->reporter.tuned();
}

std::string Session::config() const { return run_->config.print(); }
std::string Session::status() const { return run_->progress.status; }
std::string Session::unresumed() const { return run_->unresumed; }
std::int64_t Session::environment_steps() const { return run_->progress.steps; }
std::int64_t Session::updates() const { return run_->progress.updates; }
std::span<const MetricInfo> Session::metrics() const { return run_->algorithm->metrics(); }
std::span<const Option> Session::probes() const { return run_->reporter.probes(); }
void Session::listen(Listener* listener) { run_->reporter.listen(listener); }

std::string Session::digest() const {
  Digest digest;
  run_->algorithm->digest(digest);
  return digest.hex();
}

std::vector<Episode> Session::evaluate(const std::vector<std::vector<double>>& states,
                                       ProgressListener* progress, bool stochastic) const {
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (auto complaint = check_state(run_->info(), states[i]); !complaint.empty()) {
      throw ConfigError("states, state " + std::to_string(i + 1) + ": " + complaint);
    }
  }
  if (states.empty()) throw ConfigError("states: at least one start state is needed");
  return evaluate_all(run_->environments, *run_->algorithm, states, run_->normalise(), progress,
                      stochastic);
}
std::vector<Episode> Session::evaluate(ProgressListener* progress, bool stochastic) const {
  return evaluate_all(run_->environments, *run_->algorithm,
                      run_->environments.first().evaluation_states(), run_->normalise(), progress,
                      stochastic);
}

Laboratory Session::laboratory(std::string_view task) const {
  return open_frozen_run(task, run_->environments.first(), run_->environments.another(),
                         *run_->algorithm, run_->config.run(),
                         {run_->progress.steps, run_->progress.updates});
}

ChosenProcess Session::finite_process(std::string_view task) const {
  return finite_process_of(task, run_->config, run_->environments.first(), *run_->algorithm);
}

FrozenReturns Session::returns(std::string_view task) const {
  return {task, run_->config, run_->environments, *run_->algorithm};
}

std::string Session::policy() const {
  return describe_policy(run_->algorithm->policy(), run_->info(), run_->policy_source());
}
std::string Session::policy_onnx() const {
  return policy_as_onnx(run_->algorithm->policy(), run_->info(), run_->policy_source());
}

std::vector<std::uint8_t> Session::save() const {
  Writer writer = begin_checkpoint(run_->config.print());
  run_->archive(writer);
  run_->algorithm->save(writer);
  return sealed(writer.take());
}

Session Session::from_checkpoint(std::span<const std::uint8_t> checkpoint) {
  auto [config, state] = open_checkpoint(checkpoint);
  Session session(config);
  Run& run = *session.run_;
  run.archive(state);
  run.algorithm->load(state);
  state.expect_end();
  // By its status a run is well until somebody looks at its parameters.
  if (run.progress.status.empty() && run.algorithm->non_finite().empty()) state.expect_healthy();
  if (run.info().state.empty()) run.restart();
  return session;
}

}  // namespace acp
