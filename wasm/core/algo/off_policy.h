#pragma once

#include <algorithm>

#include "core/algo/algorithm.h"
#include "core/algo/settings.h"

namespace acp {

/// What learners from replayed transitions have in common: random actions at first, the replay
/// buffer, and when updates are due.
///
/// The behaviour policy of iteration k is mu^k = {pi^0, ..., pi^k}: replay draws uniformly from the
/// transitions of all past policies that the buffer holds, or of the last M.
class OffPolicy : public Algorithm {
 public:
  void explore(const Matrix& observation, Matrix& action) final;
  int learn(const Transition& transition) final;
  void interrupt() final { end_episode(); }
  std::vector<IterationRange> replayed(int most) const final {
    return replay_.iterations(iterations_, settings_.recent_steps(), most);
  }

 protected:
  OffPolicy(const ReplaySettings& settings, TaskShape task, std::uint64_t seed);

  /// The current policy's action, with its exploration noise. Returns log pi(a|s), or 0 for a
  /// policy that has no density.
  virtual Scalar act(const Matrix& observation, Matrix& action, Rng& noise) = 0;
  /// One round of gradient steps on `batch()`.
  virtual void update(Rng& noise) = 0;
  /// A step that the policy has taken, with log pi(a|s) as `act` returned it.
  virtual void follow(const Transition&, Scalar) {}
  /// An episode has ended, or does not go on.
  virtual void end_episode() {}

  const Batch& batch() const { return batch_; }
  const TaskShape& task() const { return task_; }
  const ReplayBuffer& replay() const { return replay_; }
  const ReplaySettings& replay_settings() const { return settings_; }
  void set_replay(const ReplaySettings& settings) { settings_ = settings; }

  template <class Archive>
  void archive(Archive& archive) {
    const Allowed action = task_.action({-1, 1, false, NonFinite::diverged});
    archive(named("policy_stream", policy_), named("replay_stream", replay_rng_),
            named("update_stream", update_), named("replay", replay_, action),
            checked("iterations", iterations_, kCount), checked("held", held_, action),
            checked("held_for", held_for_, index_below(settings_.warmup_hold)),
            checked("waited", waited_, index_below(ReplaySettings::kLongestIteration)));
    archive.require(replay_.leads_to(iterations_), "iterations", "not those of the replay");
  }

 private:
  /// A buffer smaller than the warm-up is full before the warm-up ends.
  int warmup() const { return std::min(settings_.warmup_steps, settings_.buffer_size); }
  void draw_random_action();
  Scalar random_log_density() const;

  ReplaySettings settings_;
  TaskShape task_;
  Rng policy_;
  Rng replay_rng_;
  Rng update_;
  ReplayBuffer replay_;
  Batch batch_;
  Buffer held_;                  ///< the random action of the warm-up
  int held_for_ = 0;             ///< steps
  int waited_ = 0;               ///< steps since the last updates
  std::int64_t iterations_ = 0;  ///< k of the policy that acts
  Scalar log_density_ = 0;       ///< of the action that was taken last
};

}  // namespace acp
