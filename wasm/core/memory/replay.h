#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>

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

  template <class Archive>
  void archive(Archive& archive) {
    archive(size_, next_);
    if (size_ < 0 || size_ > capacity_ || next_ < 0 || next_ >= capacity_) {
      throw std::invalid_argument("checkpoint: the replay buffer is larger than this run's");
    }
    archive.bytes(rows_.data(), static_cast<std::size_t>(size_) * row_size_ * sizeof(Scalar));
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
