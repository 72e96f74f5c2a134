#include "core/algo/dpg_config.h"

namespace acp {
namespace {

void visit_exploration(DpgConfig& config, ParameterVisitor& v) {
  constexpr const char* group = "Exploration";
  static constexpr Option kinds[] = {
      {"gaussian", "Gaussian", "Independent in each step (TD3)."},
      {"ornstein_uhlenbeck", "Ornstein-Uhlenbeck", "Correlated over time: pushes persist (DDPG)."}};
  v.choice({.name = "exploration",
            .title = "exploration noise",
            .group = group,
            .help = "Added to the deterministic policy, which alone would never explore."},
           config.exploration, kinds);
  v.number({.name = "exploration_noise",
            .title = "noise standard deviation",
            .symbol = "\\sigma",
            .group = group,
            .help = "Of the noise of one step, in actions of [-1, 1].",
            .live = true},
           config.exploration_noise, {0, 2});
  v.number({.name = "reversion",
            .title = "reversion",
            .symbol = "\\theta",
            .group = group,
            .help = "Share of the noise that each step takes back.",
            .live = true,
            .when = "exploration=ornstein_uhlenbeck"},
           config.reversion, {0.001, 1, Scale::log});
}

void visit_targets(DpgConfig& config, ParameterVisitor& v) {
  constexpr const char* group = "Targets";
  v.integer({.name = "critics",
             .title = "critics",
             .group = group,
             .help = "With two (TD3), targets take the smaller value, against overestimation."},
            config.critics, {1, 2});
  v.integer({.name = "policy_delay",
             .title = "policy delay",
             .symbol = "d",
             .unit = "updates",
             .group = group,
             .help = "The actor and all target networks move in every d-th update; TD3 has 2.",
             .live = true},
            config.policy_delay, {1, DpgConfig::kLongestDelay});
  v.number({.name = "target_noise",
            .title = "target noise",
            .symbol = "\\tilde\\sigma",
            .group = group,
            .help = "Smooths the target over nearby actions; TD3 has 0.2.",
            .live = true},
           config.target_noise, {0, 1});
  v.number({.name = "target_noise_clip",
            .title = "target noise clip",
            .symbol = "c",
            .group = group,
            .help = "The largest target noise.",
            .live = true},
           config.target_noise_clip, {0, 1});
}

}  // namespace

void DpgConfig::visit(ParameterVisitor& v) {
  visit_discount(v, gamma);
  visit_target_smoothing(v, tau);
  visit_learning_rate(v, "critic_learning_rate", "critic learning rate", "\\eta_Q",
                      critic_learning_rate);
  visit_learning_rate(v, "actor_learning_rate", "actor learning rate", "\\eta_\\mu",
                      actor_learning_rate);
  visit_targets(*this, v);
  visit_exploration(*this, v);
  replay.visit(v);
  networks.visit(v);
}

MemoryUse DpgConfig::memory(const TaskShape& task) const {
  MemoryUse use;
  use.replay("buffer_size", replay.buffer_size, task);
  use.batches("batch_size", 4 * replay.batch_size, networks, task);
  use.weights(6 + 4 * critics, networks, task);
  return use;
}

}  // namespace acp
