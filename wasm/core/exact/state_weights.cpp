// One gradient, sum_s w(s) sum_a dpi(a|s) Q_pi(s, a), over four choices of states:
//
//     discounted     w = d_pi = sum_t gamma^t Pr(s_t = s): the policy gradient (Sutton et al.,
//     2000) undiscounted   the states as pi visits them, without gamma^t (Thomas, 2014): the
//     gradient of no
//                    function (Nota and Thomas, 2020); w sums to what d_pi does
//     behaviour      w = d_mu: the semi-gradient of off-policy actor-critic (Degris et al., 2012)
//     emphatic       w = sum_t gamma^t (P_pi')^t d_mu / |d_mu|: the gradient of the excursion
//                    objective (Imani, Graves and White, 2018)
//
// The Fisher information is one block w(g) (diag(pi) - pi pi') for each row g of logits, with w(g)
// the weight of its states; so the natural gradient is a mean of advantages (Kakade, 2001).
#include "core/exact/state_weights.h"

#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// How often each state is visited in the long run, if an episode that ends begins anew; sums to 1.
VectorXd visits(const FiniteMdp& mdp, const TabularPolicy& pi) {
  // Decides between parts of the process that are never left.
  constexpr double kRestart = 1e-11;
  const Index n = mdp.states();
  MatrixXd P = transitions(mdp, pi);
  P += (VectorXd::Ones(n) - row_sums(P)) * mdp.rho.transpose();
  // d' (I - (1 - k) P) = k rho', and d' 1 = 1.
  const MatrixXd A =
      MatrixXd::Identity(n, n) - (1 - kRestart) * P + VectorXd::Ones(n) * mdp.rho.transpose();
  return solve(A.transpose(), (1 + kRestart) * mdp.rho);
}

double sum_of(const VectorXd& x) { return dot(x, VectorXd::Ones(x.size())); }

}  // namespace

std::span<const Option> weighting_options() {
  static constexpr Option options[] = {
      {"discounted", "discounted", "Of the policy itself, with its discount: the policy gradient."},
      {"undiscounted", "without discount",
       "Of the policy itself, each visit alike: what implementations do."},
      {"behaviour", "behaviour's", "Of the policy that has acted: off-policy actor-critic."},
      {"emphatic", "emphatic", "Those, and where the policy leads from them: sound off-policy."}};
  return options;
}

VectorXd state_weights(const FiniteMdp& mdp, const TabularPolicy& pi, const TabularPolicy& mu,
                       Weighting weighting) {
  if (weighting == Weighting::discounted) return occupancy(mdp, pi, mdp.rho);
  if (weighting == Weighting::undiscounted) {
    return sum_of(occupancy(mdp, pi, mdp.rho)) * visits(mdp, pi);
  }
  const VectorXd d_mu = occupancy(mdp, mu, mdp.rho);
  return weighting == Weighting::behaviour ? d_mu : occupancy(mdp, pi, d_mu / sum_of(d_mu));
}

double excursion_return(const FiniteMdp& mdp, const TabularPolicy& pi, const TabularPolicy& mu) {
  const VectorXd d_mu = occupancy(mdp, mu, mdp.rho);
  return dot(d_mu, values_of(mdp, pi).V) / sum_of(d_mu);
}

MatrixXd natural_gradient(const SharedLogits& shared, const VectorXd& weights,
                          const TabularValues& values) {
  MatrixXd direction =
      shared.gathered(weights.asDiagonal() * (values.Q.colwise() - values.V).matrix());
  const VectorXd total = shared.gathered(weights);
  for (Index g = 0; g < direction.rows(); ++g) direction.row(g) /= total(g) > 0 ? total(g) : 1;
  return direction;
}

}  // namespace acp
