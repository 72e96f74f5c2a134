#pragma once

#include <vector>

#include <Eigen/Core>

namespace acp {

/// A Markov decision process with finitely many states and actions.
struct FiniteMdp {
  /// P[a](s, s'): probabilities; what a row lacks to 1 is the probability that the episode ends.
  std::vector<Eigen::MatrixXd> P;
  Eigen::MatrixXd R;  ///< R(s, a), expected reward
  double gamma;
  Eigen::VectorXd rho = {};  ///< rho(s), of the first state; empty where nobody asks

  Eigen::Index states() const { return R.rows(); }
  Eigen::Index actions() const { return R.cols(); }
};

/// pi(s, a), rows sum to 1.
using TabularPolicy = Eigen::MatrixXd;

struct TabularValues {
  Eigen::VectorXd V;
  Eigen::MatrixXd Q;
};

/// Rows of softmax(logits).
TabularPolicy softmax_policy(const Eigen::MatrixXd& logits);
TabularPolicy uniform_policy(const FiniteMdp& mdp);

/// Exact values of a policy. With `alpha` > 0 soft values: V = sum_a pi (Q - alpha log pi). For
/// gamma = 1 the policy must end every episode.
TabularValues values_of(const FiniteMdp& mdp, const TabularPolicy& policy, double alpha = 0);

/// Q(s, a) = R(s, a) + gamma sum_s' P(s'|s, a) V(s').
Eigen::MatrixXd action_values(const FiniteMdp& mdp, const Eigen::VectorXd& V);

/// P_pi(s, s').
Eigen::MatrixXd transitions(const FiniteMdp& mdp, const TabularPolicy& policy);

/// sum_t gamma^t Pr(s_t = s), from the distribution `start`.
Eigen::VectorXd occupancy(const FiniteMdp& mdp, const TabularPolicy& policy,
                          const Eigen::VectorXd& start);

/// The gradient of sum_s weight(s) sum_a pi(a|s) Q(s, a) in the logits of pi, with weight and Q
/// held fixed. With the policy's own occupancy and Q it is the policy gradient; with those of a
/// behaviour policy that of the surrogate.
Eigen::MatrixXd logit_gradient(const TabularPolicy& policy, const Eigen::VectorXd& weight,
                               const Eigen::MatrixXd& Q);

/// Optimal values, by policy iteration; with `alpha` > 0 soft ones, of softmax(Q / alpha). Needs
/// gamma < 1.
TabularValues optimal_values(const FiniteMdp& mdp, double alpha = 0);

/// The greatest expected sum of `horizon` discounted rewards from each state, and that of a policy.
Eigen::VectorXd optimal_values_within(const FiniteMdp& mdp, int horizon);
Eigen::VectorXd values_within(const FiniteMdp& mdp, const TabularPolicy& policy, int horizon);

}  // namespace acp
