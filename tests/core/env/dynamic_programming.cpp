#include "core/env/dynamic_programming.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/env/grid_map.h"
#include "support/golden.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using nlohmann::json;

MatrixXd matrix_of(const json& rows) {
  MatrixXd X(rows.size(), rows[0].size());
  for (Eigen::Index i = 0; i < X.rows(); ++i) {
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
      X(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].get<double>();
    }
  }
  return X;
}

VectorXd vector_of(const json& numbers) { return matrix_of(json::array({numbers})).transpose(); }

/// Case S10.
struct Tabular {
  json given = closed_form("S10", "given"), expected = closed_form("S10");
  VectorXd rho = vector_of(given["rho"]);
  MatrixXd logits = matrix_of(given["theta"]);
  double alpha = given["alpha"];
  FiniteMdp mdp{{MatrixXd(3, 3), MatrixXd(3, 3)}, matrix_of(given["R"]), given["gamma"]};

  Tabular() {
    for (Eigen::Index s = 0; s < 3; ++s) {
      const MatrixXd rows = matrix_of(given["P"][static_cast<std::size_t>(s)]);
      for (const Eigen::Index a : {0, 1}) mdp.P[static_cast<std::size_t>(a)].row(s) = rows.row(a);
    }
  }
  double J(const TabularPolicy& policy) const { return rho.dot(values_of(mdp, policy).V); }
  void expect(const char* name, const MatrixXd& X) const {
    EXPECT_LT((X - matrix_of(expected[name])).cwiseAbs().maxCoeff(), 1e-8) << name;
  }
  void expect_vector(const char* name, const VectorXd& x) const {
    EXPECT_LT((x - vector_of(expected[name])).cwiseAbs().maxCoeff(), 1e-8) << name;
  }
};

/// The surrogate L(pi) under mu.
double surrogate(const Tabular& x, const TabularPolicy& mu, const TabularPolicy& pi) {
  const TabularValues values = values_of(x.mdp, mu);
  const VectorXd advantage = pi.cwiseProduct(values.Q.colwise() - values.V).rowwise().sum();
  return x.rho.dot(values.V) + occupancy(x.mdp, mu, x.rho).dot(advantage);
}

template <class Function>
void expect_slopes(const MatrixXd& gradient, MatrixXd logits, Function&& f) {
  constexpr double h = 1e-6;
  for (Eigen::Index i = 0; i < logits.size(); ++i) {
    double& logit = logits.data()[i];
    const double here = logit;
    logit = here + h;
    const double above = f(softmax_policy(logits));
    logit = here - h;
    const double below = f(softmax_policy(logits));
    logit = here;
    EXPECT_NEAR(gradient.data()[i], (above - below) / (2 * h), 1e-8);
  }
}

TEST(DynamicProgramming, IsTheExactSolution) {
  const Tabular x;
  const TabularPolicy pi = softmax_policy(x.logits);
  const TabularValues values = values_of(x.mdp, pi);
  EXPECT_NEAR(x.J(pi), x.expected["J"].get<double>(), 1e-8);
  EXPECT_NEAR(x.J(uniform_policy(x.mdp)), x.expected["J_mu"].get<double>(), 1e-8);
  x.expect_vector("V", values.V);
  x.expect("Q", values.Q);
  const VectorXd d = occupancy(x.mdp, pi, x.rho);
  x.expect_vector("occupancy_sum_gamma_t", d);
  x.expect("grad_J_logits", logit_gradient(pi, d, values.Q));
  x.expect_vector("V_opt", optimal_values(x.mdp).V);
  x.expect("Q_opt", optimal_values(x.mdp).Q);
  const TabularValues soft = values_of(x.mdp, pi, x.alpha);
  x.expect_vector("soft_V_of_pi", soft.V);
  x.expect("soft_Q_of_pi", soft.Q);
  const TabularValues best = optimal_values(x.mdp, x.alpha);
  x.expect_vector("soft_V_opt", best.V);
  x.expect("soft_pi_opt", softmax_policy(best.Q / x.alpha));
}

