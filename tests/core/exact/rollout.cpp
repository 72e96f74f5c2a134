#include "core/exact/rollout.h"

#include <gtest/gtest.h>

#include "core/base/statistics.h"
#include "core/exact/process.h"
#include "support/random_mdp.h"

namespace acp {
namespace {

constexpr double kErrors = 4.5;  // standard errors that are allowed

TEST(Rollout, HasTheReturnThatIsExpected) {
  Rng rng(1, Stream::lab);
  const FiniteMdp mdp = random_process(rng, 4, 3, 1, 0.3);
  const TabularPolicy first = random_policy(rng, mdp), then = random_policy(rng, mdp);
  Moments returns;
  for (int i = 0; i < 20'000; ++i) {
    double sum = 0;
    for (const auto& [s, a] : roll_out(mdp, first, then, rng, 2000)) sum += mdp.R(s, a);
    returns.add(sum);
  }
  const double expected = mdp.rho.dot(first.cwiseProduct(values_of(mdp, then).Q).rowwise().sum());
  EXPECT_NEAR(returns.mean(), expected, kErrors * returns.standard_error());
}

TEST(Rollout, EstimatesAreOfTheReturnAndOfTheSurrogate) {
  const FiniteMdp mdp = parse_process("gridworld:map=..g-s.p,gamma=1").process.mdp;
  Rng rng(2, Stream::lab);
  const Surrogate surrogate(mdp, random_policy(rng, mdp, 0.5));
  const std::vector policies{surrogate.mu(), random_policy(rng, mdp, 0.5)};
  const auto estimates = estimate(mdp, surrogate, policies, 20'000, 1);
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const SurrogateValue value = surrogate.at(mdp, policies[i]);
    const auto expect = [&](const Estimate& estimate, double expected) {
      EXPECT_NEAR(estimate.mean, expected, kErrors * estimate.standard_error + 1e-12);
    };
    expect(estimates[i].trajectories, value.j);
    expect(estimates[i].actions, value.surrogate);
    expect(estimates[i].states, value.surrogate);
  }
  EXPECT_NEAR(estimates[0].trajectories.mean, estimates[0].actions.mean, 1e-12);
}

TEST(Rollout, EstimatesWithoutBiasHaveTheirPrice) {
  const Process process = parse_process("chain").process;
  const Surrogate surrogate(process.mdp, uniform_policy(process.mdp));
  const Line line = Line::of_logits(process.shared, process.theta,
                                    surrogate.gradient(uniform_policy(process.mdp)));
  const auto estimates = estimate(process.mdp, surrogate, std::vector{line.at(1)}, 1000, 1);
  EXPECT_GT(estimates[0].trajectories.standard_error, 2 * estimates[0].actions.standard_error);
  EXPECT_GT(estimates[0].actions.standard_error, 2 * estimates[0].states.standard_error);
}

TEST(Rollout, TheHorizonFollowsTheDiscount) {
  EXPECT_EQ(horizon_of(0), 1);
  EXPECT_EQ(horizon_of(1), 2000);
  EXPECT_LE(std::pow(0.9, horizon_of(0.9)), 1e-3);
  EXPECT_GT(std::pow(0.9, horizon_of(0.9) - 1), 1e-3);
}

}  // namespace
}  // namespace acp
