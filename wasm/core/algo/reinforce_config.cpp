#include "core/algo/reinforce_config.h"

namespace acp {

void ReinforceConfig::visit(ParameterVisitor& v) {
  constexpr const char* advantage = "Advantage";
  constexpr const char* rollout = "Rollout";
  static constexpr Option baselines[] = {
      {"none", "none", "The return itself, whatever its mean."},
      {"mean", "running mean", "Of the returns of earlier updates: one number for every state."},
      {"value", "learned V", "A network fitted to the returns."}};
  v.choice({.name = "baseline",
            .title = "baseline",
            .symbol = "b",
            .group = advantage,
            .help = "Subtracted from the return: less variance, no bias."},
           baseline, baselines);
  v.boolean({.name = "normalise_advantages",
             .title = "normalise advantages",
             .group = advantage,
             .help = "To mean 0 and deviation 1 over each update: a baseline in disguise.",
             .live = true},
            normalise_advantages);
  visit_discount(v, gamma);
  visit_learning_rate(v, "critic_learning_rate", "critic learning rate", "\\eta_V",
                      critic_learning_rate, "baseline=value");
  visit_learning_rate(v, "actor_learning_rate", "actor learning rate", "\\eta_\\pi",
                      actor_learning_rate);
  v.integer({.name = "episodes_per_update",
             .title = "episodes per update",
             .group = rollout,
             .help = "Whole episodes whose mean is the gradient.",
             .live = true},
            episodes_per_update, {1, 64, Scale::log});
  v.integer({.name = "buffer_size",
             .title = "buffer size",
             .unit = "steps",
             .group = rollout,
             .help = "Where the episodes fill it, the update comes early and cuts the last one."},
            buffer_size, {100, 200'000, Scale::log});
  networks.visit(v);
}

MemoryUse ReinforceConfig::memory(const TaskShape& task) const {
  MemoryUse use;
  use.rollout("buffer_size", buffer_size, task);
  use.weights(10, networks, task);
  return use;
}

}  // namespace acp
