#pragma once

#include <vector>

#include "core/env/dynamic_programming.h"

namespace acp {

/// Mean and second moment of a random number in each state.
struct StateMoments {
  Eigen::VectorXd mean;
  Eigen::VectorXd second;
  Eigen::VectorXd variance() const { return second - mean.cwiseProduct(mean); }
};

/// Of a return in each state [states x actions].
struct ActionMoments {
  Eigen::MatrixXd mean;
  Eigen::MatrixXd second;
};

/// Returns that trust a value function V sooner or later, exactly. Rewards are R(s, a).
class BootstrappedReturns {
 public:
  /// All must outlive it. For gamma = 1 the policy must end every episode.
  BootstrappedReturns(const FiniteMdp& mdp, const TabularPolicy& policy, const Eigen::VectorXd& V)
      : mdp_(mdp), policy_(policy), trusted_(V) {}

  /// What follows the first reward, discounted once: in n-step returns for n = 1 to `most`, ...
  std::vector<StateMoments> n_step_rests(int most) const;
  /// ... and in the lambda-return: (1 - lambda) V + lambda G.
  StateMoments lambda_rest(double lambda) const;

  /// Of G = R(s, a) + gamma rest(s').
  ActionMoments of_actions(const StateMoments& rest) const;
  /// The same of an action by the policy.
  StateMoments of_states(const StateMoments& rest) const;

 private:
  const FiniteMdp& mdp_;
  const TabularPolicy& policy_;
  const Eigen::VectorXd& trusted_;
};

/// How far such returns are off, and what they do to the policy gradient: means over the states
/// that can be visited.
struct BiasAndVariance {
  double squared_bias;
  double variance;
  double gradient_squared_bias;  ///< of dlog pi(a|s) (G - V(s)) in the logits, summed over these
  double gradient_variance;
};

/// Compares returns with `exact`, the values of the policy.
BiasAndVariance compare(const FiniteMdp& mdp, const TabularPolicy& policy,
                        const TabularValues& exact, const Eigen::VectorXd& V,
                        const BootstrappedReturns& returns, const StateMoments& rest);

}  // namespace acp
