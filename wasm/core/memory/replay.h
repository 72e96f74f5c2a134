#pragma once

#include <cstdint>
#include <span>

#include "core/base/archive.h"
#include "core/base/matrix.h"
#include "core/base/random.h"

namespace acp {

/// One environment step. `terminated` stops bootstrapping; a time limit does not, so a truncated
/// step is stored with terminated = false and the true last observation.
struct Transition {
  std::span<const Scalar> observation;  ///< s_{t-1}
  std::span<const Scalar> action;  ///< a_{t-1}: normalised to [-1, 1], or the index of a choice
  Scalar reward;                   ///< r_t
  std::span<const Scalar> next_observation;  ///< s_t
  bool terminated;
  bool truncated = false;  ///< by the time limit: the episode ends here, its value does not
};

/// A minibatch, one column per transition.
struct Batch {
  Batch(int observation_size, int action_size, int size)
      : observation(observation_size, size),
        action(action_size, size),
        next_observation(observation_size, size),
        reward(static_cast<std::size_t>(size)),
        discount_mask(static_cast<std::size_t>(size)) {}

  int size() const { return observation.cols(); }

  Matrix observation;
  Matrix action;
  Matrix next_observation;
  Buffer reward;
  Buffer discount_mask;  ///< 0 where terminated, else 1
};

/// A ring of the last `capacity` transitions.
class ReplayBuffer {
 public:
  ReplayBuffer(int observation_size, int action_size, int capacity);

  void add(const Transition& transition);
  /// Uniform with replacement, of the last `recent` transitions; the buffer must not be empty.
  void sample(Rng& rng, Batch& batch, int recent) const;
  int size() const { return size_; }

  /// `action`: what one of its numbers may be.
  template <class Archive>
  void archive(Archive& archive, Allowed action) {
    archive(checked("size", size_, whole(0, capacity_)),
            checked("next", next_, index_below(capacity_)));
    archive.require(next_ == size_ || size_ == capacity_, "next", "not behind the last transition");
    for (int i = 0; i < size_; ++i) {
      Scalar* row = rows_.data() + static_cast<std::size_t>(i) * row_size_;
      const auto numbers = [&row](int count) {
        row += count;
        return std::span(row - count, static_cast<std::size_t>(count));
      };
      const auto observation = numbers(observation_size_), a = numbers(action_size_);
      const auto next_observation = numbers(observation_size_);
      archive(checked("observation", observation, kComputed), checked("action", a, action),
              checked("next_observation", next_observation, kComputed),
              checked("reward", row[0], kComputed), checked("discount_mask", row[1], kFlag));
    }
  }

 private:
  int observation_size_;
  int action_size_;
  int capacity_;
  int row_size_;
  int size_ = 0;
  int next_ = 0;
  Buffer rows_;  ///< one transition after the other: s, a, s', r, mask
};

}  // namespace acp
