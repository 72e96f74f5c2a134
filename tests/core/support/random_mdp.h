#pragma once

#include "core/base/random.h"
#include "core/env/dynamic_programming.h"

namespace acp {

inline Eigen::MatrixXd random_matrix(Rng& rng, Eigen::Index rows, Eigen::Index columns, double low,
                                     double high) {
  Eigen::MatrixXd X(rows, columns);
  for (double& x : X.reshaped()) x = rng.uniform(low, high);
  return X;
}

/// Random transitions, rewards in [-1, 1] and start; with `ending` probability each step is the
/// last.
inline FiniteMdp random_process(Rng& rng, Eigen::Index states, Eigen::Index actions, double gamma,
                                double ending = 0) {
  FiniteMdp mdp{{}, random_matrix(rng, states, actions, -1, 1), gamma};
  for (Eigen::Index a = 0; a < actions; ++a) {
    Eigen::MatrixXd P = random_matrix(rng, states, states, 0, 1);
    for (Eigen::Index s = 0; s < states; ++s) P.row(s) *= (1 - ending) / P.row(s).sum();
    mdp.P.push_back(P);
  }
  mdp.rho = random_matrix(rng, states, 1, 0, 1);
  mdp.rho /= mdp.rho.sum();
  return mdp;
}

inline TabularPolicy random_policy(Rng& rng, const FiniteMdp& mdp, double spread = 2) {
  return softmax_policy(random_matrix(rng, mdp.states(), mdp.actions(), -spread, spread));
}

}  // namespace acp
