#include "core/env/lqr_solution.h"

#include <cmath>
#include <stdexcept>

#include <Eigen/Cholesky>
#include <gtest/gtest.h>

#include "core/base/random.h"
#include "support/golden.h"
#include "support/statistics.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd number(double x) { return MatrixXd::Constant(1, 1, x); }

/// Case S8.
const LinearQuadratic kScalar{number(0.9), number(0.5), number(1), number(0.2), number(0.01), 0.95};
const LinearPolicy kScalarPolicy{number(0.6), 0.3};

/// Three states, two actions, nothing symmetric.
struct System {
  LinearQuadratic problem{MatrixXd{{0.9, 0.3, 0}, {-0.2, 0.8, 0.1}, {0, 0.4, 1.1}},
                          MatrixXd{{0.5, 0}, {0.1, 0.3}, {0, 0.7}},
                          MatrixXd{{1, 0.2, 0}, {0.2, 0.5, 0}, {0, 0, 0.3}},
                          MatrixXd{{0.2, 0.05}, {0.05, 0.4}},
                          MatrixXd{{0.02, 0.01, 0}, {0.01, 0.03, 0}, {0, 0, 0.01}},
                          0.9};
  LinearPolicy policy{MatrixXd{{0.3, 0.1, 0}, {0, 0.2, 0.5}}, 0.4};
  MatrixXd initial{{1, 0.3, 0}, {0.3, 2, 0}, {0, 0, 0.5}};

  double J() const { return return_of(problem, policy, initial).J; }
};

TEST(LqrSolution, IsTheClosedForm) {
  const auto expected = closed_form("S8");
  const auto near = [&](const char* name, double x) {
    EXPECT_NEAR(x / expected[name].get<double>(), 1, 1e-8) << name;
  };
  const QuadraticCost cost = cost_of(kScalar, kScalarPolicy);
  near("P", cost.P(0, 0));
  near("c", cost.c);
  const LinearReturn j = return_of(kScalar, kScalarPolicy, number(1));
  near("J", j.J);
  near("Sigma_discounted", j.occupancy(0, 0));
  near("dJ_dK", j.gradient(0, 0));
  near("dJ_dlogsigma", j.log_sigma_gradient);
  const LinearOptimum best = optimal_gain(kScalar);
  near("P_opt", best.P(0, 0));
  near("K_opt", best.K(0, 0));
  near("Q_at_s1_a05", action_value(kScalar, cost, number(1), number(0.5)));
}

TEST(LqrSolution, GradientsAreFiniteDifferences) {
  System x;
  const LinearReturn j = return_of(x.problem, x.policy, x.initial);
  constexpr double h = 1e-6;
  const auto difference = [&](double& parameter) {
    const double here = parameter;
    parameter = here + h;
    const double above = x.J();
    parameter = here - h;
    const double below = x.J();
    parameter = here;
    return (above - below) / (2 * h);
  };
  const double largest = j.gradient.cwiseAbs().maxCoeff();
  for (int i = 0; i < 2; ++i) {
    for (int k = 0; k < 3; ++k) {
      EXPECT_NEAR(j.gradient(i, k), difference(x.policy.K(i, k)), 1e-7 * largest);
    }
  }
  EXPECT_NEAR(j.log_sigma_gradient, difference(x.policy.sigma) * x.policy.sigma, 1e-7);
}

TEST(LqrSolution, ActionValuesAverageToTheValue) {
  const System x;
  const QuadraticCost cost = cost_of(x.problem, x.policy);
  const VectorXd s{{0.7, -1.2, 0.4}};
  const VectorXd mean = -x.policy.K * s;
  // E[Q] of a quadratic is its value at the mean plus half its second differences times sigma^2.
  double expected = action_value(x.problem, cost, s, mean);
  for (int i = 0; i < 2; ++i) {
    const VectorXd step = x.policy.sigma * VectorXd::Unit(2, i);
    const double above = action_value(x.problem, cost, s, mean + step);
    const double below = action_value(x.problem, cost, s, mean - step);
    const VectorXd slope = action_value_gradient(x.problem, cost, s, mean);
    EXPECT_NEAR(slope(i), (above - below) / (2 * x.policy.sigma), 1e-10);
    expected += 0.5 * (above + below - 2 * action_value(x.problem, cost, s, mean));
  }
  EXPECT_NEAR(expected, -(s.dot(cost.P * s) + cost.c), 1e-10);
}

