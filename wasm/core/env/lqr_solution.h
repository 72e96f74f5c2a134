#pragma once

#include <Eigen/Core>

namespace acp {

/// s' = A s + B a + w with w ~ N(0, W), reward -(s'Q s + a'R a), discount gamma. Of Q and R only
/// the symmetric parts matter.
struct LinearQuadratic {
  Eigen::MatrixXd A;  ///< [n x n]
  Eigen::MatrixXd B;  ///< [n x m]
  Eigen::MatrixXd Q;  ///< [n x n]
  Eigen::MatrixXd R;  ///< [m x m]
  Eigen::MatrixXd W;  ///< [n x n], covariance
  double gamma;
};

/// a = -K s + sigma eps, eps ~ N(0, I).
struct LinearPolicy {
  Eigen::MatrixXd K;  ///< [m x n]
  double sigma;
};

/// V(s) = -(s'P s + c).
struct QuadraticCost {
  Eigen::MatrixXd P;
  double c;
};

/// What a policy is worth. Throws `std::invalid_argument` where gamma rho(A - BK)^2 >= 1, whose
/// return is not finite.
QuadraticCost cost_of(const LinearQuadratic& problem, const LinearPolicy& policy);

/// The return J = E[V(s_0)] of a policy and its derivatives, for E[s_0 s_0'] = `initial`.
struct LinearReturn {
  double J;
  Eigen::MatrixXd gradient;   ///< dJ/dK
  double log_sigma_gradient;  ///< dJ/d log sigma
  Eigen::MatrixXd occupancy;  ///< sum_t gamma^t E[s_t s_t']
};

/// Throws as `cost_of` does.
LinearReturn return_of(const LinearQuadratic& problem, const LinearPolicy& policy,
                       const Eigen::MatrixXd& initial);

/// Q(s, a) of the policy whose cost is `cost`.
double action_value(const LinearQuadratic& problem, const QuadraticCost& cost,
                    const Eigen::VectorXd& s, const Eigen::VectorXd& a);
/// dQ(s, a)/da.
Eigen::VectorXd action_value_gradient(const LinearQuadratic& problem, const QuadraticCost& cost,
                                      const Eigen::VectorXd& s, const Eigen::VectorXd& a);

/// The best gain and the P of its cost.
struct LinearOptimum {
  Eigen::MatrixXd K;
  Eigen::MatrixXd P;
};

/// One step of the Riccati recursion: the best gain for one step before a cost s'P s, and the P of
/// that step and the rest.
LinearOptimum riccati_step(const LinearQuadratic& problem, const Eigen::MatrixXd& P);

/// Where the recursion from P = 0 ends: the optimum without a horizon. Throws
/// `std::invalid_argument` if R is not positive definite or no gain has a finite cost.
LinearOptimum optimal_gain(const LinearQuadratic& problem);

}  // namespace acp
