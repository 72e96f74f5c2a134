#include "core/exact/state_weights.h"

#include <gtest/gtest.h>

#include "core/exact/process.h"
#include "core/exact/surrogate.h"
#include "support/golden.h"
#include "support/random_mdp.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd gradient(const Process& process, const TabularPolicy& pi, const TabularPolicy& mu,
                  Weighting weighting) {
  return process.shared.gathered(logit_gradient(pi, state_weights(process.mdp, pi, mu, weighting),
                                                values_of(process.mdp, pi).Q));
}

TEST(StateWeights, MeetExampleTwoA) {
  const Process process = parse_process("polytope").process;
  const TabularPolicy pi = uniform_policy(process.mdp);
  TabularPolicy mu(2, 2);
  mu << 0.9, 0.1, 0.9, 0.1;
  const auto expected = golden("exact-processes.json")["polytope"]["gradient"];
  for (const auto weighting :
       {Weighting::discounted, Weighting::undiscounted, Weighting::behaviour}) {
    const char* id = weighting_options()[static_cast<std::size_t>(weighting)].id;
    const MatrixXd g = gradient(process, pi, mu, weighting);
    for (const int s : {0, 1}) {
      EXPECT_NEAR(g(s, 1), expected[id][static_cast<std::size_t>(s)].get<double>(), 1e-9) << id;
    }
  }
}

/// The counterexample at pi(a0) = p at the start and q where states look alike.
struct Counterexample {
  Process process;
  TabularPolicy pi, mu;

  Counterexample(double p, double q)
      : process(parse_process("counterexample:p=" + std::to_string(p) + ",q=" + std::to_string(q))
                    .process),
        pi(process.shared.policy(process.theta)),
        mu(process.shared.policy(process.behaviour)) {}
  VectorXd weights(Weighting weighting) const {
    return state_weights(process.mdp, pi, mu, weighting);
  }
  /// In p and q themselves.
  VectorXd slopes(const VectorXd& weights) const {
    const MatrixXd Q = values_of(process.mdp, pi).Q;
    return process.shared.gathered(weights.cwiseProduct(Q.col(0) - Q.col(1)));
  }
};

TEST(StateWeights, MeetTheCounterexample) {
  for (const double p : {0.1, 0.5, 0.9}) {
    for (const double q : {0.2, 0.5, 0.9}) {
      const Counterexample x(p, q);
      const VectorXd d = x.weights(Weighting::behaviour) / 2;  // of the two steps of an episode
      const VectorXd emphasis = x.weights(Weighting::emphatic);
      const double expected[3][2] = {
          {0.5, 0.5}, {0.125, 0.125 + p / 2}, {0.375, 0.375 + (1 - p) / 2}};
      for (const int s : {0, 1, 2}) {
        EXPECT_NEAR(d(s), expected[s][0], 1e-12);
        EXPECT_NEAR(emphasis(s), expected[s][1], 1e-12);
      }
      const double objective = (2 * p * q + (1 - p) * (1 - q)) / 2 + q / 4 + 3 * (1 - q) / 8;
      EXPECT_NEAR(excursion_return(x.process.mdp, x.pi, x.mu), objective, 1e-12);
      EXPECT_NEAR(x.slopes(d)(1), -1.0 / 8, 1e-12);
      const auto objective_at = [&](double p1, double q1) {
        const Counterexample y(p1, q1);
        return excursion_return(y.process.mdp, y.pi, y.mu);
      };
      const VectorXd slopes = x.slopes(emphasis);
      const double h = 1e-4;
      EXPECT_NEAR(slopes(0), (objective_at(p + h, q) - objective_at(p - h, q)) / (2 * h), 1e-7);
      EXPECT_NEAR(slopes(1), (objective_at(p, q + h) - objective_at(p, q - h)) / (2 * h), 1e-7);
    }
  }
  const Counterexample x(0.9, 0.9);
  const VectorXd right = x.slopes(x.weights(Weighting::emphatic));
  const VectorXd semi = x.slopes(x.weights(Weighting::behaviour) / 2);
  EXPECT_NEAR(right(0), 17.0 / 20, 1e-12);
  EXPECT_NEAR(right(1), 29.0 / 40, 1e-12);
  EXPECT_NEAR(semi(0), 17.0 / 20, 1e-12);
  EXPECT_NEAR(semi(1), -1.0 / 8, 1e-12);
}

