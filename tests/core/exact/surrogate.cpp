#include "core/exact/surrogate.h"

#include <gtest/gtest.h>

#include "core/exact/line.h"
#include "core/exact/process.h"
#include "support/golden.h"
#include "support/random_mdp.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

TEST(Surrogate, MeetsTheLineSearchOfS10) {
  const Process process = parse_process("three_states").process;
  const auto expected = closed_form("S10");
  const Surrogate surrogate(process.mdp, process.shared.policy(process.theta));
  EXPECT_NEAR(surrogate.j(), expected["J"].get<double>(), 1e-8);
  for (Eigen::Index s = 0; s < 3; ++s) {
    const auto i = static_cast<std::size_t>(s);
    EXPECT_NEAR(surrogate.values().V(s), expected["V"][i].get<double>(), 1e-8);
    EXPECT_NEAR(surrogate.occupancy()(s), expected["occupancy_sum_gamma_t"][i].get<double>(), 1e-8);
  }
  const MatrixXd gradient = surrogate.gradient(surrogate.mu());
  const Line line = Line::of_logits(process.shared, process.theta, gradient);
  int rows = 0;
  for (const auto& row : expected["line_search_along_gradJ_unit"]) {
    const SurrogateValue value = surrogate.at(process.mdp, line.at(row["eta"].get<double>()));
    EXPECT_NEAR(value.j, row["J_true"].get<double>(), 1e-9);
    EXPECT_NEAR(value.surrogate, row["surrogate"].get<double>(), 1e-9);
    EXPECT_LT(value.bound, value.j);
    ++rows;
  }
  EXPECT_EQ(rows, 4);

  const Surrogate under_uniform(process.mdp, uniform_policy(process.mdp));
  EXPECT_NEAR(under_uniform.j(), expected["J_mu"].get<double>(), 1e-8);
  const MatrixXd biased = under_uniform.gradient(surrogate.mu());
  for (Eigen::Index s = 0; s < 3; ++s) {
    for (Eigen::Index a = 0; a < 2; ++a) {
      const auto i = static_cast<std::size_t>(s), k = static_cast<std::size_t>(a);
      EXPECT_NEAR(gradient(s, a), expected["grad_J_logits"][i][k].get<double>(), 1e-9);
      EXPECT_NEAR(biased(s, a), expected["surrogate_grad_under_mu"][i][k].get<double>(), 1e-9);
    }
  }
}

TEST(Surrogate, MeetsExampleTwoA) {
  const auto expected = golden("exact-processes.json")["polytope"];
  const FiniteMdp mdp = parse_process("polytope").process.mdp;
  const TabularPolicy uniform = uniform_policy(mdp);
  const Surrogate surrogate(mdp, uniform);
  EXPECT_NEAR(surrogate.j(), expected["j"].get<double>(), 1e-9);
  for (const int s : {0, 1}) {
    const double share = surrogate.occupancy()(s) * (1 - mdp.gamma);
    EXPECT_NEAR(share, expected["d"][static_cast<std::size_t>(s)].get<double>(), 1e-9);
  }
  const auto expect = [&](const char* name, double to_a1_in_s0, double to_a1_in_s1) {
    TabularPolicy pi(2, 2);
    pi << 1 - to_a1_in_s0, to_a1_in_s0, 1 - to_a1_in_s1, to_a1_in_s1;
    const SurrogateValue value = surrogate.at(mdp, pi);
    EXPECT_NEAR(value.j, expected[name][0].get<double>(), 1e-9) << name;
    EXPECT_NEAR(value.surrogate, expected[name][1].get<double>(), 1e-9) << name;
    return value.bound;
  };
  expect("to_11", 1, 1);
  expect("to_01", 0, 1);
  const double bound = expect("to_0.6", 0.6, 0.6);
  EXPECT_NEAR(bound, expected["to_0.6"][2].get<double>(), 1e-6);
  EXPECT_LT(bound, surrogate.j());  // certifies nothing
}

