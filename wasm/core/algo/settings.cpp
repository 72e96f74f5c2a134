#include "core/algo/settings.h"

#include <algorithm>
#include <cstdint>

#include "core/algo/algorithm.h"

namespace acp {

void visit_discount(ParameterVisitor& v, double& gamma) {
  v.number({.name = "gamma",
            .title = "discount",
            .symbol = "\\gamma",
            .group = kLearningGroup,
            .help = "Weight of the reward one step later.",
            .live = true},
           gamma, {0, 1});
}

void visit_learning_rate(ParameterVisitor& v, const char* name, const char* title,
                         const char* symbol, double& rate, const char* when) {
  v.number({.name = name,
            .title = title,
            .symbol = symbol,
            .group = kLearningGroup,
            .help = "Adam step size.",
            .live = true,
            .when = when},
           rate, kLearningRates);
}

void visit_target_smoothing(ParameterVisitor& v, double& tau) {
  v.number({.name = "tau",
            .title = "target smoothing",
            .symbol = "\\tau",
            .group = kLearningGroup,
            .help = "How far a target network goes towards the learned one when it moves; at 1 it "
                    "is a copy.",
            .live = true},
           tau, {1e-4, 1, Scale::log});
}

void NetworkSettings::visit(ParameterVisitor& v) {
  constexpr const char* group = "Networks";
  static constexpr Option activations[] = {
      {"identity", "identity", "No non-linearity: everything becomes linear."},
      {"relu", "ReLU", "max(0, x)."},
      {"tanh", "tanh", "Smooth and bounded."}};
  v.integer({.name = "hidden_layers",
             .title = "hidden layers",
             .group = group,
             .help = "Of the actor and of each critic. 0: linear; of indicators, a table."},
            hidden_layers, {0, 4});
  v.integer({.name = "hidden_units",
             .title = "units per layer",
             .group = group,
             .help = "Width of each hidden layer."},
            hidden_units, {8, 512, Scale::log});
  v.choice({.name = "activation",
            .title = "activation",
            .group = group,
            .help = "Of the hidden layers."},
           activation, activations);
}

MlpShape NetworkSettings::shape(int inputs, int outputs) const {
  return {inputs, std::vector<int>(static_cast<std::size_t>(hidden_layers), hidden_units), outputs,
          activation};
}

void ReplaySettings::visit(ParameterVisitor& v) {
  constexpr const char* group = "Replay";
  v.integer({.name = "batch_size",
             .title = "batch size",
             .symbol = "B",
             .unit = "transitions",
             .group = group,
             .help = "Replayed in each update."},
            batch_size, {1, 1024, Scale::log});
  v.integer({.name = "buffer_size",
             .title = "buffer size",
             .unit = "transitions",
             .group = group,
             .help = "The oldest transitions drop out beyond it."},
            buffer_size, {100, 1'000'000, Scale::log});
  v.integer({.name = "warmup_steps",
             .title = "warm-up",
             .unit = "steps",
             .group = group,
             .help = "Uniform random actions, and no updates, at the start."},
            warmup_steps, {1, 1'000'000, Scale::log});
  v.integer({.name = "warmup_hold",
             .title = "hold warm-up actions",
             .unit = "steps",
             .group = group,
             .help = "Each random action of the warm-up is repeated for so long."},
            warmup_hold, {1, 1000, Scale::log});
  v.integer({.name = "steps_per_iteration",
             .title = "steps per iteration",
             .unit = "steps",
             .group = group,
             .help = "Environment steps by one policy, between two rounds of updates.",
             .live = true},
            steps_per_iteration, {1, kLongestIteration, Scale::log});
  v.integer({.name = "updates_per_iteration",
             .title = "updates per iteration",
             .group = group,
             .help = "A few gradient steps improve the policy; far too many overfit the replay.",
             .live = true},
            updates_per_iteration, {0, 10'000});
  v.integer({.name = "recent_iterations",
             .title = "iterations replayed",
             .symbol = "M",
             .group = group,
             .help = "Replay the last so many policies only; 0: the mixture of all in the buffer.",
             .live = true},
            recent_iterations, {0, 10'000});
}

int ReplaySettings::recent_steps() const {
  if (recent_iterations == 0) return buffer_size;
  return static_cast<int>(
      std::min<std::int64_t>(buffer_size, std::int64_t{recent_iterations} * steps_per_iteration));
}

Complaint needs_continuous_actions(const TaskShape& task) {
  if (!task.discrete) return {};
  return "its actor moves continuous actions, and this environment has " +
         std::to_string(task.action_size) + " choices; use one for discrete actions";
}

}  // namespace acp
