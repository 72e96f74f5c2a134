#include "core/session/moment.h"

#include <algorithm>

#include "core/session/evaluation.h"

namespace acp {
namespace {

Matrix replayed(const GradientProblem& problem, const MomentConfig& config) {
  if (problem.stored() == 0) {
    throw std::invalid_argument(
        "states: nothing is stored yet to replay; train first, or use states=grid");
  }
  Batch batch = problem.batch(config.batch);
  Rng rng(static_cast<std::uint64_t>(config.seed), Stream::lab);
  problem.draw(rng, batch);
  return batch.observation;
}

/// Start states of the evaluation, evenly spaced where there are more than asked for.
Matrix evaluated(const Environment& environment, const MomentConfig& config, bool normalise) {
  const auto states = environment.evaluation_states();
  const auto count = std::min(states.size(), static_cast<std::size_t>(config.batch));
  const auto place = environment.clone();
  Observer observer(environment.info(), normalise);
  Matrix observations(static_cast<int>(environment.info().observation.size()),
                      static_cast<int>(count));
  for (std::size_t j = 0; j < count; ++j) {
    place->set_state(states[j * states.size() / count]);
    observer.observe(*place, observations.col(static_cast<int>(j)));
  }
  return observations;
}

}  // namespace

Laboratory open_moment(std::string_view task, const Environment& environment,
                       const Algorithm& algorithm, const RunParameters& run, RunTime time) {
  const auto problem = algorithm.gradient_problem();
  if (!problem) {
    throw std::invalid_argument(
        std::string("algorithm: ") + algorithms()[static_cast<std::size_t>(run.algorithm)].id +
        " has no stochastic policy that ascends a learned Q, so there is no gradient to estimate; "
        "use sac, sac_discrete or q_actor_critic");
  }
  const auto config = MomentConfig::parse(task, problem->alpha());
  const bool normalised = run.normalise_observations;
  Matrix observations = config.states == MomentStates::replay
                            ? replayed(*problem, config)
                            : evaluated(environment, config, normalised);
  return Laboratory(LabMoment::subject(*problem, {environment, normalised, run.reward_scale},
                                       std::move(observations), config, time));
}

}  // namespace acp
