#pragma once

#include "core/algo/critic.h"
#include "core/algo/settings.h"
#include "core/algo/temperature.h"
#include "core/dist/policy_head.h"
#include "core/grad/categorical.h"
#include "core/grad/estimator.h"
#include "core/memory/replay.h"
#include "core/nn/learner.h"

namespace acp {

/// What an algorithm's policy gradient is about, as it is now: a policy, the states to judge it in,
/// and the objective of its actions. Refers to the algorithm, which must outlive it and which it
/// does not change.
struct GradientProblem {
  const Learner& policy;  ///< its outputs are the head phi
  PolicyHead head;        ///< from which actions are drawn
  const CriticEnsemble& critics;
  const Temperature& temperature;
  const ReplayBuffer& replay;
  const ReplaySettings& replay_settings;
  double gamma;                                             ///< discount
  int action_size;                                          ///< dimensions, or number of choices
  const EstimatorConfig* estimator = nullptr;               ///< that trains; of a Gaussian policy
  const CategoricalEstimatorConfig* categorical = nullptr;  ///< the same, of logits

  const Mlp& network() const { return policy.mlp(); }
  std::span<const Scalar> theta() const { return policy.theta(); }
  bool discrete() const { return head == PolicyHead::categorical; }
  double alpha() const { return temperature.alpha(); }
  /// The estimator that trains, and how.
  const EstimatorEntry& training() const {
    return discrete() ? categorical->entry() : estimator->entry();
  }
  EstimatorSettings settings() const {
    return discrete() ? categorical->settings() : estimator->settings();
  }
  /// Transitions that states can be drawn from.
  int stored() const { return replay.size(); }

  /// Room for `states` transitions.
  Batch batch(int states) const {
    return {network().inputs(), discrete() ? 1 : action_size, states};
  }
  /// As a training batch is drawn; there must be something stored.
  void draw(Rng& rng, Batch& batch) const {
    replay.sample(rng, batch, replay_settings.recent_steps());
  }

  /// What the actor of continuous actions ascends; `set_states` says where.
  CriticObjective objective(int states, int per_state) const {
    return {critics, critics.count(), action_size, states, per_state};
  }
  /// What the actor of choices ascends: Q(s, .) [choices x states]. `pass` is one of
  /// `critics.mlp()`, for as many states.
  void action_values(MlpPass& pass, const Matrix& states, Matrix& q) const {
    critics.values(pass, states, q);
  }
};

}  // namespace acp
