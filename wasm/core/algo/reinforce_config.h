#pragma once

#include "core/algo/memory_use.h"

namespace acp {

/// What REINFORCE subtracts from the return.
enum class ReturnBaseline {
  none,
  mean,   ///< a running mean of the returns of earlier updates
  value,  ///< a learned V(s)
};

struct ReinforceConfig final : Config {
  ReturnBaseline baseline = ReturnBaseline::value;
  bool normalise_advantages = false;
  double gamma = 0.99;
  double critic_learning_rate = 3e-3;
  double actor_learning_rate = 3e-3;
  int episodes_per_update = 4;
  int buffer_size = 20'000;
  NetworkSettings networks{.activation = Activation::tanh};

  void visit(ParameterVisitor& visitor) override;
  MemoryUse memory(const TaskShape& task) const;
};

}  // namespace acp
