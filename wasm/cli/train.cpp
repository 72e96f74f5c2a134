#include <cmath>
#include <filesystem>
#include <iostream>

#include "cli/checkpoint_file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "core/base/json.h"
#include "core/exact/bootstrap_lab.h"
#include "core/exact/surrogate_lab.h"
#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

class RowPrinter final : public Listener {
 public:
  RowPrinter(Output& out, std::span<const Option> probes) : out_(out), probes_(probes) {}

  void episode(const EpisodeRow& row) override {
    JsonWriter json;
    begin(json, "episode", row.environment_steps, row.updates, row.seconds);
    json.member("return", row.total_reward).member("length", row.length);
    end(json);
  }
  void evaluation(const EvaluationRow& row) override {
    JsonWriter json;
    begin(json, "evaluation", row.environment_steps, row.updates, row.seconds);
    json.member("mean_return", row.mean_return);
    json.member("standard_deviation", row.standard_deviation).member("states", row.states);
    if (!std::isnan(row.original_return)) json.member("original_return", row.original_return);
    end(json);
    last_evaluation_ = ", last evaluation " + number_text(std::round(10 * row.mean_return) / 10);
  }
  void probe(const ProbeRow& row) override {
    JsonWriter json;
    begin(json, "probe", row.environment_steps, row.updates, row.seconds);
    json.key("estimators").begin_array();
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
      const auto& reading = row.readings[i];
      if (std::isnan(reading.variance)) continue;  // the one that trains
      json.begin_object().member("id", probes_[i].id).member("variance", reading.variance);
      json.member("variance_standard_error", reading.variance_error);
      json.member("signal_to_noise", reading.signal_to_noise);
      json.member("signal_to_noise_standard_error", reading.signal_to_noise_error).end_object();
    }
    end(json.end_array());
  }
  /// For people; "" before the first.
  const std::string& last_evaluation() const { return last_evaluation_; }

 private:
  static void begin(JsonWriter& json, const char* type, std::int64_t steps, std::int64_t updates,
                    double seconds) {
    json.begin_object().member("type", type);
    json.member("environment_steps", static_cast<double>(steps));
    json.member("updates", static_cast<double>(updates)).member("seconds", seconds);
  }
  void end(JsonWriter& json) { out_.write(json.end_object().take() + "\n"); }

  Output& out_;
  std::span<const Option> probes_;
  std::string last_evaluation_;
};

void train_slice(Session& session, std::int64_t steps) {
  constexpr double kMilliseconds = 200;
  session.train(steps - session.environment_steps(), kMilliseconds);
}

bool goes_on(const Session& session, std::int64_t steps) {
  return session.environment_steps() < steps && session.status().empty();
}

void refuse_one_file_twice(const std::string& out, const std::string& checkpoint) {
  namespace fs = std::filesystem;
  if (out.empty() || checkpoint.empty()) return;
  std::error_code unreal;  // which is refused where it is opened
  const auto file = fs::weakly_canonical(out, unreal);
  if (unreal || fs::is_other(file, unreal)) return;
  if (file == fs::weakly_canonical(checkpoint, unreal) && !unreal) {
    throw UsageError("--out: " + out + " is the checkpoint's file");
  }
}

/// A new run, or one that goes on from its checkpoint, with live parameters set anew.
Session session_of(Arguments& arguments, std::int64_t steps) {
  const std::string from = arguments.take("resume");
  if (from.empty()) return Session(arguments.rest());
  Session session = Session::from_checkpoint(read_bytes(from, "resume"));
  if (session.environment_steps() >= steps) {
    throw UsageError("steps: " + std::to_string(steps) + " is not beyond step " +
                     std::to_string(session.environment_steps()) + " of " + from);
  }
  if (const auto changes = arguments.rest(); !changes.empty()) session.tune(changes);
  if (const auto lost = session.unresumed(); !lost.empty()) std::cerr << "acp: " << lost << '\n';
  return session;
}

}  // namespace

void train(Arguments& arguments, const TrainOptions& options) {
  const std::int64_t steps = arguments.take_count("steps", 10'000);
  const std::string path = arguments.take("checkpoint");
  const std::int64_t every = arguments.take_count("checkpoint_seconds", 0, 1'000'000);
  refuse_one_file_twice(options.out, path);
  Session session = session_of(arguments, steps);
  CheckpointFile checkpoint(path, every, options.force);
  Output out = options.out.empty() ? Output() : Output("--out", options.out, options.force);
  RowPrinter rows(out, session.probes());
  session.listen(&rows);

  const Deferral deferral;
  {
    ProgressLine progress(static_cast<double>(steps), "steps");
    while (goes_on(session, steps) && out.flush() && Deferral::noted() == 0) {
      train_slice(session, steps);
      checkpoint.write_if_due(session);
      progress.show(static_cast<double>(session.environment_steps()), rows.last_evaluation());
    }
  }
  const int signal = goes_on(session, steps) ? Deferral::noted() : 0;
  std::string outcome =
      "at step " + std::to_string(session.environment_steps()) + " of " + std::to_string(steps);
  if (!out.finish()) outcome += "; " + out.failure();
  if (!checkpoint.write(session)) {
    outcome += "; " + checkpoint.failure();
  } else if (!path.empty()) {
    outcome += "; " + path + " has the checkpoint";
  }
  const bool whole = out.failure().empty() && checkpoint.failure().empty();
  if (signal != 0) throw Interrupted(signal, outcome);
  if (!whole) throw std::runtime_error("stopped " + outcome);
  if (!session.status().empty()) throw std::runtime_error(session.status());
}

void print_digest(Arguments& arguments) {
  const std::int64_t steps = arguments.take_count("steps", 2'000);
  Session session(arguments.rest());
  {
    ProgressLine progress(static_cast<double>(steps), "steps");
    while (goes_on(session, steps)) {
      train_slice(session, steps);
      progress.show(static_cast<double>(session.environment_steps()));
    }
  }
  if (!session.status().empty()) throw std::runtime_error(session.status());
  std::cout << session.digest() << '\n';
}

void print_catalog(Arguments& arguments) {
  arguments.expect_none({});
  const auto add_lab = [](JsonWriter& json) {
    json.key("lab");
    describe_lab(json);
    json.key("surrogate");
    describe_surrogate_lab(json);
    json.key("bootstrap");
    describe_bootstrap_lab(json);
  };
  std::cout << catalog(add_lab) << '\n';
}

}  // namespace acp::cli
