#include "core/algo/algorithm.h"
#include "core/base/json.h"
#include "core/base/version.h"
#include "core/env/environment.h"
#include "core/env/exact_model.h"
#include "core/env/reward_language.h"
#include "core/lab/probe.h"
#include "core/session/config.h"
#include "core/session/evaluation.h"
#include "core/session/policy.h"

namespace acp {
namespace {

/// Returns what there is to learn: some environments compute much when they are made.
TaskShape describe(const EnvironmentEntry& entry, Config& config, JsonWriter& json) {
  const auto environment = entry.make(config);
  const EnvironmentInfo& info = environment->info();
  json.begin_object().member("id", info.id).member("title", info.title);
  json.member("help", info.help).member("source", info.source);
  const auto names = [&](const char* key, const std::vector<Component>& components) {
    json.key(key).begin_array();
    for (const auto& component : components) json.value(component.name);
    json.end_array();
  };
  names("observation", info.observation);
  names("state", info.state);
  describe_action(info.action, json);
  if (const auto* rewards = reward_language()) json.array("reward", rewards->variables(info));
  json.member("time_limit", info.time_limit).member("seconds_per_step", info.seconds_per_step);
  const auto model = environment->exact_model(0);
  json.member("finite", model && model->is_finite());
  json.array("draw", info.draw);
  json.key("reference").begin_object().member("optimum", info.reference.optimum);
  json.member("random", info.reference.random);
  json.member("threshold", info.reference.threshold).end_object();
  json.key("parameters");
  describe_parameters(config, entry.id, json);
  json.end_object();
  return task_shape(info);
}

struct Task {
  std::string id;
  TaskShape shape;
};

void describe(const AlgorithmEntry& entry, const std::vector<Task>& tasks, JsonWriter& json) {
  json.begin_object().member("id", entry.id).member("title", entry.title);
  json.member("help", entry.help).member("source", entry.source);
  json.key("environments").begin_array();
  for (const auto& task : tasks) {
    if (entry.accepts(task.shape).empty()) json.value(task.id);
  }
  json.end_array().key("parameters");
  const auto config = entry.make_config();
  describe_parameters(*config, entry.id, json);
  json.key("metrics").begin_array();
  for (const auto& metric : entry.metrics) {
    json.begin_object().member("name", metric.name).member("title", metric.title);
    json.member("unit", metric.unit).member("formula", metric.formula);
    json.member("help", metric.help).end_object();
  }
  json.end_array();
  if constexpr (kTraced) describe_lines(entry.lines, json.key("lines"));
  json.key("probes").begin_array();
  for (const auto& probe : probed_estimators(entry.head)) {
    json.begin_object().member("id", probe.id).member("title", probe.title);
    json.member("help", probe.help).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string catalog(void (*more)(JsonWriter&), const RunConfig* about) {
  JsonWriter json;
  json.begin_object().member("version", 1).member("build", build_version());
  json.key("presets").begin_array();
  for (const auto& preset : presets()) {
    json.begin_object().member("id", preset.id).member("title", preset.title);
    json.member("teaches", preset.teaches).member("config", preset.config);
    json.member("steps", preset.steps).member("threshold", preset.threshold);
    json.member("learns", preset.learns).end_object();
  }
  json.end_array();
  json.key("probe").begin_object().member("states", GradientProbe::kStates);
  json.member("repeats", GradientProbe::kRepeats).end_object();
  RunParameters run;
  json.key("run").begin_object().key("parameters");
  describe_parameters(run, "", json);
  json.end_object();
  json.key("environments").begin_array();
  std::vector<Task> tasks;
  for (const auto& entry : environments()) {
    const auto own = entry.make_config();
    Config& config = about && &about->environment_entry() == &entry ? about->environment() : *own;
    tasks.push_back({entry.id, describe(entry, config, json)});
  }
  json.end_array();
  json.key("algorithms").begin_array();
  for (const auto& entry : algorithms()) describe(entry, tasks, json);
  json.end_array();
  if (more != nullptr) more(json);
  return json.end_object().take();
}

}  // namespace acp
