#include "core/session/evaluation.h"

#include <algorithm>

namespace acp {

TaskShape task_shape(const EnvironmentInfo& info) {
  return {static_cast<int>(info.observation.size()), info.action.size(), info.action.discrete,
          info.states};
}

Observer::Observer(const EnvironmentInfo& info, bool normalise)
    : components_(info.observation), normalise_(normalise), observed_(info.observation.size()) {}

void Observer::observe(const Environment& environment, Scalar* column) {
  environment.observe(observed_);
  for (std::size_t i = 0; i < observed_.size(); ++i) {
    const auto& [name, low, high] = components_[i];
    const double x = observed_[i];
    column[i] = static_cast<Scalar>(normalise_ ? (2 * x - low - high) / (high - low) : x);
  }
}

void ActionScale::to_environment(const Scalar* normalised, std::span<double> action) const {
  if (space_->discrete) {
    action[0] = static_cast<double>(normalised[0]);
    return;
  }
  for (std::size_t i = 0; i < action.size(); ++i) {
    const double centre = 0.5 * (space_->high[i] + space_->low[i]);
    const double half = 0.5 * (space_->high[i] - space_->low[i]);
    action[i] = centre + half * std::clamp(static_cast<double>(normalised[i]), -1.0, 1.0);
  }
}

Evaluation::Evaluation(const Environment& environment, const Algorithm& algorithm,
                       const std::vector<std::vector<double>>& states, bool normalise)
    : states_(states),
      actor_(algorithm.make_actor(static_cast<int>(states.size()))),
      observations_(static_cast<int>(environment.info().observation.size()),
                    static_cast<int>(states.size())),
      actions_(environment.info().action.width(), static_cast<int>(states.size())),
      observer_(environment.info(), normalise),
      action_(static_cast<std::size_t>(environment.info().action.width())),
      running_(states.size()),
      episodes_(states.size()) {
  for (std::size_t i = 0; i < states.size(); ++i) environments_.push_back(environment.clone());
}

std::span<const Episode> Evaluation::run() {
  const auto& info = environments_.front()->info();
  const ActionScale scale(info.action);
  Rng rng(1, Stream::evaluation);
  for (std::size_t i = 0; i < states_.size(); ++i) {
    environments_[i]->set_state(states_[i]);
    running_[i] = true;
    episodes_[i] = {0, 0};
  }
  for (int t = 0; t < info.time_limit; ++t) {
    for (std::size_t i = 0; i < states_.size(); ++i) {
      observer_.observe(*environments_[i], observations_.col(static_cast<int>(i)));
    }
    actor_->act(observations_, actions_, nullptr);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!running_[i]) continue;
      scale.to_environment(actions_.col(static_cast<int>(i)), action_);
      const StepResult result = environments_[i]->step(action_, rng);
      episodes_[i].total_reward += result.reward;
      ++episodes_[i].length;
      running_[i] = !result.terminated;
    }
    if (std::none_of(running_.begin(), running_.end(), [](bool r) { return r; })) break;
  }
  return episodes_;
}

}  // namespace acp
