// What was handed in is run again: the same configuration comes to the same bits everywhere.
#include "cli/verify.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "cli/arguments.h"
#include "cli/crew.h"
#include "cli/progress.h"
#include "cli/verify_table.h"
#include "core/base/json.h"
#include "core/session/reporter.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

constexpr double kForever = 1e12;  // milliseconds
/// Who watches a run may see that it has diverged between two looks of the run at its parameters.
constexpr std::int64_t kAhead = kHealthCheckEvery - 1;

class LastRow final : public Listener {
 public:
  void evaluation(const EvaluationRow& row) override {
    last_ = LastEvaluation{static_cast<double>(row.environment_steps), row.mean_return};
  }
  /// As the page has it: in single precision, and none where it is no number.
  std::optional<LastEvaluation> last() const {
    return last_ && std::isfinite(static_cast<float>(last_->mean_return)) ? last_ : std::nullopt;
  }

 private:
  std::optional<LastEvaluation> last_;
};

/// The fewest digits that say which number it is among those of single precision.
std::string single(double value) {
  const auto number = static_cast<float>(value);
  char text[32];
  for (int digits = 1; digits <= 9; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, static_cast<double>(number));
    if (std::strtof(text, nullptr) == number) break;
  }
  return number_text(std::strtod(text, nullptr));
}

/// Trains as far as is claimed.
void compare_with_run(const ClaimedRun& claimed, std::string& digest,
                      std::vector<Mismatch>& mismatches) {
  Session session(claimed.config);
  LastRow row;
  session.listen(&row);
  const bool diverges = claimed.digest == kDiverged;
  session.train(claimed.steps + (diverges ? kAhead : 0), kForever);
  digest = session.status().empty() ? session.digest() : kDiverged;
  const auto compare = [&](const char* name, const std::string& ours, const std::string& theirs) {
    if (ours != theirs) mismatches.push_back({claimed.field + name, ours, theirs});
  };
  const std::int64_t steps = session.environment_steps();
  compare(".digest", claimed.digest, digest);
  if (diverges && (digest != kDiverged || steps > claimed.steps)) return;
  compare(".steps", std::to_string(claimed.steps), std::to_string(steps));
  compare(".updates", std::to_string(claimed.updates), std::to_string(session.updates()));
  const auto& ours = claimed.evaluation;
  const auto theirs = row.last();
  if (!ours && !theirs) return;
  if (!ours || !theirs) {
    return compare(".evaluation", ours ? single(ours->mean_return) : "none",
                   theirs ? single(theirs->mean_return) : "none");
  }
  compare(".evaluation.steps", number_text(ours->steps), number_text(theirs->steps));
  compare(".evaluation.mean_return", single(ours->mean_return), single(theirs->mean_return));
}

void run_again(const ClaimedExperiment& experiment, Verdict& verdict) {
  auto& errors = verdict.hand_in.errors;
  std::vector<std::string> linked;
  try {
    if (experiment.whole) {
      verdict.mismatches = compare_with_link(experiment);
      linked = digests_of_link(experiment);
    }
  } catch (const std::invalid_argument& error) {
    errors.emplace_back(error.what());
  }
  for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
    const ClaimedRun& run = experiment.runs[i];
    try {
      std::string digest;
      compare_with_run(run, digest, verdict.mismatches);
      if (i < linked.size() && linked[i] != digest) {
        verdict.mismatches.push_back({experiment.field + ".link", "digest " + linked[i], digest});
      }
    } catch (const std::exception& error) {
      errors.push_back(run.field + ": cannot be run: " + error.what());
    }
  }
}

/// One byte more than is read of a file says that it has too many.
std::string read_some(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             std::fclose);
  std::string text(kLargestHandIn + 1, '\0');
  if (file) text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (!file || std::ferror(file.get()) != 0) {
    throw UsageError(std::string("cannot be read: ") + std::strerror(errno));
  }
  return text;
}

Verdict verify_file(const std::string& file, std::int64_t most_steps) {
  try {
    return verify(file, read_some(file), most_steps);
  } catch (const UsageError& error) {
    Verdict verdict{file, {}, {}};
    verdict.hand_in.errors.emplace_back(error.what());
    return verdict;
  }
}

}  // namespace

Verdict verify(const std::string& file, std::string_view text, std::int64_t most_steps) {
  Verdict verdict{file, read_hand_in(text, most_steps), {}};
  for (const auto& experiment : verdict.hand_in.experiments) run_again(experiment, verdict);
  return verdict;
}

bool verify(const VerifyOptions& options) {
  ProgressLine progress(static_cast<double>(options.files.size()), "files");
  const auto size = std::min(options.files.size(), static_cast<std::size_t>(options.jobs));
  const auto verdicts = gather_together(
      size, options.files.size(),
      [&](std::size_t i) {
        return verdict_text(verify_file(options.files[i], options.most_steps));
      },
      [&](double files) { progress.show(files); });
  return is_helper() || print_verdicts(verdicts, options.format);
}

}  // namespace acp::cli
