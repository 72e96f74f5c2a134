#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "support/settings.h"

namespace acp {

/// Of `small_config`.
inline constexpr int kHiddenUnits = 8;

/// A config of `entry` that is small and quick, then with `settings`.
inline std::unique_ptr<Config> small_config(const AlgorithmEntry& entry, const Settings& settings) {
  auto config = entry.make_config();
  const Settings small{{"batch_size", "16"},   {"hidden_units", "8"}, {"buffer_size", "1000"},
                       {"warmup_steps", "20"}, {"environments", "3"}, {"episodes_per_update", "3"}};
  for (const auto& [name, value] : small) set_parameter(*config, name, value);  // where it has it
  for (const auto& [name, value] : settings) {
    EXPECT_EQ(set_parameter(*config, name, value), "") << name;
  }
  EXPECT_EQ(config->check(), "");
  return config;
}

inline std::string digest_of(const Algorithm& algorithm) {
  Digest digest;
  algorithm.digest(digest);
  return digest.hex();
}

inline std::vector<double> metrics_of(Algorithm& algorithm) {
  std::vector<double> metrics(algorithm.metrics().size());
  algorithm.take_metrics(metrics);
  return metrics;
}
/// One of the metrics; forgets them all.
inline double metric(Algorithm& algorithm, std::string_view name) {
  const auto metrics = metrics_of(algorithm);
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    if (name == algorithm.metrics()[i].name) return metrics[i];
  }
  ADD_FAILURE() << "no metric " << name;
  return NAN;
}

/// Steps in an episode of `interact`, beyond which the time limit cuts it.
inline constexpr int kEpisode = 8;

/// Feeds `steps` transitions of a task without dynamics: random observations, `reward(action)`.
/// Returns the number of updates made.
template <class Reward>
int interact(Algorithm& algorithm, TaskShape task, int steps, bool terminated, Reward reward,
             std::uint64_t seed = 1) {
  Rng rng(seed, Stream::environment);
  Matrix observation(task.observation_size, 1), next(task.observation_size, 1);
  Matrix action(task.action_width(), 1);
  const auto observe = [&](Matrix& into) {
    for (int i = 0; i < into.rows(); ++i) into(i, 0) = static_cast<Scalar>(rng.uniform(-1, 1));
  };
  const auto column = [](const Matrix& m) {
    return std::span(m.col(0), static_cast<std::size_t>(m.rows()));
  };
  int updates = 0;
  observe(observation);
  for (int i = 0; i < steps; ++i) {
    algorithm.explore(observation, action);
    observe(next);
    updates += algorithm.learn({.observation = column(observation),
                                .action = column(action),
                                .reward = static_cast<Scalar>(reward(action)),
                                .next_observation = column(next),
                                .terminated = terminated,
                                .truncated = !terminated && (i + 1) % kEpisode == 0});
    std::swap(observation, next);
  }
  return updates;
}

/// As `interact`, with small random rewards.
inline int interact(Algorithm& algorithm, TaskShape task, int steps, std::uint64_t seed = 1) {
  Rng rng(seed, Stream::policy);
  return interact(
      algorithm, task, steps, false, [&](const Matrix&) { return rng.uniform(-1, 0); }, seed);
}

}  // namespace acp
