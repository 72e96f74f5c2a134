#pragma once

#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "core/session/evaluation.h"

namespace acp {

/// The current policy acting for somebody to watch, in an environment and with a random stream of
/// its own.
class Viewer {
 public:
  Viewer(std::unique_ptr<Environment> environment, const Algorithm& algorithm, std::uint64_t seed,
         bool normalise);

  /// One environment step, with the policy's most likely action or, if `stochastic`, one drawn from
  /// it; after the last of an episode, which stays on display, a reset.
  void step(bool stochastic);
  void kick(double strength) { environment_->kick(strength); }
  void drag(double x, double y) { environment_->drag(x, y); }
  std::span<const double> state() const { return environment_->state(); }
  /// Environment steps of the episode on display.
  int length() const { return length_; }
  double total_reward() const { return total_reward_; }
  std::span<const float> draw();

  template <class Archive>
  void archive(Archive& archive) {
    std::vector<double> state(environment_->state().begin(), environment_->state().end());
    archive(stream_, state, length_, total_reward_, steps_);
    if constexpr (Archive::kReading) {
      const int limit = environment_->info().time_limit;
      if (steps_ < 0 || steps_ > limit || length_ < 0 || length_ > limit) {
        throw std::invalid_argument("checkpoint: the viewer's episode is longer than its limit");
      }
      environment_->set_state(state);
    }
  }

 private:
  std::unique_ptr<Environment> environment_;
  Rng stream_;
  std::unique_ptr<Actor> actor_;
  Matrix observation_;
  Matrix action_;
  Observer observer_;
  std::vector<double> applied_;
  std::vector<float> draw_;
  int length_ = 0;
  double total_reward_ = 0;
  int steps_ = 0;  ///< of the episode; the time limit once it is over
};

}  // namespace acp
