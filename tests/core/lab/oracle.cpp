// Exact values in the units of the networks. Fails without the reward scale: of values, of slopes,
// or of the temperature, which weighs entropies against rewards as they are learned from.
#include "core/lab/oracle.h"

#include <string_view>

#include <gtest/gtest.h>

#include "core/env/dynamic_programming.h"
#include "core/env/grid_map.h"
#include "support/algorithms.h"

namespace acp {
namespace {

constexpr double kScale = 0.25;

template <class Entry>
const Entry& find(std::span<const Entry> entries, std::string_view id) {
  for (const Entry& entry : entries) {
    if (id == entry.id) return entry;
  }
  throw std::invalid_argument(std::string(id));
}

std::unique_ptr<Environment> make_environment(const char* id) {
  const auto& entry = find(environments(), id);
  return entry.make(*entry.make_config());
}

std::unique_ptr<Algorithm> make_learner(const char* id, const TaskShape& task) {
  const auto& entry = find(algorithms(), id);
  return entry.make(*small_config(entry, {}), task, 1);
}

TEST(Oracle, OfTheGridworldIsThatOfScaledRewards) {
  const auto gridworld = make_environment("gridworld");
  const auto learner = make_learner("sac_discrete", {12, 4, true, 12});
  const GradientProblem problem = *learner->gradient_problem();
  Matrix states(12, 12);
  for (int s = 0; s < 12; ++s) states(s, s) = 1;
  MlpPass pass(problem.network(), 12);
  const Matrix& logits = pass.forward(problem.theta(), states);

  FiniteMdp mdp = make_mdp(GridMap::parse("...g-.x.p-s..."), {-0.04, 1, -1}, 0.2, problem.gamma);
  mdp.R *= kScale;
  const TabularPolicy policy = softmax_policy(logits.map().transpose().cast<double>());
  ASSERT_GT(problem.alpha(), 0.05);
  const TabularValues expected = values_of(mdp, policy, problem.alpha());

  const auto oracle = Oracle::make({*gridworld, false, kScale}, problem, states, logits);
  ASSERT_NE(oracle, nullptr);
  for (int s = 0; s < 12; ++s) {
    const auto q = oracle->table(states.col(s));
    for (int a = 0; a < 4; ++a) {
      EXPECT_NEAR(q[static_cast<std::size_t>(a)], expected.Q(s, a), 1e-4) << s << ", " << a;
    }
  }
}

TEST(Oracle, OfTheBanditHasTheSlopeOfScaledRewards) {
  const auto bandit = make_environment("bandit");
  const auto learner = make_learner("sac", {1, 1});
  const GradientProblem problem = *learner->gradient_problem();
  const Matrix state(1, 1), head(2, 1);
  const auto oracle = Oracle::make({*bandit, false, kScale}, problem, state, head);
  ASSERT_NE(oracle, nullptr);
  for (const Scalar a : {Scalar(-0.7), Scalar(0.1), Scalar(0.9)}) {
    Scalar slope = 0;
    EXPECT_NEAR(oracle->value(state.col(0), &a, &slope), -kScale * (a - 0.3) * (a - 0.3) / 2, 1e-6);
    EXPECT_NEAR(slope, -kScale * (a - 0.3), 1e-6);
  }
}

}  // namespace
}  // namespace acp
