#include "core/session/stepper.h"

#include <algorithm>

namespace acp {
namespace {

std::span<const Scalar> numbers_of(const Matrix& column) {
  return {column.col(0), static_cast<std::size_t>(column.rows())};
}

/// While it is there, the algorithm writes to a trace, if there is one.
class Tracing {
 public:
  Tracing(Algorithm& algorithm, TraceSink trace) : algorithm_(trace ? &algorithm : nullptr) {
    if (algorithm_ != nullptr) algorithm_->trace(trace);
  }
  ~Tracing() {
    if (algorithm_ != nullptr) algorithm_->trace({});
  }
  Tracing(const Tracing&) = delete;
  Tracing& operator=(const Tracing&) = delete;

 private:
  Algorithm* algorithm_;
};

}  // namespace

Stepper::Stepper(const RunParameters& run, const Instances& environments, Algorithm& algorithm)
    : algorithm_(&algorithm),
      reward_scale_(run.reward_scale),
      stream_(static_cast<std::uint64_t>(run.seed), Stream::environment),
      next_observation_(static_cast<int>(environments.info().observation.size()), 1),
      action_(environments.info().action.width(), 1) {
  for (int i = 0; i < algorithm.environments(); ++i) {
    places_.emplace_back(environments.another(), run.normalise_observations);
    observations_.push_back(next_observation_);
    begin(places_.size() - 1);
  }
}

void Stepper::begin(std::size_t which) {
  places_[which].reset(stream_);
  observe(which);
}

void Stepper::restart() {
  for (std::size_t i = 0; i < places_.size(); ++i) begin(i);
  algorithm_->interrupt();
}

Stepper::Outcome Stepper::step(std::int64_t turn, TraceSink trace) {
  const std::size_t which = static_cast<std::size_t>(turn % std::ssize(places_));
  Place& place = places_[which];
  Matrix& observation = observations_[which];
  algorithm_->explore(observation, action_);
  const auto step = place.step(action_.col(0), stream_);
  place.observe(next_observation_.col(0));
  const Transition transition{.observation = numbers_of(observation),
                              .action = numbers_of(action_),
                              .reward = static_cast<Scalar>(reward_scale_ * step.reward),
                              .next_observation = numbers_of(next_observation_),
                              .terminated = step.terminated,
                              .truncated = step.truncated};
  transition.write(trace);
  Outcome outcome;
  {
    const Tracing tracing(*algorithm_, trace);
    outcome.updates = algorithm_->learn(transition);
  }
  if (step.ends()) {
    outcome.ended = place.episode();
    begin(which);
  } else {
    std::swap(observation, next_observation_);
  }
  return outcome;
}

}  // namespace acp
