#include "core/session/place.h"

#include <cstring>

namespace acp {

Place::Place(std::unique_ptr<Environment> environment, bool normalise)
    : environment_(std::move(environment)),
      observer_(info(), normalise),
      applied_(static_cast<std::size_t>(info().action.width())) {}

void Place::reset(Rng& rng) {
  episode_ = {};
  environment_->reset(rng);
}

void Place::resume(std::span<const double> state, Episode so_far) {
  set_state(*environment_, state);
  episode_ = so_far;
}

bool Place::is_at(std::span<const double> state) const {
  const auto now = state_of(*environment_);
  return now.empty() || std::memcmp(now.data(), state.data(), now.size() * sizeof(double)) == 0;
}

Place::Step Place::step(const Scalar* action, Rng& rng) {
  ActionScale(info().action).to_environment(action, applied_);
  const auto [reward, terminated] = environment_->step(applied_, rng);
  episode_.total_reward += reward;
  episode_.original_reward += environment_->original_reward();
  ++episode_.length;
  return {reward, terminated, !terminated && episode_.length >= info().time_limit};
}

}  // namespace acp
