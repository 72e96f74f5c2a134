#include "core/session/evaluation.h"

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info) {
  return {static_cast<int>(info.observation.size()), info.action.size(), info.action.discrete,
          info.states};
}

void Starts::bring(Place& place, std::size_t i, Rng& chance) const {
  if (states_.empty()) {
    place.reset(chance);
  } else {
    place.start(states_[i]);
  }
}

Evaluation::Evaluation(Environments environments, const Algorithm& algorithm, Starts starts,
                       bool normalise)
    : starts_(std::move(starts)),
      actor_(algorithm.make_actor(static_cast<int>(starts_.size()))),
      running_(starts_.size()),
      episodes_(starts_.size()) {
  const EnvironmentInfo& info = environments.front()->info();
  const auto count = static_cast<int>(starts_.size());
  observations_ = Matrix(static_cast<int>(info.observation.size()), count);
  actions_ = Matrix(info.action.width(), count);
  for (auto& each : environments) places_.emplace_back(std::move(each), normalise);
}

std::span<const Episode> Evaluation::run() {
  Rng rng(1, Stream::evaluation), chance = Starts::chance();
  for (std::size_t i = 0; i < places_.size(); ++i) {
    starts_.bring(places_[i], i, chance);
    running_[i] = true;
  }
  for (std::size_t running = places_.size(); running > 0;) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      places_[i].observe(observations_.col(static_cast<int>(i)));
    }
    actor_->act(observations_, actions_, nullptr);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!running_[i] || !places_[i].step(actions_.col(static_cast<int>(i)), rng).ends()) continue;
      episodes_[i] = places_[i].episode();
      running_[i] = false;
      --running;
    }
  }
  return episodes_;
}

}  // namespace acp
