#include "core/session/evaluation.h"

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info) {
  return {static_cast<int>(info.observation.size()), info.action.size(), info.action.discrete,
          info.states};
}

Evaluation::Evaluation(const Environment& environment, const Algorithm& algorithm,
                       const std::vector<std::vector<double>>& states, bool normalise)
    : states_(states),
      actor_(algorithm.make_actor(static_cast<int>(states.size()))),
      observations_(static_cast<int>(environment.info().observation.size()),
                    static_cast<int>(states.size())),
      actions_(environment.info().action.width(), static_cast<int>(states.size())),
      running_(states.size()),
      episodes_(states.size()) {
  for (std::size_t i = 0; i < states.size(); ++i) {
    places_.emplace_back(environment.clone(), normalise);
  }
}

std::span<const Episode> Evaluation::run() {
  Rng rng(1, Stream::evaluation);
  for (std::size_t i = 0; i < places_.size(); ++i) {
    places_[i].start(states_[i]);
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
