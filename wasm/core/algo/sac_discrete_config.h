#pragma once

#include "core/algo/critic.h"
#include "core/algo/memory_use.h"
#include "core/grad/categorical.h"

namespace acp {

struct SacDiscreteConfig final : Config {
  CategoricalEstimatorConfig estimator;
  double gamma = 0.99;
  double tau = 0.01;
  double critic_learning_rate = 1e-3;
  double actor_learning_rate = 1e-3;
  int critics = 2;
  Twin twin = Twin::average;
  bool tune_temperature = true;
  double temperature = 1;
  double temperature_learning_rate = 1e-3;
  double target_entropy = 0.7;  ///< fraction of log |A|
  ReplaySettings replay;
  NetworkSettings networks;

  SacDiscreteConfig() { replay.batch_size = 64; }
  void visit(ParameterVisitor& visitor) override;
  Complaint check() const override;
  MemoryUse memory(const TaskShape& task) const;
};

}  // namespace acp
