#pragma once

#include "core/algo/memory_use.h"
#include "core/grad/estimator.h"

namespace acp {

struct SacConfig : Config {
  EstimatorConfig estimator;
  double gamma = 0.99;
  double tau = 0.01;
  double critic_learning_rate = 1e-3;
  double actor_learning_rate = 1e-3;
  int critics = 2;
  bool tune_temperature = true;
  double temperature = 1;
  double temperature_learning_rate = 1e-3;
  double target_entropy = -1;  ///< per action dimension
  ReplaySettings replay;
  NetworkSettings networks;

  void visit(ParameterVisitor& visitor) override;
  Complaint check() const override;
  MemoryUse memory(const TaskShape& task) const;

 protected:
  const char* owner_ = "sac";  ///< of its keys
  void visit_learning(ParameterVisitor& visitor);
};

}  // namespace acp
