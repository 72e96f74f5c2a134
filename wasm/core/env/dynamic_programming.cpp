// Finite Markov decision processes, solved exactly (Sutton and Barto, 2018, chapters 4 and 13):
//
//     V = sum_a pi (Q - alpha log pi)      Q = R + gamma P V          (alpha = 0: not soft)
//     d = rho + gamma P_pi' d              J = rho'V
//     dJ/dtheta(s, a) = d(s) pi(a|s) (Q(s, a) - V(s))      for pi = softmax(theta)
//
// Surrogate under mu (Kakade and Langford, 2002; Schulman et al., 2015), biased away from pi = mu:
//
//     L(pi) = J(mu) + sum_s d_mu(s) sum_a pi(a|s) (Q_mu(s, a) - V_mu(s))
#include "core/env/dynamic_programming.h"

#include "core/base/math.h"
#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostIterations = 100;  // policy iteration needs a handful
constexpr double kSameValue = 1e-12;  // relative: less is rounding, not improvement

/// Expected reward of the next action, its entropy bonus included.
VectorXd immediate(const FiniteMdp& mdp, const TabularPolicy& policy, double alpha) {
  const MatrixXd log_policy = policy.unaryExpr([](double p) { return p > 0 ? math::log(p) : 0; });
  return row_sums(policy.cwiseProduct(mdp.R - alpha * log_policy));
}

/// Keeps the action of `policy` where no other is better.
TabularPolicy improved(const TabularPolicy& policy, const TabularValues& values) {
  TabularPolicy better = policy;
  const double tolerance = kSameValue * values.Q.cwiseAbs().maxCoeff();
  for (Index s = 0; s < policy.rows(); ++s) {
    Index best = 0;
    if (values.Q.row(s).maxCoeff(&best) > values.V(s) + tolerance) {
      better.row(s).setZero();
      better(s, best) = 1;
    }
  }
  return better;
}

}  // namespace

MatrixXd transitions(const FiniteMdp& mdp, const TabularPolicy& policy) {
  MatrixXd P = MatrixXd::Zero(mdp.states(), mdp.states());
  for (Index a = 0; a < mdp.actions(); ++a) {
    P += policy.col(a).asDiagonal() * mdp.P[static_cast<std::size_t>(a)];
  }
  return P;
}

MatrixXd action_values(const FiniteMdp& mdp, const VectorXd& V) {
  MatrixXd Q = mdp.R;
  for (Index a = 0; a < mdp.actions(); ++a) {
    Q.col(a) += mdp.gamma * product(mdp.P[static_cast<std::size_t>(a)], V);
  }
  return Q;
}

TabularPolicy softmax_policy(const MatrixXd& logits) {
  TabularPolicy policy = logits.colwise() - logits.rowwise().maxCoeff();
  policy = policy.unaryExpr([](double z) { return math::exp(z); });
  return policy.array().colwise() / row_sums(policy).array();
}

TabularPolicy uniform_policy(const FiniteMdp& mdp) {
  return TabularPolicy::Constant(mdp.states(), mdp.actions(),
                                 1 / static_cast<double>(mdp.actions()));
}

TabularValues values_of(const FiniteMdp& mdp, const TabularPolicy& policy, double alpha) {
  const MatrixXd I = MatrixXd::Identity(mdp.states(), mdp.states());
  const VectorXd V = solve(I - mdp.gamma * transitions(mdp, policy), immediate(mdp, policy, alpha));
  return {V, action_values(mdp, V)};
}

VectorXd occupancy(const FiniteMdp& mdp, const TabularPolicy& policy, const VectorXd& start) {
  const MatrixXd I = MatrixXd::Identity(mdp.states(), mdp.states());
  return solve(I - mdp.gamma * transitions(mdp, policy).transpose(), start);
}

MatrixXd logit_gradient(const TabularPolicy& policy, const VectorXd& weight, const MatrixXd& Q) {
  const VectorXd mean = row_sums(policy.cwiseProduct(Q));
  return weight.asDiagonal() * policy.cwiseProduct(Q.colwise() - mean);
}

TabularValues optimal_values(const FiniteMdp& mdp, double alpha) {
  TabularPolicy policy = uniform_policy(mdp);
  TabularValues values = values_of(mdp, policy, alpha);
  for (int i = 0; i < kMostIterations; ++i) {
    policy = alpha > 0 ? softmax_policy(values.Q / alpha) : improved(policy, values);
    const VectorXd before = values.V;
    values = values_of(mdp, policy, alpha);
    const double gain = (values.V - before).cwiseAbs().maxCoeff();
    if (gain <= kSameValue * values.V.cwiseAbs().maxCoeff()) break;
  }
  return values;
}

VectorXd optimal_values_within(const FiniteMdp& mdp, int horizon) {
  VectorXd V = VectorXd::Zero(mdp.states());
  for (int t = 0; t < horizon; ++t) V = action_values(mdp, V).rowwise().maxCoeff();
  return V;
}

VectorXd values_within(const FiniteMdp& mdp, const TabularPolicy& policy, int horizon) {
  const MatrixXd P = transitions(mdp, policy);
  const VectorXd r = immediate(mdp, policy, 0);
  VectorXd V = VectorXd::Zero(mdp.states());
  for (int t = 0; t < horizon; ++t) V = r + mdp.gamma * product(P, V);
  return V;
}

}  // namespace acp
