#include "core/algo/a2c_config.h"

namespace acp {
namespace {

void visit_advantage(A2cConfig& config, ParameterVisitor& v) {
  constexpr const char* group = "Advantage";
  static constexpr Option advantages[] = {
      {"n_step", "n-step", "Rewards of n steps, then V, minus V now."},
      {"generalised", "generalised (GAE)", "The n-step advantages of all n, weighted by lambda."}};
  v.choice({.name = "advantage",
            .title = "advantage",
            .symbol = "\\hat A",
            .group = group,
            .help = "How much better an action was than V, from rewards that followed it.",
            .live = true},
           config.advantage, advantages);
  v.integer({.name = "n",
             .title = "n",
             .symbol = "n",
             .unit = "steps",
             .group = group,
             .help = "Rewards before V stands for the rest; 0: all that the rollout has.",
             .live = true,
             .when = "advantage=n_step"},
            config.n, {0, 2048});
  v.number({.name = "lambda",
            .title = "lambda",
            .symbol = "\\lambda",
            .group = group,
            .help = "0 trusts V after one step, 1 not before the rollout ends.",
            .live = true,
            .when = "advantage=generalised"},
           config.lambda, {0, 1});
}

void visit_learning(A2cConfig& config, ParameterVisitor& v) {
  visit_discount(v, config.gamma);
  visit_learning_rate(v, "critic_learning_rate", "critic learning rate", "\\eta_V",
                      config.critic_learning_rate);
  visit_learning_rate(v, "actor_learning_rate", "actor learning rate", "\\eta_\\pi",
                      config.actor_learning_rate);
  v.number({.name = "entropy_weight",
            .title = "entropy weight",
            .symbol = "\\beta",
            .group = kLearningGroup,
            .help = "Of the policy's entropy in the actor's objective.",
            .live = true},
           config.entropy_weight, {0, 1});
  v.number({.name = "gradient_norm",
            .title = "largest gradient norm",
            .group = kLearningGroup,
            .help = "A longer gradient of the actor or of the critic is shortened to it; 0: never.",
            .live = true},
           config.gradient_norm, {0, 100});
}

void visit_rollout(A2cConfig& config, ParameterVisitor& v) {
  constexpr const char* group = "Rollout";
  v.integer({.name = "environments",
             .title = "environments",
             .group = group,
             .help = "Copies that take turns, so that one update sees many episodes."},
            config.environments, {1, 64, Scale::log});
  v.integer({.name = "steps",
             .title = "steps",
             .unit = "per environment",
             .group = group,
             .help = "Between updates."},
            config.steps, {1, 2048, Scale::log});
}

}  // namespace

void A2cConfig::visit(ParameterVisitor& v) {
  visit_advantage(*this, v);
  visit_learning(*this, v);
  visit_rollout(*this, v);
  networks.visit(v);
}

MemoryUse A2cConfig::memory(const TaskShape& task) const {
  const double size = static_cast<double>(environments) * steps;
  MemoryUse use;
  use.rollout("steps", size, task);
  use.batches("steps", 2 * size, networks, task);
  use.weights(10, networks, task);
  return use;
}

}  // namespace acp
