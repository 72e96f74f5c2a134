// The surrogate of the return (Kakade and Langford, 2002; Schulman et al., 2015):
//
//     L(pi) = J(mu) + sum_s d_mu(s) sum_a pi(a|s) A_mu(s, a)      d_mu(s) = sum_t gamma^t Pr(s_t =
//     s)
//
// It has the value and the gradient of J at pi = mu. With d_pi in place of d_mu it would be J
// itself, everywhere: the performance-difference lemma. Theorem 1 of Schulman et al. bounds what
// that costs:
//
//     J(pi) >= L(pi) - 4 epsilon gamma / (1 - gamma)^2 alpha^2
//     epsilon = max_{s, a} |A_mu(s, a)|      alpha = max_s sum_a |pi(a|s) - mu(a|s)| / 2
#include "core/exact/surrogate.h"

#include <cmath>

#include "core/env/linear_solve.h"

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;

Surrogate::Surrogate(const FiniteMdp& mdp, TabularPolicy mu)
    : mu_(std::move(mu)),
      values_(values_of(mdp, mu_)),
      advantages_(values_.Q.colwise() - values_.V),
      d_(acp::occupancy(mdp, mu_, mdp.rho)),
      j_(dot(mdp.rho, values_.V)),
      penalty_(mdp.gamma < 1 ? 4 * advantages_.cwiseAbs().maxCoeff() * mdp.gamma /
                                   ((1 - mdp.gamma) * (1 - mdp.gamma))
                             : NAN) {}

double Surrogate::value(const TabularPolicy& pi) const {
  return j_ + dot(d_, row_sums(pi.cwiseProduct(advantages_)));
}

SurrogateValue Surrogate::at(const FiniteMdp& mdp, const TabularPolicy& pi) const {
  const double promised = value(pi), alpha = total_variation(pi, mu_);
  return {return_of(mdp, pi), promised, promised - penalty_ * alpha * alpha, alpha};
}

MatrixXd Surrogate::gradient(const TabularPolicy& pi) const {
  return logit_gradient(pi, d_, values_.Q);
}

double return_of(const FiniteMdp& mdp, const TabularPolicy& pi) {
  return dot(mdp.rho, values_of(mdp, pi).V);
}

double total_variation(const TabularPolicy& pi, const TabularPolicy& mu) {
  return row_sums((pi - mu).cwiseAbs()).maxCoeff() / 2;
}

bool always_ends(const FiniteMdp& mdp, const TabularPolicy& policy) {
  constexpr double kRounding = 1e-12;  // of probabilities that sum to 1
  const Index n = mdp.states();
  std::vector<bool> ends(static_cast<std::size_t>(n));
  const auto can_end = [&](Index s) {
    for (Index a = 0; a < mdp.actions(); ++a) {
      if (policy(s, a) == 0) continue;
      double stays = 0;
      for (Index next = 0; next < n; ++next) {
        const double p = mdp.P[static_cast<std::size_t>(a)](s, next);
        if (p > 0 && ends[static_cast<std::size_t>(next)]) return true;
        stays += p;
      }
      if (stays < 1 - kRounding) return true;
    }
    return false;
  };
  for (bool found = true; found;) {
    found = false;
    for (Index s = 0; s < n; ++s) {
      if (ends[static_cast<std::size_t>(s)] || !can_end(s)) continue;
      ends[static_cast<std::size_t>(s)] = true;
      found = true;
    }
  }
  return std::find(ends.begin(), ends.end(), false) == ends.end();
}

}  // namespace acp
