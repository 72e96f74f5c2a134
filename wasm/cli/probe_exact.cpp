// Exact solutions: the linear-quadratic regulator and finite Markov decision processes.
#include <cmath>

#include <Eigen/Cholesky>

#include "cli/probe_matrices.h"
#include "cli/probe_operations.h"
#include "core/env/dynamic_programming.h"
#include "core/env/lqr_solution.h"

namespace acp::cli {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostDimensions = 32;
constexpr double kLargestSigma = 1e6;

MatrixXd read_covariance(Fields& fields, const std::string& name, Index n) {
  MatrixXd X = read_matrix(fields, name, n, n);
  const double allowed = kRounding * X.norm();
  const bool symmetric = (X - X.transpose()).norm() <= allowed;
  const bool positive =
      allowed == 0 || (X + allowed * MatrixXd::Identity(n, n)).llt().info() == Eigen::Success;
  if (!symmetric || !positive) {
    fields.refuse(name, "is not a covariance: symmetric and positive semidefinite");
  }
  return X;
}

}  // namespace

Json probe_lqr(Fields& fields) {
  const Index n = length_of(fields, "A", false, kMostDimensions);
  const Index m = length_of(fields, "B", true, kMostDimensions);
  const LinearQuadratic problem{
      read_matrix(fields, "A", n, n),  read_matrix(fields, "B", n, m),
      read_matrix(fields, "Q", n, n),  read_matrix(fields, "R", m, m),
      read_covariance(fields, "W", n), fields.number("gamma", 0, kLargestGamma)};
  const LinearPolicy policy{read_matrix(fields, "K", m, n),
                            fields.number("sigma", 0, kLargestSigma)};
  const auto [P, c] = cost_of(problem, policy);
  const LinearReturn j = return_of(problem, policy, read_covariance(fields, "S0", n));
  const LinearOptimum best = optimal_gain(problem);
  return {{"P", json_of(P)},
          {"c", c},
          {"J", j.J},
          {"dJ_dK", json_of(j.gradient)},
          {"dJ_dlogsigma", j.log_sigma_gradient},
          {"P_opt", json_of(best.P)},
          {"K_opt", json_of(best.K)}};
}

Json probe_tabular(Fields& fields) {
  const FiniteMdp mdp = read_mdp(fields);
  const VectorXd& rho = mdp.rho;
  const TabularPolicy policy = softmax_policy(read_logits(fields, "theta", mdp));
  const TabularPolicy behaviour = softmax_policy(read_logits(fields, "theta_mu", mdp));
  const double alpha = fields.number("alpha", 0, kLargestSigma);

  const TabularValues values = values_of(mdp, policy);
  const TabularValues best = optimal_values(mdp);
  const TabularValues soft = values_of(mdp, policy, alpha);
  const VectorXd d = occupancy(mdp, policy, rho);
  const MatrixXd surrogate =
      logit_gradient(policy, occupancy(mdp, behaviour, rho), values_of(mdp, behaviour).Q);
  return {{"J", rho.dot(values.V)},
          {"V", json_of(values.V)},
          {"Q", json_of(values.Q)},
          {"occupancy_sum_gamma_t", json_of(d)},
          {"grad_J_logits", json_of(logit_gradient(policy, d, values.Q))},
          {"V_opt", json_of(best.V)},
          {"Q_opt", json_of(best.Q)},
          {"soft_V_of_pi", json_of(soft.V)},
          {"soft_Q_of_pi", json_of(soft.Q)},
          {"surrogate_grad_under_mu", json_of(surrogate)}};
}

}  // namespace acp::cli