TEST(LqrSolution, RollsOutToItsReturn) {
  const System x;
  const MatrixXd noise = x.problem.W.llt().matrixL(), start = x.initial.llt().matrixL();
  Rng rng(1, Stream::environment);
  const auto normal = [&rng](const MatrixXd& factor) {
    std::array<Scalar, 3> eps;
    rng.fill_normal(eps);
    VectorXd z(factor.cols());
    for (Eigen::Index i = 0; i < z.size(); ++i) z(i) = eps[static_cast<std::size_t>(i)];
    return VectorXd(factor * z);
  };
  Moments returns;
  for (int episode = 0; episode < 3000; ++episode) {
    VectorXd s = normal(start);
    double total = 0, discount = 1;
    for (int t = 0; t < 250; ++t, discount *= x.problem.gamma) {
      const VectorXd a = normal(x.policy.sigma * MatrixXd::Identity(2, 2)) - x.policy.K * s;
      total -= discount * (s.dot(x.problem.Q * s) + a.dot(x.problem.R * a));
      s = x.problem.A * s + x.problem.B * a + normal(noise);
    }
    returns.add(total);
  }
  EXPECT_LT(std::abs(z_of_mean(returns, x.J())), kLargestZ);
}

TEST(LqrSolution, TheOptimumHasNoSlope) {
  System x;
  const LinearOptimum best = optimal_gain(x.problem);
  x.policy.K = best.K;
  const LinearReturn j = return_of(x.problem, x.policy, x.initial);
  EXPECT_LT(j.gradient.norm(), 1e-10);
  EXPECT_LT((cost_of(x.problem, x.policy).P - best.P).norm(), 1e-11);
  x.policy.K(1, 1) += 1e-3;
  EXPECT_LT(x.J(), j.J);
}

TEST(LqrSolution, TheOptimumIsWhereTheRecursionEnds) {
  const System x;
  MatrixXd P = MatrixXd::Zero(3, 3);
  for (int t = 0; t < 2000; ++t) P = riccati_step(x.problem, P).P;
  const LinearOptimum best = optimal_gain(x.problem);
  EXPECT_LT((P - best.P).norm(), 1e-11);
  EXPECT_LT((riccati_step(x.problem, P).K - best.K).norm(), 1e-11);
}

TEST(LqrSolution, OnlySymmetricPartsOfTheCostsMatter) {
  System x;
  const LinearReturn j = return_of(x.problem, x.policy, x.initial);
  const LinearOptimum best = optimal_gain(x.problem);
  x.problem.Q(0, 1) += 0.3;
  x.problem.Q(1, 0) -= 0.3;
  x.problem.R(0, 1) += 0.1;
  x.problem.R(1, 0) -= 0.1;
  const LinearReturn same = return_of(x.problem, x.policy, x.initial);
  EXPECT_NEAR(same.J, j.J, 1e-12);
  EXPECT_LT((same.gradient - j.gradient).norm(), 1e-10);
  EXPECT_LT((optimal_gain(x.problem).K - best.K).norm(), 1e-11);
}

TEST(LqrSolution, RefusesAnInfiniteReturn) {
  LinearQuadratic problem = kScalar;
  problem.B = number(1);
  // gamma (A - BK)^2 = 1 at A - BK = 1 / sqrt(gamma)
  const double edge = 1 / std::sqrt(problem.gamma);
  for (const double sign : {-1.0, 1.0}) {
    const auto cost_at = [&](double closed_loop) {
      return cost_of(problem, {number(0.9 - sign * closed_loop), 0.1});
    };
    EXPECT_THROW(cost_at(edge), std::invalid_argument);
    EXPECT_THROW(cost_at(edge + 1e-6), std::invalid_argument);
    EXPECT_THROW(cost_at(1e200), std::invalid_argument);
    EXPECT_GT(cost_at(edge - 1e-6).P(0, 0), 1e4);
  }
}

TEST(LqrSolution, RefusesAProblemWithoutOptimum) {
  LinearQuadratic problem = kScalar;
  problem.R = number(0);
  EXPECT_THROW(optimal_gain(problem), std::invalid_argument);
  problem = kScalar;
  problem.A = number(1.1);  // unstable and out of reach
  problem.B = number(0);
  EXPECT_THROW(optimal_gain(problem), std::invalid_argument);
  problem.B = number(0.01);
  EXPECT_GT(optimal_gain(problem).P(0, 0), 1);
}

}  // namespace
}  // namespace acp