TEST(StateWeights, EmphaticGradientsAreOfTheExcursionObjective) {
  Rng rng(1, Stream::environment);
  for (const double ending : {0.0, 0.2}) {
    Process process(random_process(rng, 5, 3, 0.9, ending));
    const TabularPolicy mu = random_policy(rng, process.mdp);
    const MatrixXd theta = random_matrix(rng, 5, 3, -2, 2);
    const MatrixXd exact = gradient(process, softmax_policy(theta), mu, Weighting::emphatic);
    constexpr double h = 1e-5;
    for (Eigen::Index k = 0; k < theta.size(); ++k) {
      MatrixXd above = theta, below = theta;
      above.data()[k] += h;
      below.data()[k] -= h;
      const double slope = (excursion_return(process.mdp, softmax_policy(above), mu) -
                            excursion_return(process.mdp, softmax_policy(below), mu)) /
                           (2 * h);
      EXPECT_NEAR(exact.data()[k], slope, 1e-7);
    }
  }
}

TEST(StateWeights, VisitsAreThoseOfTheLongRun) {
  Rng rng(2, Stream::environment);
  for (const double ending : {0.0, 0.3}) {
    const FiniteMdp mdp = random_process(rng, 6, 2, 0.9, ending);
    const TabularPolicy pi = random_policy(rng, mdp);
    const VectorXd w = state_weights(mdp, pi, pi, Weighting::undiscounted);
    EXPECT_NEAR(w.sum(), occupancy(mdp, pi, mdp.rho).sum(), 1e-9);
    MatrixXd P = transitions(mdp, pi);
    P += (VectorXd::Ones(6) - P.rowwise().sum()) * mdp.rho.transpose();
    EXPECT_LT((P.transpose() * w - w).cwiseAbs().maxCoeff(), 1e-9);
  }
}

TEST(StateWeights, OfPartsThatAreNeverLeftFollowTheStarts) {
  FiniteMdp mdp{{MatrixXd::Identity(2, 2)}, MatrixXd::Zero(2, 1), 0.5, VectorXd(2)};
  mdp.rho << 0.3, 0.7;
  const TabularPolicy pi = uniform_policy(mdp);
  const VectorXd w = state_weights(mdp, pi, pi, Weighting::undiscounted);
  EXPECT_NEAR(w(0), 0.6, 1e-4);
  EXPECT_NEAR(w(1), 1.4, 1e-4);
}

TEST(NaturalGradient, SolvesForTheFisherInformation) {
  Rng rng(3, Stream::environment);
  const FiniteMdp mdp = random_process(rng, 5, 3, 0.9);
  const SharedLogits shared({0, 1, 0, 2, 1});
  const TabularPolicy pi = shared.policy(random_matrix(rng, 3, 3, -1, 1));
  const VectorXd d = occupancy(mdp, pi, mdp.rho);
  const TabularValues values = values_of(mdp, pi);
  const MatrixXd natural = natural_gradient(shared, d, values);
  const MatrixXd plain = shared.gathered(logit_gradient(pi, d, values.Q));
  MatrixXd product = MatrixXd::Zero(5, 3);
  for (Eigen::Index s = 0; s < 5; ++s) {
    const VectorXd p = pi.row(s);
    const MatrixXd fisher = MatrixXd(p.asDiagonal()) - p * p.transpose();
    product.row(s) = d(s) * fisher * natural.row(shared.row_of(s)).transpose();
  }
  EXPECT_LT((shared.gathered(product) - plain).cwiseAbs().maxCoeff(), 1e-12);
}

}  // namespace
}  // namespace acp
