#pragma once

#include <string>

#include "core/base/parameters.h"
#include "core/nn/mlp.h"

/// Groups of parameters that several algorithms share.
namespace acp {

struct TaskShape;

inline constexpr const char* kLearningGroup = "Learning";
inline constexpr Range kLearningRates{1e-6, 0.1, Scale::log};

/// gamma, the discount.
void visit_discount(ParameterVisitor& visitor, double& gamma);
/// An Adam step size.
void visit_learning_rate(ParameterVisitor& visitor, const char* name, const char* title,
                         const char* symbol, double& rate, const char* when = "");
/// tau, how far target networks follow.
void visit_target_smoothing(ParameterVisitor& visitor, double& tau);

struct NetworkSettings {
  int hidden_layers = 2;
  int hidden_units = 64;
  Activation activation = Activation::relu;

  void visit(ParameterVisitor& visitor);
  MlpShape shape(int inputs, int outputs) const;
};

struct ReplaySettings {
  static constexpr int kLongestIteration = 10'000;  ///< steps

  int batch_size = 128;
  int buffer_size = 100'000;
  int warmup_steps = 500;
  int warmup_hold = 1;
  int steps_per_iteration = 1;
  int updates_per_iteration = 1;
  int recent_iterations = 0;  ///< 0: all that the buffer holds

  void visit(ParameterVisitor& visitor);
  /// The number of latest transitions to replay.
  int recent_steps() const;
};

/// Answers of `AlgorithmEntry::accepts`.
Complaint needs_continuous_actions(const TaskShape& task);
inline Complaint accepts_every_task(const TaskShape&) { return {}; }

}  // namespace acp
