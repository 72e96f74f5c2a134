#include "cli/sweep_plan.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "cli/arguments.h"
#include "cli/fields.h"
#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/session/config.h"

namespace acp::cli {
namespace {

constexpr std::int64_t kUsualSteps = 10'000;

struct Axis {
  std::string key;
  std::vector<std::string> values;
};

/// The whole numbers of `1..20`, or nothing where `text` is no such range.
std::vector<std::string> range(const std::string& text, const std::string& key) {
  std::int64_t first = 0, last = 0;
  const char* const end = text.data() + text.size();
  const auto begun = std::from_chars(text.data(), end, first);
  const std::string_view rest(begun.ptr, static_cast<std::size_t>(end - begun.ptr));
  if (begun.ec != std::errc() || !rest.starts_with("..")) return {};
  const auto ended = std::from_chars(begun.ptr + 2, end, last);
  if (ended.ec != std::errc() || ended.ptr != end) return {};
  if (last < first) throw UsageError(key + ": " + text + " ends before it begins");
  const auto beyond = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
  if (beyond >= kMostRuns) {
    throw UsageError(key + ": " + text + " has more than " + std::to_string(kMostRuns) + " values");
  }
  std::vector<std::string> values;
  for (std::int64_t i = 0; i <= static_cast<std::int64_t>(beyond); ++i) {
    values.push_back(std::to_string(first + i));
  }
  return values;
}

Axis axis_of(const std::string& word) {
  const auto equals = word.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError(word + ": is not of the form key=values");
  }
  Axis axis{word.substr(0, equals), {}};
  if (axis.key == "seeds") axis.key = "seed";
  for (std::size_t begin = equals + 1; begin <= word.size();) {
    const std::size_t comma = std::min(word.find(',', begin), word.size());
    const std::string value = word.substr(begin, comma - begin);
    if (value.empty()) throw UsageError(axis.key + ": a value is empty");
    const auto numbers = range(value, axis.key);
    if (numbers.empty()) axis.values.push_back(value);
    axis.values.insert(axis.values.end(), numbers.begin(), numbers.end());
    begin = comma + 1;
  }
  return axis;
}

std::vector<Axis> axes_of(const std::vector<std::string>& words) {
  std::vector<Axis> axes;
  std::uint64_t count = 1;
  for (const auto& word : words) {
    Axis axis = axis_of(word);
    const auto same = [&](const Axis& other) { return other.key == axis.key; };
    if (std::any_of(axes.begin(), axes.end(), same))
      throw UsageError(axis.key + ": is given twice");
    count = std::min(count * axis.values.size(), std::uint64_t{1} << 40);
    axes.push_back(std::move(axis));
  }
  if (count > kMostRuns) {
    throw UsageError("a sweep has at most " + std::to_string(kMostRuns) + " runs, and this has " +
                     std::to_string(count));
  }
  return axes;
}

std::int64_t steps_of_preset(const std::string& id) {
  for (const Preset& preset : presets()) {
    if (id == preset.id) return preset.steps;
  }
  return kUsualSteps;  // and the configuration is refused
}

PlannedRun run_of(const std::vector<std::string>& words) {
  Arguments arguments(words);
  const std::int64_t usual =
      arguments.has("preset") ? steps_of_preset(arguments.value("preset")) : kUsualSteps;
  const std::int64_t steps = arguments.take_count("steps", usual);
  return {RunConfig::parse(arguments.rest()).print(), steps};
}

}  // namespace

std::string PlannedRun::id() const {
  Digest digest;
  digest.add(std::span<const char>(config));
  digest.add(std::span<const char>("&steps=" + std::to_string(steps)));
  return digest.hex();
}

std::vector<PlannedRun> plan_runs(const std::vector<std::string>& words) {
  const std::vector<Axis> axes = axes_of(words);
  std::vector<PlannedRun> runs;
  std::set<std::string> ids;
  std::vector<std::size_t> at(axes.size());
  for (bool done = false; !done;) {
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < axes.size(); ++i) {
      chosen.push_back(axes[i].key + "=" + axes[i].values[at[i]]);
    }
    runs.push_back(run_of(chosen));
    if (!ids.insert(runs.back().id()).second) {
      throw UsageError("two runs are alike: " + runs.back().config);
    }
    std::size_t axis = axes.size();
    while (axis > 0 && ++at[axis - 1] == axes[axis - 1].values.size()) at[--axis] = 0;
    done = axis == 0;
  }
  return runs;
}

std::string plan_text(std::span<const PlannedRun> runs) {
  std::string text;
  for (const auto& run : runs) {
    JsonWriter json;
    json.begin_object().member("id", run.id()).member("config", run.config);
    text += json.member("steps", static_cast<double>(run.steps)).end_object().take() + "\n";
  }
  return text;
}

std::vector<PlannedRun> read_plan(const std::vector<std::string>& lines, const std::string& name) {
  std::vector<PlannedRun> runs;
  std::set<std::string> ids;
  for (const auto& line : lines) {
    const std::string where = name + ", line " + std::to_string(runs.size() + 1);
    const Json object = Json::parse(line, nullptr, false);
    if (object.is_discarded()) throw UsageError(where + ": is not JSON");
    Fields fields(object, where);
    const std::string id = fields.text("id");
    PlannedRun run{fields.text("config"), 0};
    run.steps = static_cast<std::int64_t>(
        fields.number("steps", 1, static_cast<double>(Arguments::kMostCount)));
    if (run.id() != id) throw UsageError(where + ": " + id + " is not the id of this run");
    if (!ids.insert(id).second) throw UsageError(where + ": " + id + " is planned already");
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace acp::cli