TEST(DynamicProgramming, GradientsAreFiniteDifferences) {
  const Tabular x;
  const TabularPolicy pi = softmax_policy(x.logits), mu = uniform_policy(x.mdp);
  const auto gradient_under = [&](const TabularPolicy& behaviour) {
    return logit_gradient(pi, occupancy(x.mdp, behaviour, x.rho), values_of(x.mdp, behaviour).Q);
  };
  expect_slopes(gradient_under(pi), x.logits, [&](const TabularPolicy& p) { return x.J(p); });
  const MatrixXd biased = gradient_under(mu);
  x.expect("surrogate_grad_under_mu", biased);
  expect_slopes(biased, x.logits, [&](const TabularPolicy& p) { return surrogate(x, mu, p); });
  const double cosine =
      biased.cwiseProduct(gradient_under(pi)).sum() / (biased.norm() * gradient_under(pi).norm());
  EXPECT_NEAR(cosine, x.expected["cos_surrogate_vs_true_grad"].get<double>(), 1e-8);
}

TEST(DynamicProgramming, TheSurrogateTouchesTheReturn) {
  const Tabular x;
  const TabularPolicy pi = softmax_policy(x.logits);
  const MatrixXd gradient = logit_gradient(pi, occupancy(x.mdp, pi, x.rho), values_of(x.mdp, pi).Q);
  for (const auto& row : x.expected["line_search_along_gradJ_unit"]) {
    const MatrixXd logits = x.logits + row["eta"].get<double>() * gradient / gradient.norm();
    EXPECT_NEAR(x.J(softmax_policy(logits)), row["J_true"].get<double>(), 1e-10);
    EXPECT_NEAR(surrogate(x, pi, softmax_policy(logits)), row["surrogate"].get<double>(), 1e-10);
  }
}

/// Random transitions, rewards with ties.
FiniteMdp random_mdp(Rng& rng, int states, int actions, double gamma) {
  FiniteMdp mdp{{}, MatrixXd(states, actions), gamma};
  for (int a = 0; a < actions; ++a) {
    mdp.P.emplace_back(states, states);
    for (int s = 0; s < states; ++s) {
      for (int next = 0; next < states; ++next) mdp.P.back()(s, next) = rng.uniform();
      mdp.P.back().row(s) /= mdp.P.back().row(s).sum();
      mdp.R(s, a) = rng.index(3);
    }
  }
  mdp.P.back() = mdp.P.front();
  mdp.R.col(actions - 1) = mdp.R.col(0);
  return mdp;
}

TEST(DynamicProgramming, OptimalValuesAreThoseOfValueIteration) {
  Rng rng(1, Stream::environment);
  for (const double gamma : {0.0, 0.5, 0.9, 0.99}) {
    const FiniteMdp mdp = random_mdp(rng, 12, 4, gamma);
    const VectorXd far = optimal_values_within(mdp, 4000);
    const TabularValues best = optimal_values(mdp);
    EXPECT_LT((best.V - far).cwiseAbs().maxCoeff(), 1e-11 * (1 + far.maxCoeff()));
    EXPECT_LT((best.Q.rowwise().maxCoeff() - best.V).cwiseAbs().maxCoeff(), 1e-11 * far.maxCoeff());
    const TabularPolicy uniform = uniform_policy(mdp);
    EXPECT_LT((values_of(mdp, uniform).V - values_within(mdp, uniform, 4000)).norm(), 1e-9);
  }
}

TEST(DynamicProgramming, ColdSoftValuesAreHardOnes) {
  Rng rng(2, Stream::environment);
  const FiniteMdp mdp = random_mdp(rng, 8, 3, 0.9);
  const double gap = (optimal_values(mdp, 1e-4).V - optimal_values(mdp).V).maxCoeff();
  EXPECT_GE(gap, -1e-12);
  EXPECT_LE(gap, 1e-4 * std::log(3.0) / (1 - 0.9) + 1e-12);
}

TEST(DynamicProgramming, SolvesTheWorldOfRussellAndNorvig) {
  const GridMap map = GridMap::parse("...g-.x.p-s...");
  const FiniteMdp mdp = make_mdp(map, {.step = -0.04, .goal = 1, .pit = -1}, 0.2, 1);
  const VectorXd V = optimal_values_within(mdp, 1000);
  const double utilities[] = {0.812, 0.868, 0.918, 0,     0.762, 0,
                              0.660, 0,     0.705, 0.655, 0.611, 0.388};
  for (int cell = 0; cell < map.size(); ++cell) {
    EXPECT_NEAR(V(cell), utilities[cell], 0.0005001) << cell;
  }
}

}  // namespace
}  // namespace acp
