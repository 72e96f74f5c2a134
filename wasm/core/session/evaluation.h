#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info);

/// What a policy sees of an environment: as it is, or with the usual range of each component mapped
/// to [-1, 1].
class Observer {
 public:
  Observer(const EnvironmentInfo& info, bool normalise);
  void observe(const Environment& environment, Scalar* column);

 private:
  std::vector<Component> components_;
  bool normalise_;
  std::vector<double> observed_;
};

/// Policies act in [-1, 1], or by the index of a choice; environments in their own units.
class ActionScale {
 public:
  explicit ActionScale(const ActionSpace& space) : space_(&space) {}
  void to_environment(const Scalar* normalised, std::span<double> action) const;

 private:
  const ActionSpace* space_;
};

/// What one policy did from one start state.
struct Episode {
  double total_reward;  ///< undiscounted
  int length;           ///< environment steps, up to the time limit
};

/// Runs the deterministic policy from given start states, all at once. What is random in the
/// environment comes out the same every time.
class Evaluation {
 public:
  Evaluation(const Environment& environment, const Algorithm& algorithm,
             const std::vector<std::vector<double>>& states, bool normalise);
  std::span<const Episode> run();

 private:
  std::vector<std::vector<double>> states_;
  std::vector<std::unique_ptr<Environment>> environments_;
  std::unique_ptr<Actor> actor_;
  Matrix observations_;
  Matrix actions_;
  Observer observer_;
  std::vector<double> action_;
  std::vector<bool> running_;
  std::vector<Episode> episodes_;
};

}  // namespace acp
