#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/env/simulation.h"
#include "support/golden.h"
#include "support/settings.h"
#include "support/statistics.h"

namespace acp {

/// Those of this project, whatever a test adds.
inline const std::span<const EnvironmentEntry> own_environments = environments();

/// Those of this project can do everything.
inline std::unique_ptr<Simulation> simulation(std::unique_ptr<Environment> environment) {
  auto* simulation = dynamic_cast<Simulation*>(environment.get());
  if (simulation == nullptr) throw std::logic_error(environment->info().id + " is no simulation");
  static_cast<void>(environment.release());
  return std::unique_ptr<Simulation>(simulation);
}

inline std::unique_ptr<Simulation> make(const EnvironmentEntry& entry, const Settings& settings) {
  const auto config = entry.make_config();
  for (const auto& [parameter, value] : settings) {
    EXPECT_EQ(set_parameter(*config, parameter, value), "");
  }
  return simulation(entry.make(*config));
}

/// The environment of an entry, with one parameter set if it is named.
inline std::unique_ptr<Simulation> make(const EnvironmentEntry& entry, const char* parameter = "",
                                        const char* value = "") {
  return make(entry, *parameter == '\0' ? Settings{} : Settings{{parameter, value}});
}

/// A step in an environment without chance.
template <class... Action>
StepResult step(Environment& environment, Action... action) {
  Rng unused(1, Stream::environment);
  return environment.step(std::array{static_cast<double>(action)...}, unused);
}

inline std::vector<double> observation_of(const Environment& environment) {
  std::vector<double> observation(environment.info().observation.size());
  environment.observe(observation);
  return observation;
}

inline std::vector<float> drawing_of(const Simulation& environment) {
  std::vector<float> drawing(environment.info().draw.size());
  environment.draw(drawing);
  return drawing;
}

/// Any action, all equally likely.
inline std::vector<double> random_action(const ActionSpace& space, Rng& rng) {
  if (space.discrete) {
    return {static_cast<double>(rng.index(static_cast<std::uint32_t>(space.size())))};
  }
  std::vector<double> action;
  for (std::size_t i = 0; i < space.low.size(); ++i) {
    action.push_back(rng.uniform(space.low[i], space.high[i]));
  }
  return action;
}

/// The undiscounted return from the present state to the end; `policy(environment)` is an action.
template <class Policy>
double return_of(Simulation& environment, Rng& chance, Policy policy) {
  double total = 0;
  for (int t = 0; t < environment.info().time_limit; ++t) {
    const std::vector<double> action = policy(environment);
    const StepResult result = environment.step(action, chance);
    total += result.reward;
    if (result.terminated) break;
  }
  return total;
}

/// The returns of a policy over `rounds` times the evaluation's start states.
template <class Policy>
Moments returns_of(Simulation& environment, int rounds, Policy policy) {
  Rng chance(1, Stream::environment);
  Moments returns;
  for (int i = 0; i < rounds; ++i) {
    for (const auto& state : environment.evaluation_states()) {
      environment.set_state(state);
      returns.add(return_of(environment, chance, policy));
    }
  }
  return returns;
}

/// As `returns_of`, of the uniform random policy.
inline Moments random_returns(Simulation& environment, int rounds) {
  Rng rng(3, Stream::policy);
  return returns_of(environment, rounds,
                    [&](const Simulation& each) { return random_action(each.info().action, rng); });
}

/// Whether `environment` does what tests/golden has of Gymnasium's `id`. Returns the number of
/// trajectories.
inline int follow_gymnasium(Simulation& environment, const std::string& id) {
  constexpr double tolerance = 1e-9;
  const auto expect_near = [&](std::span<const double> actual, const nlohmann::json& expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
      EXPECT_NEAR(actual[i], expected[i].get<double>(), tolerance);
    }
  };
  int trajectories = 0;
  const auto recorded = golden("env-trajectories.json");
  for (const auto& trajectory : recorded["trajectories"]) {
    if (trajectory["env"] != id) continue;
    ++trajectories;
    SCOPED_TRACE(trajectory["note"]);
    environment.set_state(trajectory["initial_state"].get<std::vector<double>>());
    expect_near(observation_of(environment), trajectory["initial_obs"]);
    const auto& steps = trajectory["steps"];
    EXPECT_FALSE(steps.empty());
    for (std::size_t t = 0; t < steps.size(); ++t) {
      const auto result = step(environment, trajectory["actions"][t].get<double>());
      EXPECT_NEAR(result.reward, steps[t]["reward"].get<double>(), tolerance);
      EXPECT_EQ(result.terminated, steps[t]["terminated"].get<bool>());
      expect_near(environment.state(), steps[t]["state"]);
      expect_near(observation_of(environment), steps[t]["obs"]);
    }
  }
  return trajectories;
}

}  // namespace acp
