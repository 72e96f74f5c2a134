// The linear-quadratic regulator in closed form. With M = A - BK and N = sigma^2 BB' + W,
//
//     P = Q + K'RK + gamma M'PM,   c = (sigma^2 tr R + gamma tr PN) / (1 - gamma)
//     S = S_0 + gamma (MSM' + N / (1 - gamma)),   J = -(tr P S_0 + c)
//     dJ/dK = -2 ((R + gamma B'PB) K - gamma B'PA) S
//     dJ/dlog sigma = -2 sigma^2 tr(R + gamma B'PB) / (1 - gamma)
//     Q(s, a) = -(s'Qs + a'Ra + gamma (As + Ba)'P(As + Ba) + gamma tr PW + gamma c)
//
// The policy gradient is that of Fazel et al. (2018), "Global convergence of policy gradient
// methods for the linear quadratic regulator", with discount and noise. Exact: nothing is biased.
// Both equations are solved by doubling: step k accounts for 2^k steps of time.
#include "core/env/lqr_solution.h"

#include <cmath>
#include <stdexcept>

#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::MatrixXd;

constexpr int kDoublings = 40;  // 10^12 steps: as good as all the time there is
constexpr double kRounding = 1e-16;

MatrixXd symmetric(const MatrixXd& X) { return 0.5 * (X + X.transpose()); }

/// F'XF.
MatrixXd conjugate(const MatrixXd& X, const MatrixXd& F) {
  return product(F.transpose(), product(X, F));
}

/// X = N + F'XF, the sum of F'^t N F^t.
MatrixXd solve_lyapunov(const MatrixXd& N, MatrixXd F) {
  MatrixXd X = N;
  for (int k = 0; k < kDoublings; ++k) {
    X += conjugate(X, F);
    F = product(F, F);
    if (F.squaredNorm() < kRounding) return symmetric(X);
  }
  throw std::invalid_argument("the return is not finite: gamma rho(A - BK)^2 is not below 1");
}

double largest(const MatrixXd& X) { return X.cwiseAbs().maxCoeff(); }

/// x'Xx.
double form(const MatrixXd& X, const MatrixXd& x) { return conjugate(X, x)(0, 0); }

MatrixXd noise_of(const LinearQuadratic& problem, double sigma) {
  return sigma * sigma * product(problem.B, problem.B.transpose()) + problem.W;
}

/// R + gamma B'PB: minus half the curvature of Q(s, a) in a.
MatrixXd curvature(const LinearQuadratic& problem, const MatrixXd& P) {
  return symmetric(problem.R) + problem.gamma * conjugate(P, problem.B);
}

}  // namespace

QuadraticCost cost_of(const LinearQuadratic& problem, const LinearPolicy& policy) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const auto& [K, sigma] = policy;
  const MatrixXd M = A - product(B, K);
  const MatrixXd P =
      solve_lyapunov(symmetric(Q) + conjugate(symmetric(R), K), std::sqrt(gamma) * M);
  const double noise = product(P, noise_of(problem, sigma)).trace();
  return {P, (sigma * sigma * R.trace() + gamma * noise) / (1 - gamma)};
}

LinearReturn return_of(const LinearQuadratic& problem, const LinearPolicy& policy,
                       const MatrixXd& initial) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const auto& [K, sigma] = policy;
  const auto [P, c] = cost_of(problem, policy);
  const MatrixXd M = A - product(B, K);
  const MatrixXd S = solve_lyapunov(initial + gamma / (1 - gamma) * noise_of(problem, sigma),
                                    std::sqrt(gamma) * M.transpose());
  const MatrixXd H = curvature(problem, P);
  const MatrixXd slope = product(H, K) - gamma * product(B.transpose(), product(P, A));
  return {-(product(P, initial).trace() + c), -2 * product(slope, S),
          -2 * sigma * sigma * H.trace() / (1 - gamma), S};
}

double action_value(const LinearQuadratic& problem, const QuadraticCost& cost,
                    const Eigen::VectorXd& s, const Eigen::VectorXd& a) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const MatrixXd next = product(A, s) + product(B, a);
  const double later = form(cost.P, next) + product(cost.P, W).trace() + cost.c;
  return -(form(Q, s) + form(R, a) + gamma * later);
}

Eigen::VectorXd action_value_gradient(const LinearQuadratic& problem, const QuadraticCost& cost,
                                      const Eigen::VectorXd& s, const Eigen::VectorXd& a) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const MatrixXd next = product(A, s) + product(B, a);
  return -2 * (product(symmetric(R), a) + gamma * product(B.transpose(), product(cost.P, next)));
}

LinearOptimum riccati_step(const LinearQuadratic& problem, const MatrixXd& P) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const MatrixXd F = gamma * product(B.transpose(), product(P, A));
  const MatrixXd K = solve(curvature(problem, P), F);
  return {K, symmetric(symmetric(Q) + gamma * conjugate(P, A) - product(F.transpose(), K))};
}

// The structure-preserving doubling algorithm (Chu, Fan, Lin and Wang, 2004): H is the P of 2^k
// steps of the recursion.
LinearOptimum optimal_gain(const LinearQuadratic& problem) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  if (!is_positive_definite(symmetric(R))) {
    throw std::invalid_argument("R is not positive definite");
  }
  MatrixXd F = std::sqrt(gamma) * A;
  MatrixXd G = gamma * product(B, solve(symmetric(R), B.transpose()));
  MatrixXd H = symmetric(Q);
  for (int k = 0; k < kDoublings; ++k) {
    const MatrixXd I = MatrixXd::Identity(A.rows(), A.cols());
    const MatrixXd N = I + product(G, H);
    const MatrixXd E = solve(N, F);
    const MatrixXd change = symmetric(product(F.transpose(), product(H, E)));
    G = symmetric(G + product(F, product(solve(N, G), F.transpose())));
    F = product(F, E);
    H += change;
    if (!H.allFinite()) break;
    if (largest(change) > kRounding * largest(H)) continue;
    if (!is_positive_definite(curvature(problem, H))) break;
    return {riccati_step(problem, H).K, H};
  }
  throw std::invalid_argument("no gain has a finite cost");
}

}  // namespace acp
