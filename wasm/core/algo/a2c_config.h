#pragma once

#include "core/algo/memory_use.h"

namespace acp {

/// How A2C estimates the advantage of an action.
enum class Advantage { n_step, generalised };

struct A2cConfig final : Config {
  Advantage advantage = Advantage::n_step;
  int n = 0;  ///< of Advantage::n_step; 0: up to the end of the rollout
  double lambda = 0.95;
  double gamma = 0.99;
  double critic_learning_rate = 2e-3;
  double actor_learning_rate = 1e-3;
  double entropy_weight = 0;
  double gradient_norm = 0.5;  ///< 0: not limited
  int environments = 8;
  int steps = 5;  ///< of each environment in a rollout
  NetworkSettings networks{.activation = Activation::tanh};

  void visit(ParameterVisitor& visitor) override;
  MemoryUse memory(const TaskShape& task) const;
};

}  // namespace acp
