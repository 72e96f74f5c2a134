#include "cli/sweep_run.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <optional>

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "core/base/json.h"
#include "core/base/stopwatch.h"
#include "core/base/version.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

namespace fs = std::filesystem;

constexpr double kMilliseconds = 200;

void write_file(const std::string& path, std::string_view text) {
  Output file("--out", path, true);
  file.write(text);
  if (!file.finish()) throw std::runtime_error(file.failure());
}

/// The rows that a result has: nothing in them depends on the machine or the time.
class Rows final : public Listener {
 public:
  explicit Rows(std::string text) : text_(std::move(text)) {}

  void evaluation(const EvaluationRow& row) override {
    JsonWriter json;
    json.begin_object().member("type", "evaluation");
    json.member("environment_steps", static_cast<double>(row.environment_steps));
    json.member("updates", static_cast<double>(row.updates));
    json.key("mean_return").value_17(row.mean_return);
    json.key("standard_deviation").value_17(row.standard_deviation);
    json.member("states", row.states);
    if (!std::isnan(row.original_return)) json.key("original_return").value_17(row.original_return);
    text_ += json.end_object().take() + "\n";
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// A run that is not whole: its rows so far, and its checkpoint, in one file, so that neither is
/// ever without the other.
struct Partial {
  std::string rows;
  Session session;
};

/// Nothing where there is none that goes on bit for bit: the run begins anew.
std::optional<Partial> read_partial(const std::string& path, const std::string& heading) {
  if (!fs::exists(path)) return std::nullopt;
  const auto bytes = read_bytes(path, "--out");
  std::uint64_t size = 0;
  if (bytes.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, bytes.data(), sizeof size);
  if (size > bytes.size() - sizeof size) return std::nullopt;
  const auto* const begin = bytes.data() + sizeof size;
  std::string rows(begin, begin + size);
  if (!rows.starts_with(heading)) return std::nullopt;  // of another version, or another run
  try {
    const std::span<const unsigned char> checkpoint(begin + size, bytes.data() + bytes.size());
    Session session = Session::from_checkpoint(checkpoint);
    if (!session.unresumed().empty()) return std::nullopt;
    return Partial{std::move(rows), std::move(session)};
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

void write_partial(const std::string& path, const std::string& rows, const Session& session) {
  const std::uint64_t size = rows.size();
  std::string text(reinterpret_cast<const char*>(&size), sizeof size);
  text += rows;
  const auto bytes = session.save();
  text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  write_file(path, text);
}

std::string heading(const PlannedRun& run) {
  JsonWriter json;
  json.begin_object().member("type", "run").member("build", build_version());
  json.member("id", run.id()).member("config", run.config);
  return json.member("steps", static_cast<double>(run.steps)).end_object().take() + "\n";
}

std::string ending(const Session& session) {
  JsonWriter json;
  json.begin_object().member("type", "end");
  json.member("environment_steps", static_cast<double>(session.environment_steps()));
  json.member("updates", static_cast<double>(session.updates()));
  json.member("status", session.status()).member("digest", session.digest());
  return json.end_object().take() + "\n";
}

RunState train(const PlannedRun& run, const SweepFolder& folder, double every,
               const std::function<void(double)>& progress) {
  auto partial = read_partial(folder.partial(run), heading(run));
  Rows rows(partial ? partial->rows : heading(run));
  Session session = partial ? std::move(partial->session) : Session(run.config);
  session.listen(&rows);
  Stopwatch since;
  while (session.environment_steps() < run.steps && session.status().empty()) {
    session.train(run.steps - session.environment_steps(), kMilliseconds);
    progress(static_cast<double>(session.environment_steps()));
    if (Deferral::noted() == 0 && since.seconds() < every) continue;
    write_partial(folder.partial(run), rows.text(), session);
    if (Deferral::noted() != 0) return RunState::begun;
    since = {};
  }
  write_file(folder.result(run), rows.text() + ending(session));
  std::error_code gone;
  fs::remove(folder.partial(run), gone);
  fs::remove(folder.failure(run), gone);
  return RunState::whole;
}

}  // namespace

RunState work_on(const PlannedRun& run, const SweepFolder& folder, double every,
                 const std::function<void(double)>& progress) {
  try {
    return train(run, folder, every, progress);
  } catch (const std::exception& error) {
    if (folder.state(run) == RunState::whole) return RunState::whole;  // by another program
    write_file(folder.failure(run), std::string(error.what()) + "\n");
    return RunState::failed;
  }
}

}  // namespace acp::cli