TEST(Surrogate, IsTangentToTheReturn) {
  Rng rng(1, Stream::environment);
  for (int i = 0; i < 20; ++i) {
    const FiniteMdp mdp = random_process(rng, 5, 3, 0.9, i % 2 * 0.1);
    const MatrixXd logits = random_matrix(rng, 5, 3, -2, 2);
    const Surrogate surrogate(mdp, softmax_policy(logits));
    const MatrixXd gradient = surrogate.gradient(surrogate.mu());
    EXPECT_NEAR(surrogate.value(surrogate.mu()), surrogate.j(), 1e-12);
    constexpr double h = 1e-5;
    for (Eigen::Index k = 0; k < logits.size(); ++k) {
      MatrixXd above = logits, below = logits;
      above.data()[k] += h;
      below.data()[k] -= h;
      const TabularPolicy up = softmax_policy(above), down = softmax_policy(below);
      EXPECT_NEAR(gradient.data()[k], (return_of(mdp, up) - return_of(mdp, down)) / (2 * h), 1e-7);
      EXPECT_NEAR(gradient.data()[k], (surrogate.value(up) - surrogate.value(down)) / (2 * h),
                  1e-7);
    }
    // The error is of second order.
    const MatrixXd way = random_matrix(rng, 5, 3, -1, 1);
    const auto error = [&](double step) {
      const SurrogateValue value = surrogate.at(mdp, softmax_policy(logits + step * way));
      return value.j - value.surrogate;
    };
    EXPECT_NEAR(error(1e-3) / error(5e-4), 4, 0.1);
  }
}

TEST(Surrogate, DiffersByThePerformanceDifferenceLemma) {
  Rng rng(2, Stream::environment);
  for (int i = 0; i < 100; ++i) {
    const FiniteMdp mdp = random_process(rng, 6, 3, i % 2 ? 0.9 : 1, 0.2);
    const Surrogate surrogate(mdp, random_policy(rng, mdp));
    const TabularPolicy pi = random_policy(rng, mdp);
    const VectorXd gains = pi.cwiseProduct(surrogate.advantages()).rowwise().sum();
    const double difference = occupancy(mdp, pi, mdp.rho).dot(gains);
    EXPECT_NEAR(return_of(mdp, pi) - surrogate.j(), difference, 1e-10);
  }
}

TEST(Surrogate, BoundsTheReturnFromBelow) {
  Rng rng(3, Stream::environment);
  for (int i = 0; i < 10'000; ++i) {
    const auto states = static_cast<Eigen::Index>(1 + rng.index(5));
    const auto actions = static_cast<Eigen::Index>(2 + rng.index(3));
    const FiniteMdp mdp = random_process(rng, states, actions, rng.uniform(0, 0.99),
                                         rng.index(2) * rng.uniform(0, 0.5));
    const MatrixXd logits = random_matrix(rng, states, actions, -3, 3);
    const double step = rng.uniform() * rng.uniform();
    const TabularPolicy pi =
        softmax_policy(logits + step * random_matrix(rng, states, actions, -3, 3));
    const SurrogateValue value = Surrogate(mdp, softmax_policy(logits)).at(mdp, pi);
    ASSERT_LE(value.bound, value.j + 1e-10) << i;
    ASSERT_LE(value.bound, value.surrogate);
    ASSERT_LE(value.total_variation, 1);
  }
}

TEST(Surrogate, HasNoBoundWithoutDiscount) {
  Rng rng(4, Stream::environment);
  const FiniteMdp mdp = random_process(rng, 4, 2, 1, 0.3);
  const SurrogateValue value =
      Surrogate(mdp, random_policy(rng, mdp)).at(mdp, random_policy(rng, mdp));
  EXPECT_TRUE(std::isnan(value.bound));
  EXPECT_TRUE(std::isfinite(value.j));
}

TEST(Surrogate, KnowsWhetherEpisodesEnd) {
  Rng rng(5, Stream::environment);
  const FiniteMdp endless = random_process(rng, 4, 2, 0.9);
  EXPECT_FALSE(always_ends(endless, uniform_policy(endless)));
  const FiniteMdp corridor = parse_process("corridor").process.mdp;
  EXPECT_TRUE(always_ends(corridor, uniform_policy(corridor)));
  TabularPolicy right = TabularPolicy::Zero(3, 2);
  right.col(1).setOnes();
  EXPECT_FALSE(always_ends(corridor, right));
}

}  // namespace
}  // namespace acp
