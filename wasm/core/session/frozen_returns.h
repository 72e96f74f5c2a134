#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/base/statistics.h"
#include "core/session/config.h"
#include "core/session/instances.h"
#include "core/session/place.h"

namespace acp {

/// How the returns of a frozen run are sampled.
struct FrozenReturnsConfig final : Config {
  int states = 16;
  int rollouts = 64;
  int longest = 256;
  int seed = 1;

  void visit(ParameterVisitor& visitor) override;
};

/// n-step returns that trust the critic of a run, for n = 1, 2, 4 and so on, from states that its
/// policy visits; against the returns of whole episodes, which at the time limit trust it too.
/// Rewards are scaled as they are learned from.
class FrozenReturns {
 public:
  /// Means over states and their standard errors.
  struct Row {
    int n;
    double squared_bias, squared_bias_standard_error;
    double variance, variance_standard_error;
  };

  /// All must outlive it, and not learn meanwhile. Throws `std::invalid_argument`.
  FrozenReturns(std::string_view task, const RunConfig& config, const Instances& environments,
                const Algorithm& algorithm);

  /// Samples from one more state; returns whether that was the last one.
  bool advance();
  /// The share of the states that are done.
  double done() const { return static_cast<double>(states_done_) / config_.states; }
  /// From the states so far; standard errors need two.
  std::vector<Row> rows() const;

 private:
  struct Length {
    int n;
    Moments squared_bias, variance;
  };
  std::vector<double> next_state();

  FrozenReturnsConfig config_;
  double gamma_, reward_scale_;
  std::vector<Place> places_;  ///< the first goes on, the others begin in its states
  const Learner* critic_;
  std::unique_ptr<Actor> walker_, actor_;
  Rng rng_;
  std::vector<Length> lengths_;
  int states_done_ = 0;
  bool walking_ = false;
};

}  // namespace acp
