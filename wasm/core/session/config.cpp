#include "core/session/config.h"

#include <algorithm>

#include "core/algo/algorithm.h"
#include "core/env/reward_language.h"
#include "core/lab/probe.h"
#include "core/session/evaluation.h"

namespace acp {
namespace {

const char* text(const char* constant) { return constant; }
const char* text(const std::string& owned) { return owned.c_str(); }

template <class Entry>
std::vector<Option> options_of(std::span<const Entry> entries) {
  std::vector<Option> options;
  for (const auto& entry : entries) {
    options.push_back({text(entry.id), text(entry.title), text(entry.help)});
  }
  return options;
}

void throw_if_any(const std::vector<std::string>& errors) {
  if (!errors.empty()) throw ConfigError(joined_lines(errors));
}

const Preset* find_preset(std::string_view id) {
  for (const auto& preset : presets()) {
    if (id == preset.id) return &preset;
  }
  return nullptr;
}

/// Null for the task's own.
const RewardLanguage* language_of(const std::string& reward) {
  return reward.empty() ? nullptr : reward_language();
}

std::string unknown_preset(std::string_view id) {
  std::string text = "preset: \"" + std::string(id.substr(0, 40)) + "\" is not one of ";
  for (const auto& preset : presets()) {
    if (&preset != &presets().front()) text += ", ";
    text += preset.id;
  }
  return text;
}

}  // namespace

void RunParameters::visit(ParameterVisitor& v) {
  const auto environment_options = options_of(environments());  // more may have been added
  static const auto algorithm_options = options_of(algorithms());
  constexpr const char* group = "Run";
  v.choice({.name = "environment", .title = "environment", .group = group, .help = "The task."},
           environment, environment_options);
  v.choice({.name = "algorithm", .title = "algorithm", .group = group, .help = "What learns."},
           algorithm, algorithm_options);
  v.integer({.name = "seed",
             .title = "seed",
             .group = group,
             .help = "Same seed, same bits, on every machine."},
            seed, {0, 2147483647});
  v.integer({.name = "evaluate_every",
             .title = "evaluate every",
             .unit = "steps",
             .group = group,
             .help = "Environment steps between evaluations on the fixed start states; 0: never.",
             .live = true},
            evaluate_every, {0, 1'000'000});
  v.integer({.name = "diagnostics_every",
             .title = "diagnostics every",
             .unit = "steps",
             .group = group,
             .help = "Environment steps over which each diagnostic is averaged.",
             .live = true},
            diagnostics_every, {1, 1'000'000, Scale::log});
  v.integer({.name = "probe_every",
             .title = "probe gradients every",
             .unit = "updates",
             .group = group,
             .help = "Updates between measurements of how much gradient estimates scatter; 0: "
                     "never. They do not change the run.",
             .live = true},
            probe_every, {0, 1'000'000});
  v.boolean({.name = "normalise_observations",
             .title = "normalise observations",
             .group = group,
             .help = "Map the usual range of each component to [-1, 1]."},
            normalise_observations);
  v.number({.name = "reward_scale",
            .title = "reward scale",
            .group = group,
            .help = "Multiplies the rewards to learn from; returns are reported without it."},
           reward_scale, {1e-3, 1e3, Scale::log});
  if (const RewardLanguage* language = reward_language()) language->visit(v, reward);
}

RunConfig::RunConfig() : run_(std::make_unique<RunParameters>()) { select(); }

const EnvironmentEntry& RunConfig::environment_entry() const {
  return environments()[static_cast<std::size_t>(run_->environment)];
}
const AlgorithmEntry& RunConfig::algorithm_entry() const {
  return algorithms()[static_cast<std::size_t>(run_->algorithm)];
}

void RunConfig::select() {
  environment_ = environment_entry().make_config();
  algorithm_ = algorithm_entry().make_config();
}

std::unique_ptr<Environment> RunConfig::make_environment() const {
  auto environment = environment_entry().make(*environment_);
  const RewardLanguage* language = language_of(run_->reward);
  return language ? language->pay(std::move(environment), run_->reward) : std::move(environment);
}

double RunConfig::discount() const {
  const auto copy = algorithm_entry().copy_config(*algorithm_);
  double gamma = 0;
  for (const auto& parameter : print_parameters(*copy)) {
    if (parameter.name == "gamma") parse_number(parameter.value, gamma);
  }
  return gamma;
}

MemoryUse RunConfig::memory() const {
  const TaskShape task =
      task_ ? *task_ : task_shape(environment_entry().make(*environment_)->info());
  MemoryUse use = algorithm_entry().memory(*algorithm_, task);
  if (run_->probe_every > 0) use.probe(GradientProbe::kStates);
  return use;
}

RunConfig RunConfig::parse(std::string_view text) {
  std::vector<std::string> errors;
  auto pairs = split_pairs(text, errors);
  RunConfig config;
  for (const auto& [key, id] : pairs) {
    if (key != "preset") continue;
    if (const Preset* preset = find_preset(id)) {
      config = RunConfig();
      config.apply(split_pairs(preset->config, errors), errors);
    } else {
      errors.push_back(unknown_preset(id));
    }
  }
  std::erase_if(pairs, [](const auto& pair) { return pair.first == "preset"; });
  config.apply(pairs, errors);
  if (errors.empty()) config.check(errors);
  throw_if_any(errors);
  return config;
}

void RunConfig::apply(const Pairs& pairs, std::vector<std::string>& errors) {
  const int environment = run_->environment;
  const int algorithm = run_->algorithm;
  set_all(pairs, true, errors);
  const bool chosen = std::any_of(pairs.begin(), pairs.end(),
                                  [](const auto& pair) { return pair.first == "algorithm"; });
  if (run_->environment != environment && !chosen) {
    select();
    std::vector<std::string> heard_below;
    set_all(pairs, false, heard_below);
    run_->algorithm = suited_algorithm();
  }
  if (run_->environment != environment || run_->algorithm != algorithm) select();
  set_all(pairs, false, errors);
}

void RunConfig::check(std::vector<std::string>& errors) {
  for (const Config* each : {environment_.get(), algorithm_.get()}) {
    if (auto complaint = each->check(); !complaint.empty()) errors.push_back(complaint);
  }
  if (!errors.empty()) return;
  const auto made = environment_entry().make(*environment_);
  task_ = std::make_shared<TaskShape>(task_shape(made->info()));
  if (const RewardLanguage* language = language_of(run_->reward)) {
    const auto complaint = language->check(made->info(), run_->reward);
    if (!complaint.empty()) errors.push_back("reward: " + complaint);
  }
  if (auto complaint = algorithm_entry().accepts(*task_); !complaint.empty()) {
    errors.push_back("algorithm: " + complaint);
  } else if (complaint = memory().check(algorithm_entry().id); !complaint.empty()) {
    errors.push_back(complaint);
  }
}

void RunConfig::set_all(const Pairs& pairs, bool selecting, std::vector<std::string>& errors) {
  for (const auto& [key, value] : pairs) {
    if ((key == "environment" || key == "algorithm") != selecting) continue;
    if (auto complaint = set(key, value); !complaint.empty()) {
      errors.push_back(key + ": " + complaint);
    }
  }
}

int RunConfig::suited_algorithm() const {
  const TaskShape task = task_shape(environment_entry().make(*environment_)->info());
  const auto all = algorithms();
  const auto accepts = [&](const AlgorithmEntry& each) { return each.accepts(task).empty(); };
  const auto first = std::find_if(all.begin(), all.end(), accepts);
  const bool keeps = first == all.end() || accepts(algorithm_entry());
  return keeps ? run_->algorithm : static_cast<int>(first - all.begin());
}

Complaint RunConfig::set(const std::string& key, const std::string& value) {
  constexpr const char* kUnknown = "unknown parameter";
  Complaint complaint = kUnknown;
  const auto dot = key.find('.');
  const auto owner = key.substr(0, dot);
  if (dot == key.npos) {
    complaint = set_parameter(*run_, key, value);
  } else {
    const auto name = key.substr(dot + 1);
    if (owner == environment_entry().id) complaint = set_parameter(*environment_, name, value);
    // An environment from outside, which has none, may have the id of an algorithm.
    if (complaint == kUnknown && owner == algorithm_entry().id) {
      complaint = set_parameter(*algorithm_, name, value);
    }
  }
  if (complaint == kUnknown) {
    std::vector<std::string> names;
    for (const auto& parameter : texts()) names.push_back(parameter.name);
    if (const auto nearest = nearest_name(key, names); !nearest.empty()) {
      complaint += ", did you mean " + nearest + "?";
    }
    complaint += "; valid ones are preset";
    for (const auto& name : names) complaint += ", " + name;
  }
  return complaint;
}

std::vector<ParameterText> RunConfig::texts() const {
  std::vector<ParameterText> all = print_parameters(*run_);
  const auto add = [&](const std::string& owner, Config& config) {
    for (auto& text : print_parameters(config)) {
      all.push_back({owner + "." + text.name, std::move(text.value), text.live});
    }
  };
  add(environment_entry().id, *environment_);
  add(algorithm_entry().id, *algorithm_);
  return all;
}

std::string RunConfig::print() const {
  RunConfig defaults;
  defaults.run_->environment = run_->environment;
  defaults.run_->algorithm = run_->algorithm;
  defaults.select();
  const auto ours = texts();
  const auto theirs = defaults.texts();
  std::string text;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const auto& [name, value, live] = ours[i];
    const bool always = name == "environment" || name == "algorithm";
    if (!always && value == theirs[i].value) continue;
    if (!text.empty()) text += '&';
    text += name + "=" + value;
  }
  return text;
}

RunConfig RunConfig::with_live_changes(std::string_view changes) const {
  RunConfig changed;
  changed.run_ = std::make_unique<RunParameters>(*run_);
  changed.environment_ = environment_;
  changed.task_ = task_;
  changed.algorithm_ = algorithm_entry().copy_config(*algorithm_);
  std::vector<std::string> errors;
  const auto pairs = split_pairs(changes, errors);
  const auto parameters = texts();
  for (const auto& [key, value] : pairs) {
    for (const auto& parameter : parameters) {
      if (parameter.name == key && !parameter.live) {
        errors.push_back(key + ": cannot change during a run; reset the run to change it");
      }
    }
  }
  if (errors.empty()) changed.set_all(pairs, false, errors);
  if (errors.empty()) {
    auto complaint = changed.algorithm_->check();
    if (complaint.empty()) complaint = changed.memory().check(algorithm_entry().id);
    if (!complaint.empty()) errors.push_back(complaint);
  }
  throw_if_any(errors);
  return changed;
}

}  // namespace acp
