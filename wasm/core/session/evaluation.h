#pragma once

#include <span>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/session/instances.h"
#include "core/session/place.h"

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info);

/// Hears how far something long has come.
class ProgressListener {
 public:
  virtual ~ProgressListener() = default;
  /// `share` in [0, 1].
  virtual void at(double share) = 0;
};

/// Where the episodes of an evaluation start: in given states, or where resets lead that come out
/// the same every time.
class Starts {
 public:
  /// Those of `environment`'s own; resets, if it has none.
  explicit Starts(const Environment& environment) : states_(environment.evaluation_states()) {}
  /// Of an environment with a snapshot.
  explicit Starts(std::vector<std::vector<double>> states) : states_(std::move(states)) {}

  std::size_t size() const { return states_.empty() ? kResets : states_.size(); }
  /// What resets draw from, to be made anew for the first start.
  static Rng chance() { return {0, Stream::evaluation}; }
  /// Brings `place` to the start that follows the previous one; `i` counts from 0.
  void bring(Place& place, std::size_t i, Rng& chance) const;

 private:
  static constexpr std::size_t kResets = 20;

  std::vector<std::vector<double>> states_;
};

/// Runs a policy from given starts, all at once: its most likely actions, or drawn ones. What is
/// random comes out the same every time.
class Evaluation {
 public:
  Evaluation(const Instances& environments, const Algorithm& algorithm, const Starts& starts,
             bool normalise)
      : Evaluation(environments.several(starts.size()), algorithm, starts, normalise) {}
  /// In one environment for each start.
  Evaluation(Environments environments, const Algorithm& algorithm, Starts starts, bool normalise);
  std::span<const Episode> run();
  /// The same with what is random in the environment from `rng`, and actions drawn with `noise`;
  /// `noise` and `progress` may be null.
  std::span<const Episode> run(Rng& rng, Rng* noise, ProgressListener* progress);

 private:
  Starts starts_;
  std::vector<Place> places_;
  std::unique_ptr<Actor> actor_;
  Matrix observations_;
  Matrix actions_;
  std::vector<bool> running_;
  std::vector<Episode> episodes_;
};

/// The same from any number of states, at most 256 at once, so that memory does not grow with them.
/// What is random then comes out as it does for this number of states.
std::vector<Episode> evaluate_all(const Instances& environments, const Algorithm& algorithm,
                                  const std::vector<std::vector<double>>& states, bool normalise,
                                  ProgressListener* progress, bool stochastic);

}  // namespace acp
