#pragma once

#include "core/base/parameters.h"

namespace acp {

/// TD(n) on a random walk that begins in the middle, ends beyond either end with a reward of -1 or
/// 1, and learns from V = 0.
struct RandomWalkConfig final : Config {
  int n = 4;
  double step_size = 0.4;
  int states = 19;
  int episodes = 10;
  int runs = 100;
  int seed = 1;

  void visit(ParameterVisitor& visitor) override;
  Complaint check() const override;
};

/// Of V, the root mean square error over the states after each episode, a mean over episodes, then
/// over runs; the standard error is over runs.
struct LearningError {
  double rms;
  double standard_error;  ///< NaN of one run
};
LearningError learn_random_walk(const RandomWalkConfig& config);

}  // namespace acp
