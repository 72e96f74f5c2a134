#include "cli/hand_in.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "cli/fields.h"
#include "core/base/json.h"
#include "core/session/config.h"

namespace acp::cli {
namespace {

constexpr std::string_view kFormat = "actor-critic-playground/hand-in";
constexpr int kVersion = 1;
constexpr std::size_t kLongestName = 200, kLongestText = 4000, kLongestLink = 8000;
constexpr std::size_t kMostAnswers = 100, kMostExperiments = 32, kMostRuns = 4;

/// A text without control characters but, where there may be `lines`, line feeds and tabulators.
std::string plain(Fields& fields, const std::string& name, std::size_t most, bool lines = false) {
  std::string text = fields.text(name, most);
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (!control || (lines && (c == '\n' || c == '\t'))) continue;
    fields.refuse(name, "has a control character, number " +
                            std::to_string(static_cast<int>(static_cast<unsigned char>(c))));
  }
  return text;
}

std::string plain_or_none(Fields& fields, const std::string& name, std::size_t most,
                          bool lines = false) {
  return fields.has(name) ? plain(fields, name, most, lines) : "";
}

std::int64_t whole(Fields& fields, const std::string& name, std::int64_t min, std::int64_t max) {
  const double value = fields.number(name);
  const bool inside = value >= static_cast<double>(min) && value <= static_cast<double>(max);
  if (inside && value == std::floor(value)) return static_cast<std::int64_t>(value);
  fields.refuse(name, number_text(value) + " is not a whole number in [" + std::to_string(min) +
                          ", " + std::to_string(max) + "]");
}

std::string digest_of(Fields& fields) {
  std::string text = fields.text("digest", kLongestName);
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  const bool hexadecimal = text.size() == 16 && std::all_of(text.begin(), text.end(), is_digit);
  if (!hexadecimal && text != kDiverged) {
    fields.refuse("digest", "is neither 16 hexadecimal digits nor diverged");
  }
  return text;
}

std::optional<LastEvaluation> evaluation_of(Fields& run) {
  if (!run.has("evaluation") || run.raw("evaluation").is_null()) return std::nullopt;
  Fields fields = run.object("evaluation");
  fields.expect_only({"steps", "mean_return"});
  const auto at = static_cast<double>(whole(fields, "steps", 0, Arguments::kMostCount));
  return LastEvaluation{at, fields.number("mean_return", -FLT_MAX, FLT_MAX)};
}

ClaimedRun run_of(Fields& fields, std::int64_t most_steps) {
  fields.expect_only({"id", "config", "steps", "updates", "digest", "evaluation"});
  plain_or_none(fields, "id", kLongestName);
  ClaimedRun run{fields.path(), fields.text("config", kLongestText), 0, 0, "", std::nullopt};
  try {
    RunConfig::parse(run.config);
  } catch (const ConfigError& error) {
    fields.refuse("config", error.what());
  }
  run.steps = whole(fields, "steps", 1, most_steps);
  run.updates = whole(fields, "updates", 0, Arguments::kMostCount);
  run.digest = digest_of(fields);
  run.evaluation = evaluation_of(fields);
  return run;
}

/// The members of a list, of which there may be so many.
std::vector<Fields> list(Fields& fields, const std::string& name, std::size_t most) {
  auto all = fields.objects(name);
  if (all.size() <= most) return all;
  fields.refuse(
      name, "has " + std::to_string(all.size()) + " entries, more than " + std::to_string(most));
}

class Reader {
 public:
  Reader(HandIn& into, std::int64_t most_steps) : into_(into), most_steps_(most_steps) {}

  void read(const Json& object) {
    try_to([&] {
      Fields fields(object, "");
      read_heading(fields);
      try_to([&] { into_.name = plain(fields, "name", kLongestName); });
      try_to([&] { into_.build = plain(fields, "build", kLongestName); });
      try_to([&] { into_.lesson = plain_or_none(fields, "lesson", kLongestName); });
      try_to([&] { read_answers(fields); });
      try_to([&] { read_experiments(fields); });
      fields.expect_only(
          {"format", "version", "build", "name", "lesson", "answers", "experiments"});
    });
  }

 private:
  /// Whether there was nothing to be told of.
  template <class Work>
  bool try_to(Work&& work) {
    try {
      work();
      return true;
    } catch (const std::invalid_argument& error) {
      into_.errors.emplace_back(error.what());
      return false;
    }
  }

  static void read_heading(Fields& fields) {
    if (fields.text("format", kLongestName) != kFormat) {
      fields.refuse("format", "is not " + std::string(kFormat));
    }
    fields.count("version", kVersion, kVersion);
  }

  void read_answers(Fields& fields) {
    if (!fields.has("answers")) return;
    for (Fields& each : list(fields, "answers", kMostAnswers)) {
      try_to([&] {
        each.expect_only({"question", "answer", "measured"});
        into_.answers.push_back({plain(each, "question", kLongestText, true),
                                 plain(each, "answer", kLongestText, true),
                                 plain_or_none(each, "measured", kLongestText, true)});
      });
    }
  }

  void read_experiments(Fields& fields) {
    for (Fields& each : list(fields, "experiments", kMostExperiments)) {
      try_to([&] { read_experiment(each); });
    }
    if (into_.experiments.empty() && into_.errors.empty() && into_.lesson.empty()) {
      fields.refuse("experiments", "has no entry, and there is no lesson");
    }
  }

  void read_experiment(Fields& fields) {
    fields.expect_only({"link", "runs"});
    ClaimedExperiment experiment{fields.path(), plain(fields, "link", kLongestLink), {}};
    auto runs = list(fields, "runs", kMostRuns);
    if (runs.empty()) fields.refuse("runs", "has no entry");
    for (Fields& each : runs) {
      experiment.whole &= try_to([&] { experiment.runs.push_back(run_of(each, most_steps_)); });
    }
    into_.experiments.push_back(std::move(experiment));
  }

  HandIn& into_;
  std::int64_t most_steps_;
};

}  // namespace

HandIn read_hand_in(std::string_view text, std::int64_t most_steps) {
  HandIn hand_in;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kLargestHandIn) {
    hand_in.errors.push_back("has more than " + std::to_string(kLargestHandIn) + " bytes");
    return hand_in;
  }
  const Json object = Json::parse(text, nullptr, false);
  if (object.is_discarded()) {
    hand_in.errors.emplace_back("is not JSON");
  } else {
    Reader(hand_in, most_steps).read(object);
  }
  return hand_in;
}

}  // namespace acp::cli
