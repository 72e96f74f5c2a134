#pragma once

#include <memory>
#include <span>

#include "core/algo/algorithm.h"
#include "core/algo/settings.h"
#include "core/dist/gaussian.h"
#include "core/nn/learner.h"

namespace acp {

/// Draws the actions of a policy network: Gaussian without squashing, or categorical.
class PolicySampler {
 public:
  PolicySampler(const Learner& network, const TaskShape& task, int batch);

  /// Continuous actions may leave [-1, 1]: their density is that of the Gaussian as it is.
  /// Deterministic if `noise` is null.
  void draw(const Matrix& observations, Matrix& actions, Rng* noise);
  /// log pi of a choice in the last state that one was drawn in, with noise.
  Scalar log_probability(int choice) const {
    return log_probabilities_[static_cast<std::size_t>(choice)];
  }

 private:
  void draw_choices(const Matrix& logits, Matrix& actions, Rng* noise);

  const Learner* network_;
  bool discrete_;
  MlpPass pass_;
  ActionSamples samples_;
  Buffer log_probabilities_;
};

/// The actor of a policy network; continuous actions at the bounds of [-1, 1] where they leave it.
std::unique_ptr<Actor> make_policy_actor(const Learner& network, const TaskShape& task, int batch);
/// The same as numbers.
PolicyNetwork policy_of(const Learner& network, const TaskShape& task);

/// The policy that REINFORCE and A2C learn.
class StochasticPolicy {
 public:
  /// Gradients come in batches of `batch` states.
  StochasticPolicy(const NetworkSettings& networks, const TaskShape& task, int batch,
                   Rng& initialisation);

  std::unique_ptr<Actor> make_actor(int batch) const;
  PolicyNetwork policy() const { return policy_of(network_, task_); }
  void draw(const Matrix& observation, Matrix& action, Rng& noise) {
    behaviour_.draw(observation, action, &noise);
  }

  /// Adds the gradient of sum_j w_j log pi(a_j|s_j) + beta sum_j H(pi(.|s_j)) over the first
  /// `weights.size()` columns. Returns the sum of their entropies, in nats.
  double accumulate(const Matrix& observations, const Matrix& actions,
                    std::span<const Scalar> weights, double beta, TraceSink trace);
  /// Moves along the gradients added since the last step, as `Learner::step`.
  double step(double rate, double largest_norm, TraceSink trace) {
    return network_.step(rate, largest_norm, trace);
  }

  bool finite() const { return network_.finite(); }
  void digest(Digest& digest) const { network_.digest(digest); }
  template <class Archive>
  void archive(Archive& archive) {
    archive(network_);
  }

 private:
  TaskShape task_;
  Learner network_;
  PolicySampler behaviour_;
  Matrix head_gradient_;
};

}  // namespace acp
