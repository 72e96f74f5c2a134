#include "core/session/frozen_run.h"

#include <algorithm>

#include "core/session/evaluation.h"

namespace acp {
namespace {

Matrix replayed(const GradientProblem& problem, const FrozenRunConfig& config) {
  if (problem.stored() == 0) {
    throw std::invalid_argument(
        "states: nothing is stored yet to replay; train first, or use states=grid");
  }
  Batch batch = problem.batch(config.batch);
  Rng rng(static_cast<std::uint64_t>(config.seed), Stream::lab);
  problem.draw(rng, batch);
  return batch.observation;
}

/// Starts of the evaluation, evenly spaced where there are more than asked for.
Matrix evaluated(std::unique_ptr<Environment> environment, const FrozenRunConfig& config,
                 bool normalise) {
  const Starts starts(*environment);
  const auto count = std::min(starts.size(), static_cast<std::size_t>(config.batch));
  Place place(std::move(environment), normalise);
  Matrix observations(static_cast<int>(place.info().observation.size()), static_cast<int>(count));
  Rng chance = Starts::chance();
  std::size_t j = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    starts.bring(place, i, chance);
    if (i != j * starts.size() / count) continue;
    place.observe(observations.col(static_cast<int>(j)));
    ++j;
  }
  return observations;
}

std::string able_algorithms() {
  std::string ids;
  for (const auto& entry : algorithms()) {
    if (entry.head) ids += (ids.empty() ? "" : ", ") + std::string(entry.id);
  }
  return ids;
}

}  // namespace

Laboratory open_frozen_run(std::string_view task, const Environment& environment,
                           std::unique_ptr<Environment> another, const Algorithm& algorithm,
                           const RunParameters& run, RunTime time) {
  const auto problem = algorithm.gradient_problem();
  if (!problem) {
    throw std::invalid_argument(
        std::string("algorithm: ") + algorithms()[static_cast<std::size_t>(run.algorithm)].id +
        " has no stochastic policy that ascends a learned Q, so there is no gradient to estimate; "
        "use one of " +
        able_algorithms());
  }
  const auto config = FrozenRunConfig::parse(task, problem->alpha());
  const bool normalised = run.normalise_observations;
  Matrix observations = config.states == FrozenStates::replay
                            ? replayed(*problem, config)
                            : evaluated(std::move(another), config, normalised);
  return Laboratory(
      std::make_unique<FrozenRun>(*problem, TaskUnits{environment, normalised, run.reward_scale},
                                  std::move(observations), config, time));
}

}  // namespace acp
