#pragma once

#include "core/env/dynamic_programming.h"

namespace acp {

/// What a policy is worth, and what is promised of it under a behaviour policy.
struct SurrogateValue {
  double j;                ///< the return itself
  double surrogate;        ///< L(pi)
  double bound;            ///< from below, of the return; NaN at gamma = 1, where there is none
  double total_variation;  ///< the largest over the states
};

/// The surrogate of the return under one behaviour policy mu.
class Surrogate {
 public:
  /// `mdp` has a start distribution. For gamma = 1, mu must end every episode.
  Surrogate(const FiniteMdp& mdp, TabularPolicy mu);

  double value(const TabularPolicy& pi) const;
  SurrogateValue at(const FiniteMdp& mdp, const TabularPolicy& pi) const;
  /// dL/dlogits at softmax(logits) = pi.
  Eigen::MatrixXd gradient(const TabularPolicy& pi) const;

  const TabularPolicy& mu() const { return mu_; }
  const TabularValues& values() const { return values_; }
  /// A_mu(s, a).
  const Eigen::MatrixXd& advantages() const { return advantages_; }
  /// d_mu(s) = sum_t gamma^t Pr(s_t = s).
  const Eigen::VectorXd& occupancy() const { return d_; }
  /// J(mu).
  double j() const { return j_; }

 private:
  TabularPolicy mu_;
  TabularValues values_;
  Eigen::MatrixXd advantages_;
  Eigen::VectorXd d_;
  double j_;
  double penalty_;  ///< of alpha^2, in the bound
};

/// J(pi) = rho'V.
double return_of(const FiniteMdp& mdp, const TabularPolicy& pi);

/// max_s sum_a |pi(a|s) - mu(a|s)| / 2.
double total_variation(const TabularPolicy& pi, const TabularPolicy& mu);

/// Whether an episode of `policy` ends sooner or later, from whichever state.
bool always_ends(const FiniteMdp& mdp, const TabularPolicy& policy);

}  // namespace acp
