// Moments of returns that bootstrap from a value function V:
//
//     n steps   G_n = r + gamma G_{n-1}'      G_0 = V
//     lambda    G   = r + gamma ((1 - lambda) V' + lambda G')
//
// Both are r + gamma Y' with a rest Y of the next state, of which u = E[Y] and w = E[Y^2] suffice:
//
//     E[G]   = r + gamma P u      E[G^2] = r^2 + 2 gamma r P u + gamma^2 P w
//
// For n steps this is a recursion. For lambda it is two linear systems, the first in the mean m,
// the second in the second moment M, with w = (1 - lambda)^2 V^2 + 2 lambda (1 - lambda) V m +
// lambda^2 M.
#include "core/exact/bootstrapping.h"

#include "core/env/linear_solve.h"

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::vector<StateMoments> BootstrappedReturns::n_step_rests(int most) const {
  std::vector<StateMoments> rests{{trusted_, trusted_.cwiseProduct(trusted_)}};
  while (static_cast<int>(rests.size()) < most) rests.push_back(of_states(rests.back()));
  return rests;
}

StateMoments BootstrappedReturns::lambda_rest(double lambda) const {
  const MatrixXd P = transitions(mdp_, policy_);
  const MatrixXd I = MatrixXd::Identity(P.rows(), P.cols());
  const double trust = 1 - lambda, step = mdp_.gamma * lambda;
  const VectorXd zero = VectorXd::Zero(P.rows());
  const VectorXd m = solve(I - step * P, of_states({trust * trusted_, zero}).mean);
  const VectorXd u = trust * trusted_ + lambda * m;
  const VectorXd known = trust * trust * trusted_.cwiseProduct(trusted_) +
                         2 * lambda * trust * trusted_.cwiseProduct(m);
  const VectorXd M = solve(I - step * step * P, of_states({u, known}).second);
  return {u, known + lambda * lambda * M};
}

ActionMoments BootstrappedReturns::of_actions(const StateMoments& rest) const {
  ActionMoments moments{mdp_.R, mdp_.R.cwiseProduct(mdp_.R)};
  for (Index a = 0; a < mdp_.actions(); ++a) {
    const MatrixXd& P = mdp_.P[static_cast<std::size_t>(a)];
    const VectorXd next = mdp_.gamma * product(P, rest.mean);
    moments.mean.col(a) += next;
    moments.second.col(a) +=
        2 * mdp_.R.col(a).cwiseProduct(next) + mdp_.gamma * mdp_.gamma * product(P, rest.second);
  }
  return moments;
}

StateMoments BootstrappedReturns::of_states(const StateMoments& rest) const {
  const ActionMoments moments = of_actions(rest);
  return {row_sums(policy_.cwiseProduct(moments.mean)),
          row_sums(policy_.cwiseProduct(moments.second))};
}

BiasAndVariance compare(const FiniteMdp& mdp, const TabularPolicy& policy,
                        const TabularValues& exact, const VectorXd& V,
                        const BootstrappedReturns& returns, const StateMoments& rest) {
  const VectorXd visits = occupancy(mdp, policy, mdp.rho);
  const VectorXd one = VectorXd::Ones(mdp.states());
  const StateMoments G = returns.of_states(rest);
  const ActionMoments of_action = returns.of_actions(rest);
  const VectorXd variance = G.variance();
  const MatrixXd gradient = logit_gradient(policy, one, of_action.mean);
  const MatrixXd bias = gradient - logit_gradient(policy, one, exact.Q);
  // |e_a - pi|^2
  const MatrixXd squared_score =
      ((-2 * policy).colwise() + row_sums(policy.cwiseProduct(policy))).array() + 1;
  const MatrixXd squared_advantage = of_action.second - 2 * V.asDiagonal() * of_action.mean +
                                     V.cwiseProduct(V) * Eigen::RowVectorXd::Ones(mdp.actions());
  const VectorXd gradient_second =
      row_sums(policy.cwiseProduct(squared_score).cwiseProduct(squared_advantage));
  const VectorXd gradient_squared = row_sums(gradient.cwiseProduct(gradient));
  const VectorXd bias_squared = row_sums(bias.cwiseProduct(bias));

  BiasAndVariance sums{0, 0, 0, 0};
  double count = 0;
  for (Index s = 0; s < mdp.states(); ++s) {
    if (visits(s) == 0) continue;
    ++count;
    sums.squared_bias += (G.mean(s) - exact.V(s)) * (G.mean(s) - exact.V(s));
    sums.variance += variance(s);
    sums.gradient_squared_bias += bias_squared(s);
    sums.gradient_variance += gradient_second(s) - gradient_squared(s);
  }
  return {sums.squared_bias / count, sums.variance / count, sums.gradient_squared_bias / count,
          sums.gradient_variance / count};
}

}  // namespace acp
