#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <limits>
#include <unistd.h>

#include "cli/commands.h"
#include "core/base/json.h"
#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

constexpr double kNoTimeLimit = std::numeric_limits<double>::infinity();

class RowPrinter final : public Listener {
 public:
  RowPrinter(std::ostream& out, std::span<const Option> probes) : out_(out), probes_(probes) {}

  void episode(const EpisodeRow& row) override {
    JsonWriter json;
    begin(json, "episode", row.environment_steps, row.updates, row.seconds);
    json.member("return", row.total_reward).member("length", row.length);
    out_ << json.end_object().take() << '\n';
  }
  void evaluation(const EvaluationRow& row) override {
    JsonWriter json;
    begin(json, "evaluation", row.environment_steps, row.updates, row.seconds);
    json.member("mean_return", row.mean_return);
    json.member("standard_deviation", row.standard_deviation).member("states", row.states);
    out_ << json.end_object().take() << '\n';
    last_evaluation_ = row.mean_return;
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
    out_ << json.end_array().end_object().take() << '\n';
  }
  double last_evaluation() const { return last_evaluation_; }

 private:
  static void begin(JsonWriter& json, const char* type, std::int64_t steps, std::int64_t updates,
                    double seconds) {
    json.begin_object().member("type", type);
    json.member("environment_steps", static_cast<double>(steps));
    json.member("updates", static_cast<double>(updates)).member("seconds", seconds);
  }

  std::ostream& out_;
  std::span<const Option> probes_;
  double last_evaluation_ = std::numeric_limits<double>::quiet_NaN();
};

class ProgressLine {
 public:
  explicit ProgressLine(std::int64_t total) : total_(total), shown_(isatty(STDERR_FILENO) != 0) {}
  ~ProgressLine() {
    if (shown_) std::fprintf(stderr, "\n");
  }

  void show(std::int64_t done, double mean_return) const {
    if (!shown_) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    const double rate = static_cast<double>(done) / elapsed.count();
    std::fprintf(stderr, "\r%lld of %lld steps, %.0f steps/s, %.0f s left, last evaluation %.1f  ",
                 static_cast<long long>(done), static_cast<long long>(total_), rate,
                 static_cast<double>(total_ - done) / rate, mean_return);
  }

 private:
  std::int64_t total_;
  bool shown_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void write_checkpoint(const Session& session, const std::string& path) {
  const auto bytes = session.save();
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) throw std::runtime_error("checkpoint: could not be written to " + path);
}

}  // namespace

void train(Arguments& arguments, const std::string& out) {
  constexpr double kSliceMilliseconds = 200;
  const std::int64_t steps = arguments.take_count("steps", 10'000);
  const std::string checkpoint = arguments.take("checkpoint");
  Session session(arguments.rest());

  if (!checkpoint.empty() && !std::ofstream(checkpoint, std::ios::app)) {
    throw UsageError("checkpoint: cannot write " + checkpoint);
  }
  std::ofstream file;
  if (!out.empty()) {
    file.open(out);
    if (!file) throw UsageError("--out: cannot write " + out);
  }
  std::ostream& to = out.empty() ? std::cout : file;
  RowPrinter rows(to, session.probes());
  session.listen(&rows);
  {
    const ProgressLine progress(steps);
    while (session.environment_steps() < steps && session.status().empty()) {
      session.train(steps - session.environment_steps(), kSliceMilliseconds);
      progress.show(session.environment_steps(), rows.last_evaluation());
    }
  }
  if (!to.flush()) throw std::runtime_error("the rows could not be written");
  if (!checkpoint.empty()) write_checkpoint(session, checkpoint);
  if (!session.status().empty()) throw std::runtime_error(session.status());
}

void print_digest(Arguments& arguments) {
  const std::int64_t steps = arguments.take_count("steps", 2'000);
  Session session(arguments.rest());
  session.train(steps, kNoTimeLimit);
  if (!session.status().empty()) throw std::runtime_error(session.status());
  std::cout << session.digest() << '\n';
}

void print_catalog(Arguments& arguments) {
  arguments.expect_none({});
  const auto add_lab = [](JsonWriter& json) {
    json.key("lab");
    describe_lab(json);
  };
  std::cout << catalog(add_lab) << '\n';
}

}  // namespace acp::cli
