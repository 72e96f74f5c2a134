#pragma once

#include <cstdint>
#include <vector>

#include "core/base/trace.h"
#include "core/memory/replay.h"

namespace acp {

/// Consecutive steps of several environments that take turns, up to `steps` of each: column
/// e * steps + t holds step t of environment e. Allocates at construction only.
class Rollout {
 public:
  Rollout(int observation_size, int action_width, int environments, int steps);

  /// The next environment's step; the rollout must not be full.
  void add(const Transition& transition);
  void clear() { size_ = 0; }
  int size() const { return size_; }
  bool full() const { return size_ == environments_ * steps_; }
  /// Steps that ended an episode.
  int ended() const;

  /// Its steps, in columns.
  void write(TraceSink trace) const;

  const Matrix& observation() const { return observation_; }
  const Matrix& action() const { return action_; }
  const Matrix& next_observation() const { return next_observation_; }
  std::span<const Scalar> reward() const { return reward_; }
  std::span<const std::uint8_t> terminated() const { return terminated_; }
  std::span<const std::uint8_t> truncated() const { return truncated_; }

  /// Of a rollout that is not full. `action`: what one of its numbers may be.
  template <class Archive>
  void archive(Archive& archive, Allowed action) {
    archive(checked("size", size_, index_below(environments_ * steps_)));
    for (int i = 0; i < size_; ++i) {
      const int j = column(i);
      const auto row = static_cast<std::size_t>(j);
      const auto numbers = [j](Matrix& of) {
        return std::span(of.col(j), static_cast<std::size_t>(of.rows()));
      };
      archive(checked("observation", numbers(observation_), kComputed),
              checked("action", numbers(action_), action),
              checked("next_observation", numbers(next_observation_), kComputed),
              checked("reward", reward_[row], kComputed),
              checked("terminated", terminated_[row], kFlag),
              checked("truncated", truncated_[row], kFlag));
    }
  }

 private:
  /// Of the i-th step to arrive.
  int column(int i) const { return i % environments_ * steps_ + i / environments_; }

  int environments_;
  int steps_;
  int size_ = 0;
  Matrix observation_;       ///< s_{t-1}
  Matrix action_;            ///< a_{t-1}, unclipped
  Matrix next_observation_;  ///< the true s_t, also where the environment was then reset
  Buffer reward_;            ///< r_t
  std::vector<std::uint8_t> terminated_;
  std::vector<std::uint8_t> truncated_;
};

}  // namespace acp
