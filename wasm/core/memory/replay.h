#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/archive.h"
#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/base/trace.h"

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

  void write(TraceSink trace) const;
};

/// The policy that acted in a transition.
struct Origin {
  std::int64_t iteration = 0;  ///< k of pi^k
  Scalar log_density = 0;      ///< log pi^k(a|s), where that has one
};

/// How many transitions are of the iterations from `first` to `last`.
struct IterationRange {
  std::int64_t first;
  std::int64_t last;
  int transitions;
};

/// A minibatch, one column per transition.
struct Batch {
  Batch(int observation_size, int action_size, int size)
      : observation(observation_size, size),
        action(action_size, size),
        next_observation(observation_size, size),
        reward(static_cast<std::size_t>(size)),
        discount_mask(static_cast<std::size_t>(size)),
        log_density(static_cast<std::size_t>(size)) {}

  int size() const { return observation.cols(); }
  void write(TraceSink trace) const;

  Matrix observation;
  Matrix action;
  Matrix next_observation;
  Buffer reward;
  Buffer discount_mask;  ///< 0 where terminated, else 1
  Buffer log_density;    ///< of the action, under the policy that acted
};

/// A ring of the last `capacity` transitions.
class ReplayBuffer {
 public:
  ReplayBuffer(int observation_size, int action_size, int capacity);

  /// Iterations follow one another, and each has a transition at least.
  void add(const Transition& transition, const Origin& origin = {});
  /// Uniform with replacement, of the last `recent` transitions; the buffer must not be empty.
  void sample(Rng& rng, Batch& batch, int recent) const;
  int size() const { return size_; }
  /// Which iterations the last `recent` transitions are of where `now` is the latest, oldest first:
  /// at most `most` ranges, equally long but for the last one.
  std::vector<IterationRange> iterations(std::int64_t now, int recent, int most) const;
  /// Whether the latest transition is of the iteration `now` or of the one before, and the oldest
  /// of none before the first.
  bool leads_to(std::int64_t now) const {
    return size_ == 0 || (age(now, size_ - 1) <= 1 && age(now, 0) <= now);
  }

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
              checked("reward", row[0], kComputed), checked("discount_mask", row[1], kFlag),
              checked("iteration", row[2], index_below(kIterations)),
              checked("log_density", row[3], kComputed));
    }
    for (int i = 0; i + 1 < size_; ++i) {
      archive.require(age(iteration(i + 1), i) <= 1, "iteration", "does not follow the one before");
    }
  }

 private:
  /// Iterations are kept modulo this, up to which every whole number is one of the networks'. That
  /// is more than there are in a buffer.
  static constexpr int kIterations = 1 << 24;

  /// Of the i-th transition, oldest first, modulo `kIterations`; and how long before `now` it was.
  int iteration(int i) const {
    const int at = size_ < capacity_ ? i : (next_ + i) % capacity_;
    return static_cast<int>(transition(at)[row_size_ - 2]);
  }
  int age(std::int64_t now, int i) const {
    return static_cast<int>((now % kIterations + kIterations - iteration(i)) % kIterations);
  }
  const Scalar* transition(int at) const {
    return rows_.data() + static_cast<std::size_t>(at) * static_cast<std::size_t>(row_size_);
  }

  int observation_size_;
  int action_size_;
  int capacity_;
  int row_size_;
  int size_ = 0;
  int next_ = 0;
  Buffer rows_;  ///< one transition after the other: s, a, s', r, mask, k, log pi^k(a|s)
};

}  // namespace acp
