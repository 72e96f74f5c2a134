#pragma once

#include "core/algo/memory_use.h"

namespace acp {

enum class Exploration { gaussian, ornstein_uhlenbeck };

struct DpgConfig final : Config {
  static constexpr int kLongestDelay = 10;  ///< updates

  double gamma = 0.99;
  double tau = 0.01;
  double critic_learning_rate = 1e-3;
  double actor_learning_rate = 1e-3;
  int critics = 1;
  int policy_delay = 1;
  double target_noise = 0;
  double target_noise_clip = 0.5;
  Exploration exploration = Exploration::gaussian;
  double exploration_noise = 0.1;
  double reversion = 0.15;  ///< theta of the Ornstein-Uhlenbeck process, per step
  ReplaySettings replay;
  NetworkSettings networks;

  void visit(ParameterVisitor& visitor) override;
  MemoryUse memory(const TaskShape& task) const;
};

}  // namespace acp
