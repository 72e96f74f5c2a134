#include "core/algo/off_policy.h"

#include "core/base/math.h"
#include "core/dist/taken_action.h"

namespace acp {

OffPolicy::OffPolicy(const ReplaySettings& settings, TaskShape task, std::uint64_t seed)
    : settings_(settings),
      task_(task),
      policy_(seed, Stream::policy),
      replay_rng_(seed, Stream::replay),
      update_(seed, Stream::update),
      replay_(task.observation_size, task.action_width(), settings.buffer_size),
      batch_(task.observation_size, task.action_width(), settings.batch_size),
      held_(static_cast<std::size_t>(task.action_width())) {}

void OffPolicy::explore(const Matrix& observation, Matrix& action) {
  if (replay_.size() >= warmup()) {
    log_density_ = act(observation, action, policy_);
    return;
  }
  if (held_for_ == 0) draw_random_action();
  held_for_ = (held_for_ + 1) % settings_.warmup_hold;
  std::copy(held_.begin(), held_.end(), action.col(0));
  log_density_ = random_log_density();
}

void OffPolicy::draw_random_action() {
  for (Scalar& each : held_) {
    each = task_.discrete
               ? static_cast<Scalar>(policy_.index(static_cast<std::uint32_t>(task_.action_size)))
               : static_cast<Scalar>(policy_.uniform(-1, 1));
  }
}

Scalar OffPolicy::random_log_density() const {
  if (!task_.discrete) return uniform_log_density(held_);
  return -math::log(static_cast<Scalar>(task_.action_size));
}

int OffPolicy::learn(const Transition& transition) {
  const bool by_policy = replay_.size() >= warmup();
  replay_.add(transition, {iterations_, log_density_});
  if (by_policy) follow(transition, log_density_);
  if (transition.terminated || transition.truncated) end_episode();
  if (replay_.size() < warmup()) return 0;
  if (++waited_ < settings_.steps_per_iteration) return 0;
  waited_ = 0;
  ++iterations_;
  for (int i = 0; i < settings_.updates_per_iteration; ++i) {
    replay_.sample(replay_rng_, batch_, settings_.recent_steps());
    batch_.write(trace_);
    update(update_);
  }
  return settings_.updates_per_iteration;
}

}  // namespace acp
