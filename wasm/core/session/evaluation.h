#pragma once

#include <span>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/session/place.h"

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info);

/// Runs the deterministic policy from given start states, all at once. What is random in the
/// environment comes out the same every time.
class Evaluation {
 public:
  Evaluation(const Environment& environment, const Algorithm& algorithm,
             const std::vector<std::vector<double>>& states, bool normalise);
  std::span<const Episode> run();

 private:
  std::vector<std::vector<double>> states_;
  std::vector<Place> places_;
  std::unique_ptr<Actor> actor_;
  Matrix observations_;
  Matrix actions_;
  std::vector<bool> running_;
  std::vector<Episode> episodes_;
};

}  // namespace acp
