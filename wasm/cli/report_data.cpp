#include "cli/report_data.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "cli/arguments.h"
#include "cli/fields.h"
#include "core/session/config.h"

namespace acp::cli {
namespace {

constexpr std::string_view kSeed = "seed=";

std::vector<std::string> split_pairs(const std::string& config) {
  std::vector<std::string> pairs;
  for (std::size_t begin = 0; begin <= config.size();) {
    const std::size_t end = std::min(config.find('&', begin), config.size());
    pairs.push_back(config.substr(begin, end - begin));
    begin = end + 1;
  }
  return pairs;
}

std::string joined(const std::vector<std::string>& pairs, const char* by) {
  std::string text;
  for (const auto& pair : pairs) text += (text.empty() ? "" : by) + pair;
  return text;
}

std::string without_seed(const std::string& config) {
  auto pairs = split_pairs(config);
  std::erase_if(pairs, [](const std::string& pair) { return pair.starts_with(kSeed); });
  return joined(pairs, "&");
}

int seed_of(const PlannedRun& run, const std::string& path) {
  try {
    return RunConfig::parse(run.config).run().seed;
  } catch (const ConfigError& error) {
    throw UsageError(path + ": the plan is not of this version: " + error.what());
  }
}

/// A result's lines; each error names the file and what is wrong with it.
SeedResult read_result(const std::string& path, const PlannedRun& run,
                       std::vector<std::string>& builds) {
  SeedResult result{seed_of(run, path), {}, ""};
  bool begun = false, ended = false;
  for (const auto& line : read_lines(path, "--out")) {
    const Json object = Json::parse(line, nullptr, false);
    if (object.is_discarded()) throw UsageError(path + ": a line is not JSON");
    Fields fields(object, path);
    const std::string type = fields.text("type");
    if (type == "run") {
      if (fields.text("id") != run.id()) throw UsageError(path + ": id: is that of another run");
      begun = true;
      const std::string build = fields.text("build");
      if (std::find(builds.begin(), builds.end(), build) == builds.end()) builds.push_back(build);
    } else if (type == "evaluation" && !fields.raw("mean_return").is_null()) {
      result.evaluations.push_back(
          {fields.number("environment_steps"), fields.number("mean_return")});
    } else if (type == "end") {
      result.status = fields.text("status");
      ended = true;
    }
  }
  if (!begun) throw UsageError(path + ": does not say which run it is of");
  if (!ended) throw UsageError(path + ": has no end");
  if (result.evaluations.empty() && result.status.empty()) {
    throw UsageError(path + ": has no evaluation; evaluate_every=N makes some");
  }
  return result;
}

/// The preset that a configuration is, or "".
std::string preset_of(const Arm& arm) {
  for (const Preset& preset : presets()) {
    const auto config = RunConfig::parse(std::string("preset=") + preset.id).print();
    if (preset.steps == arm.steps && config == arm.config) return preset.id;
  }
  return "";
}

void name_arms(std::vector<Arm>& arms) {
  std::map<std::string, std::size_t> count;
  std::set<std::int64_t> steps;
  for (const Arm& arm : arms) {
    for (const auto& pair : split_pairs(arm.config)) ++count[pair];
    steps.insert(arm.steps);
  }
  for (Arm& arm : arms) {
    arm.name = preset_of(arm);
    if (!arm.name.empty()) continue;
    auto pairs = split_pairs(arm.config);
    if (arms.size() > 1) {
      std::erase_if(pairs, [&](const std::string& pair) { return count[pair] == arms.size(); });
    }
    if (steps.size() > 1) pairs.push_back("steps=" + std::to_string(arm.steps));
    arm.name = pairs.empty() ? "defaults" : joined(pairs, " ");
  }
}

}  // namespace

double SeedResult::first_hit(double threshold) const {
  for (const auto& [steps, mean_return] : evaluations) {
    if (mean_return >= threshold) return steps;
  }
  return std::numeric_limits<double>::infinity();
}

SweepResults read_results(const SweepFolder& folder) {
  SweepResults results;
  for (const PlannedRun& run : folder.runs()) {
    if (folder.state(run) != RunState::whole) {
      ++results.missing;
      continue;
    }
    const std::string config = without_seed(run.config);
    auto arm = std::find_if(results.arms.begin(), results.arms.end(), [&](const Arm& each) {
      return each.config == config && each.steps == run.steps;
    });
    if (arm == results.arms.end()) arm = results.arms.insert(arm, {"", config, run.steps, {}, 0});
    auto result = read_result(folder.result(run), run, results.builds);
    if (result.evaluations.empty()) {
      ++arm->unscored;
    } else {
      arm->seeds.push_back(std::move(result));
    }
  }
  if (results.arms.empty()) throw UsageError(folder.path() + ": no run of the plan is whole");
  for (Arm& arm : results.arms) {
    if (arm.seeds.empty()) throw UsageError(arm.config + ": every seed stopped unevaluated");
    std::sort(arm.seeds.begin(), arm.seeds.end(),
              [](const SeedResult& a, const SeedResult& b) { return a.seed < b.seed; });
  }
  name_arms(results.arms);
  return results;
}

}  // namespace acp::cli
