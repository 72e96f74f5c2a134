#include "core/env/exact_critic.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "core/env/environment.h"
#include "core/env/grid_map.h"
#include "core/env/lqr_solution.h"

namespace acp {
namespace {

std::unique_ptr<Environment> make(const std::string& id) {
  for (const auto& entry : environments()) {
    if (id == entry.id) return entry.make(*entry.make_config());
  }
  throw std::invalid_argument(id);
}

/// a = -K s in the one-dimensional regulator.
std::unique_ptr<ExactCritic> regulator_critic(double K) {
  PolicyExamples examples{Matrix(1, 3), Matrix(1, 3)};
  examples.sigma = 0.3;
  examples.gamma = 0.95;
  for (int j = 0; j < 3; ++j) {
    examples.observations(0, j) = static_cast<Scalar>(j - 0.5);
    examples.actions(0, j) = static_cast<Scalar>(-K * (j - 0.5));
  }
  return exact_critic(*make("lqr"), examples);
}

LinearQuadratic regulator() {
  const auto one = [](double x) { return Eigen::MatrixXd::Constant(1, 1, x); };
  return {one(0.9), one(0.5), one(1), one(0.2), one(0.01), 0.95};
}

TEST(ExactCritic, AtTheOptimalGainNoActionIsBetter) {
  const auto best = optimal_gain(regulator());
  const double K = best.K(0, 0);
  const auto critic = regulator_critic(K);
  for (const double s : {-2.0, 0.3, 1.5}) {
    const std::array state{s}, action{-K * s}, other{-K * s + 0.5};
    std::array slope{1.0};
    const double q = critic->value(state, action, slope);
    EXPECT_NEAR(slope[0], 0, 1e-5);
    EXPECT_LT(critic->value(state, other, slope), q);
    const auto cost = cost_of(regulator(), {best.K, 0.3});
    EXPECT_NEAR(q,
                action_value(regulator(), cost, Eigen::VectorXd::Constant(1, s),
                             Eigen::VectorXd::Constant(1, -K * s)),
                1e-5);
  }
}

TEST(ExactCritic, AGainWithoutAFiniteReturnHasNone) {
  EXPECT_EQ(regulator_critic(-1), nullptr);
  EXPECT_NE(regulator_critic(0.5), nullptr);
}

TEST(ExactCritic, OfTheGridworldIsThatOfDynamicProgramming) {
  const GridMap map = GridMap::parse("...g-.x.p-s...");
  const FiniteMdp mdp = make_mdp(map, {-0.04, 1, -1}, 0.2, 0.9);
  Eigen::MatrixXd logits(12, 4);
  for (int cell = 0; cell < 12; ++cell) {
    for (int a = 0; a < 4; ++a) logits(cell, a) = 0.3 * ((cell * 7 + a * 5) % 4);
  }
  const TabularPolicy policy = softmax_policy(logits);
  const TabularValues expected = values_of(mdp, policy, 0.2);
  PolicyExamples examples{Matrix(12, 12), Matrix(4, 12)};
  examples.gamma = 0.9;
  examples.alpha = 0.2;
  examples.actions.map() = policy.transpose().cast<Scalar>();
  const auto critic = exact_critic(*make("gridworld"), examples);
  for (int cell = 0; cell < 12; ++cell) {
    std::array<double, 12> here{};
    here[static_cast<std::size_t>(cell)] = 1;
    for (int a = 0; a < 4; ++a) {
      const std::array choice{static_cast<double>(a)};
      std::array slope{0.0};
      EXPECT_NEAR(critic->value(here, choice, slope), expected.Q(cell, a), 1e-5);
    }
  }
}

}  // namespace
}  // namespace acp
