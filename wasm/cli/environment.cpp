#include "core/env/environment.h"

#include <cmath>
#include <iostream>

#include "cli/commands.h"
#include "cli/progress.h"
#include "core/base/json.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

void write_numbers(JsonWriter& json, const char* name, std::span<const double> numbers) {
  json.key(name).begin_array();
  for (const double x : numbers) json.value_17(x);
  json.end_array();
}

/// Nothing, where it is NaN.
void write_if_known(JsonWriter& json, const char* name, double number) {
  if (!std::isnan(number)) json.key(name).value_17(number);
}

std::unique_ptr<Environment> make_environment(const std::string& id, const std::string& rest) {
  std::string ids;
  for (const auto& entry : environments()) {
    if (id == entry.id) {
      const RunConfig config = RunConfig::parse("environment=" + id + "\n" + rest);
      return entry.make(config.environment());
    }
    ids += (ids.empty() ? "" : ", ") + entry.id;
  }
  throw UsageError("id: \"" + id + "\" is not one of " + ids);
}

class EvaluationProgress final : public ProgressListener {
 public:
  void at(double share) override { line_.show(100 * share); }

 private:
  ProgressLine line_{100, "%"};
};

bool is_choice(double action, const ActionSpace& space) {
  return action >= 0 && action < space.size() && action == std::floor(action);
}

}  // namespace

void step_environment(Arguments& arguments) {
  const std::string id = arguments.require("id");
  const std::string state_text = arguments.require("state");
  const std::string actions_path = arguments.require("actions");
  arguments.expect_only(id + ".", {"id", "state", "actions", "parameters of the environment"});
  const auto environment = make_environment(id, arguments.rest());
  const auto& info = environment->info();

  const auto state = parse_numbers(state_text, "state");
  if (auto complaint = check_state(info, state); !complaint.empty()) {
    throw UsageError("state: " + complaint);
  }
  const auto width = static_cast<std::size_t>(info.action.width());
  std::vector<std::vector<double>> actions;
  for (const auto& line : read_lines(actions_path, "actions")) {
    const std::string name = "actions, action " + std::to_string(actions.size() + 1);
    actions.push_back(parse_numbers(line, name));
    if (actions.back().size() != width) {
      throw UsageError(name + ": " + std::to_string(actions.back().size()) + " numbers where " +
                       id + " takes " + std::to_string(width));
    }
    if (info.action.discrete && !is_choice(actions.back()[0], info.action)) {
      throw UsageError(name + ": " + number_text(actions.back()[0]) +
                       " is not a whole number in [0, " + std::to_string(info.action.size() - 1) +
                       "]");
    }
  }

  set_state(*environment, state);
  std::vector<double> observation(info.observation.size());
  Rng rng(1, Stream::environment);
  int steps = 0;
  bool ended = false;
  for (const auto& action : actions) {
    if (ended) {
      throw UsageError("actions, action " + std::to_string(steps + 1) +
                       ": the episode ended with action " + std::to_string(steps));
    }
    const StepResult result = environment->step(action, rng);
    environment->observe(observation);
    const bool truncated = ++steps >= info.time_limit && !result.terminated;
    JsonWriter json;
    json.begin_object();
    write_numbers(json, "state", state_of(*environment));
    write_numbers(json, "observation", observation);
    json.key("reward").value_17(result.reward);
    json.member("terminated", result.terminated).member("truncated", truncated);
    std::cout << json.end_object().take() << '\n';
    ended = result.terminated;
  }
}

void evaluate(Arguments& arguments) {
  const auto checkpoint = read_bytes(arguments.require("checkpoint"), "checkpoint");
  const std::string states_path = arguments.take("states");
  const bool stochastic = arguments.take_flag("stochastic", false);
  arguments.expect_none({"checkpoint", "states", "stochastic"});
  const Session session = Session::from_checkpoint(checkpoint);

  EvaluationProgress progress;
  std::vector<Episode> episodes;
  if (states_path.empty()) {
    episodes = session.evaluate(&progress, stochastic);
  } else {
    std::vector<std::vector<double>> states;
    for (const auto& line : read_lines(states_path, "states")) {
      states.push_back(parse_numbers(line, "states, state " + std::to_string(states.size() + 1)));
    }
    episodes = session.evaluate(states, &progress, stochastic);
  }
  double sum = 0, original_sum = 0;
  for (const auto& episode : episodes) {
    JsonWriter json;
    json.begin_object().key("return").value_17(episode.total_reward);
    write_if_known(json, "original_return", episode.original_reward);
    std::cout << json.member("length", episode.length).end_object().take() << '\n';
    sum += episode.total_reward;
    original_sum += episode.original_reward;
  }
  const auto count = static_cast<double>(episodes.size());
  JsonWriter json;
  json.begin_object().key("mean_return").value_17(sum / count);
  write_if_known(json, "mean_original_return", original_sum / count);
  std::cout << json.end_object().take() << '\n';
}

void print_weights(Arguments& arguments) {
  const std::string format = arguments.take("format");
  if (!format.empty() && format != "json" && format != "onnx") {
    throw UsageError("format: \"" + format + "\" is not one of json, onnx");
  }
  const auto checkpoint = read_bytes(arguments.require("checkpoint"), "checkpoint");
  arguments.expect_none({"checkpoint", "format"});
  const Session session = Session::from_checkpoint(checkpoint);
  if (format == "onnx") {
    std::cout << session.policy_onnx();
  } else {
    std::cout << session.policy() << '\n';
  }
}

}  // namespace acp::cli
