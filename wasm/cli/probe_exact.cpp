// Exact solutions: the linear-quadratic regulator and finite Markov decision processes.
#include <cmath>

#include <Eigen/Cholesky>

#include "cli/probe_operations.h"
#include "core/env/dynamic_programming.h"
#include "core/env/lqr_solution.h"

namespace acp::cli {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostDimensions = 32;
constexpr int kMostStates = 256;
constexpr double kRounding = 1e-9;  // that is forgiven in probabilities and covariances
constexpr double kLargestSigma = 1e6;
constexpr double kLargestGamma = 1 - 1e-9;

[[noreturn]] void refuse_shape(const Fields& fields, const std::string& name, Index rows,
                               Index columns) {
  fields.refuse(name, "is not a matrix of " + std::to_string(rows) + " by " +
                          std::to_string(columns) + " finite numbers");
}

MatrixXd matrix_of(const Json& value, const Fields& fields, const std::string& name, Index rows,
                   Index columns) {
  MatrixXd X(rows, columns);
  if (!value.is_array() || value.size() != static_cast<std::size_t>(rows)) {
    refuse_shape(fields, name, rows, columns);
  }
  for (Index i = 0; i < rows; ++i) {
    const Json& row = value[static_cast<std::size_t>(i)];
    if (!row.is_array() || row.size() != static_cast<std::size_t>(columns)) {
      refuse_shape(fields, name, rows, columns);
    }
    for (Index j = 0; j < columns; ++j) {
      const Json& x = row[static_cast<std::size_t>(j)];
      if (!x.is_number() || !std::isfinite(x.get<double>())) {
        refuse_shape(fields, name, rows, columns);
      }
      X(i, j) = x.get<double>();
    }
  }
  return X;
}

MatrixXd read_matrix(Fields& fields, const std::string& name, Index rows, Index columns) {
  return matrix_of(fields.raw(name), fields, name, rows, columns);
}

/// The length of an array, or of the rows of an array of arrays.
Index length_of(Fields& fields, const std::string& name, bool of_rows, int most) {
  const Json& value = fields.raw(name);
  const Json* list = &value;
  if (of_rows && value.is_array() && !value.empty()) list = &value[0];
  if (!list->is_array() || list->empty()) fields.refuse(name, "is not an array of rows");
  if (list->size() > static_cast<std::size_t>(most)) {
    fields.refuse(name, "is larger than " + std::to_string(most));
  }
  return static_cast<Index>(list->size());
}

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

Json json_of(const VectorXd& x) { return std::vector<double>(x.begin(), x.end()); }

Json json_of(const MatrixXd& X) {
  Json rows = Json::array();
  for (Index i = 0; i < X.rows(); ++i) rows.push_back(json_of(VectorXd(X.row(i))));
  return rows;
}

void expect_distribution(const Fields& fields, const std::string& name, const VectorXd& p) {
  if (p.minCoeff() < 0 || std::abs(p.sum() - 1) > kRounding) {
    fields.refuse(name, "does not hold probabilities that sum to 1");
  }
}

FiniteMdp read_mdp(Fields& fields) {
  const Index states = length_of(fields, "R", false, kMostStates);
  const Index actions = length_of(fields, "R", true, kMostStates);
  FiniteMdp mdp{std::vector<MatrixXd>(static_cast<std::size_t>(actions), MatrixXd(states, states)),
                read_matrix(fields, "R", states, actions),
                fields.number("gamma", 0, kLargestGamma)};
  const Json& from = fields.raw("P");
  if (!from.is_array() || from.size() != static_cast<std::size_t>(states)) {
    fields.refuse("P", "is not an array with one element per row of R");
  }
  for (Index s = 0; s < states; ++s) {
    const std::string name = "P[" + std::to_string(s) + "]";
    const MatrixXd rows =
        matrix_of(from[static_cast<std::size_t>(s)], fields, name, actions, states);
    for (Index a = 0; a < actions; ++a) {
      expect_distribution(fields, name, rows.row(a));
      mdp.P[static_cast<std::size_t>(a)].row(s) = rows.row(a);
    }
  }
  return mdp;
}

TabularPolicy read_policy(Fields& fields, const std::string& name, const FiniteMdp& mdp) {
  const Json& logits = fields.raw(name);
  if (logits == "zeros") return uniform_policy(mdp);
  return softmax_policy(matrix_of(logits, fields, name, mdp.states(), mdp.actions()));
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
  const VectorXd rho =
      matrix_of(Json::array({fields.raw("rho")}), fields, "rho", 1, mdp.states()).transpose();
  expect_distribution(fields, "rho", rho);
  const TabularPolicy policy = read_policy(fields, "theta", mdp);
  const TabularPolicy behaviour = read_policy(fields, "theta_mu", mdp);
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
