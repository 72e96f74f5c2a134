#include "core/session/place.h"

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

Place::Step Place::step(const Scalar* action, Rng& rng) {
  ActionScale(info().action).to_environment(action, applied_);
  const auto [reward, terminated] = environment_->step(applied_, rng);
  episode_.total_reward += reward;
  ++episode_.length;
  return {reward, terminated, !terminated && episode_.length >= info().time_limit};
}

}  // namespace acp
