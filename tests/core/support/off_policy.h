#pragma once

#include <span>
#include <vector>

#include "core/algo/settings.h"
#include "core/dist/gaussian.h"
#include "support/algorithms.h"
#include "support/matrices.h"
#include "support/saved_parts.h"

namespace acp {

/// Those of `small_config`.
inline constexpr int kWarmUp = 20, kBatch = 16;

/// What an off-policy algorithm saves beyond its replay, read part by part in its order.
class SavedState : public SavedParts {
 public:
  SavedState(Algorithm& algorithm, const TaskShape& task) : SavedParts(algorithm) {
    skip(3 * kStreamBytes);
    const auto size = number<int>();
    number<int>();
    const int row = 2 * task.observation_size + task.action_width() + 4;
    skip(static_cast<std::size_t>(size) * static_cast<std::size_t>(row) * sizeof(Scalar));
    skip(sizeof(std::int64_t));  // iterations
    numbers();                   // the held action of the warm-up
    skip(2 * sizeof(int));       // since when, and since the last updates
  }

  struct Critic {
    Buffer theta, target;
  };
  std::vector<Critic> critics(int count) {
    std::vector<Critic> critics;
    for (int i = 0; i < count; ++i) {
      critics.push_back({.theta = numbers(), .target = numbers()});
      adam();
    }
    return critics;
  }
};

/// Feeds an off-policy algorithm of `small_config` and seed 1 with random transitions, and knows
/// what it replays of them.
class Feed {
 public:
  explicit Feed(const TaskShape& task)
      : task_(task),
        replay_(task.observation_size, task.action_width(), 1000),
        batch_(task.observation_size, task.action_width(), kBatch) {}

  /// Learns from more transitions until the number of updates so far is `updates`.
  void until(Algorithm& algorithm, int updates) {
    while (updates_ < updates) {
      const Matrix observation = random_matrix(task_.observation_size, 1, rng_);
      const Matrix next_observation = random_matrix(task_.observation_size, 1, rng_);
      Matrix action = random_matrix(task_.action_width(), 1, rng_);
      if (task_.discrete) {
        action(0, 0) =
            static_cast<Scalar>(rng_.index(static_cast<std::uint32_t>(task_.action_size)));
      }
      const Transition transition{.observation = column(observation, 0),
                                  .action = column(action, 0),
                                  .reward = static_cast<Scalar>(rng_.uniform(-2, 2)),
                                  .next_observation = column(next_observation, 0),
                                  .terminated = rng_.uniform() < 0.3,
                                  .truncated = rng_.uniform() < 0.3};
      replay_.add(transition);
      const int made = algorithm.learn(transition);
      for (int i = 0; i < made; ++i) replay_.sample(stream_, batch_, 1000);
      updates_ += made;
    }
  }

  /// Of the last update.
  const Batch& batch() const { return batch_; }

 private:
  TaskShape task_;
  Rng rng_{1, Stream::environment};
  Rng stream_{1, Stream::replay};
  ReplayBuffer replay_;
  Batch batch_;
  int updates_ = 0;
};

/// What a network of `small_config` makes of `inputs`.
inline Matrix network_output(std::span<const Scalar> theta, const Matrix& inputs, int outputs) {
  const NetworkSettings networks{.hidden_units = kHiddenUnits};
  const Mlp mlp(networks.shape(inputs.rows(), outputs));
  return MlpPass(mlp, inputs.cols()).forward(theta, inputs);
}

/// The loss of critics with outputs `q` on `batch`: sum_i mean (q_i(s, a) - y)^2 with
/// y = r + gamma (1 - terminated) next.
inline double critic_loss(const Batch& batch, const std::vector<Matrix>& q, double gamma,
                          const std::vector<double>& next) {
  double loss = 0;
  for (int j = 0; j < batch.size(); ++j) {
    const auto at = static_cast<std::size_t>(j);
    const double y = batch.reward[at] + gamma * batch.discount_mask[at] * next[at];
    for (const Matrix& each : q) {
      const int row = each.rows() == 1 ? 0 : static_cast<int>(batch.action(0, j));
      loss += (each(row, j) - y) * (each(row, j) - y) / batch.size();
    }
  }
  return loss;
}

/// Each observation over its action.
inline Matrix critic_inputs(const Matrix& observations, const Matrix& actions) {
  Matrix inputs(observations.rows() + actions.rows(), observations.cols());
  inputs.map() << observations.map(), actions.map();
  return inputs;
}

}  // namespace acp
