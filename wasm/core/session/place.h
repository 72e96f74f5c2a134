#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/archive.h"
#include "core/env/units.h"

namespace acp {

/// What a number of an environment's state may be in a checkpoint, as `check_state` has it.
inline constexpr Allowed kStateComponent{-kLargestStateComponent, kLargestStateComponent, false,
                                         NonFinite::diverged};

/// What an environment cannot do with the field `name` is a complaint about that.
template <class Act>
void expect_possible(const Reader& from, const char* name, Act&& act) {
  try {
    act();
  } catch (const EnvironmentError& error) {
    from.require(false, name, error.what());
  }
}

/// What one policy did from one start state.
struct Episode {
  double total_reward = 0;  ///< undiscounted
  int length = 0;           ///< environment steps, up to the time limit
  /// By the environment's own reward where another one is written; else NaN. Checkpoints have not
  /// got it, so it holds for episodes that nothing has interrupted.
  double original_reward = 0;
};

/// An environment as a policy meets it: in the units of its networks, an episode at a time.
class Place {
 public:
  struct Step {
    double reward;
    bool terminated;
    bool truncated;  ///< by the time limit
    bool ends() const { return terminated || truncated; }
  };

  Place(std::unique_ptr<Environment> environment, bool normalise);

  /// Start an episode.
  void reset(Rng& rng);
  void start(std::span<const double> state) { resume(state, {}); }
  /// Goes on with an episode that has come to `state`, one that `state_of` told of.
  void resume(std::span<const double> state, Episode so_far);
  /// Whether the environment is in just that state, and not in one that stands for it.
  bool is_at(std::span<const double> state) const;

  void observe(Scalar* column) { observer_.observe(*environment_, column); }
  Step step(const Scalar* action, Rng& rng);

  Environment& environment() { return *environment_; }
  const Environment& environment() const { return *environment_; }
  const EnvironmentInfo& info() const { return environment_->info(); }
  /// The present one, up to now.
  const Episode& episode() const { return episode_; }

 private:
  std::unique_ptr<Environment> environment_;
  Observer observer_;
  std::vector<double> applied_;
  Episode episode_;
};

}  // namespace acp
