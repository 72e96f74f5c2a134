#include "core/exact/improvement.h"

#include <gtest/gtest.h>

#include "support/random_mdp.h"

namespace acp {
namespace {

using Eigen::MatrixXd;

TEST(Mixture, OfOnePolicyIsItsSurrogate) {
  Rng rng(1, Stream::environment);
  const FiniteMdp mdp = random_process(rng, 5, 3, 0.9);
  const TabularPolicy mu = random_policy(rng, mdp), pi = random_policy(rng, mdp);
  const Surrogate alone(mdp, mu);
  for (const Mixture mixture : {Mixture::episode, Mixture::step}) {
    const MixtureSurrogate same(mdp, std::vector{mu, mu}, mixture);
    EXPECT_NEAR(same.value(pi), alone.value(pi), 1e-12);
    EXPECT_LT((same.gradient(pi) - alone.gradient(pi)).cwiseAbs().maxCoeff(), 1e-12);
    EXPECT_LT((same.occupancy() - alone.occupancy()).cwiseAbs().maxCoeff(), 1e-12);
  }
}

TEST(Mixture, DrawnPerEpisodeOrPerStepAreNotTheSame) {
  Rng rng(2, Stream::environment);
  const FiniteMdp mdp = random_process(rng, 5, 3, 0.9);
  const std::vector policies{random_policy(rng, mdp, 4), random_policy(rng, mdp, 4)};
  const MixtureSurrogate episode(mdp, policies, Mixture::episode);
  const MixtureSurrogate step(mdp, policies, Mixture::step);
  EXPECT_NEAR(episode.j(), (return_of(mdp, policies[0]) + return_of(mdp, policies[1])) / 2, 1e-12);
  EXPECT_NEAR(step.j(), return_of(mdp, (policies[0] + policies[1]) / 2), 1e-12);
  EXPECT_GT(std::abs(episode.j() - step.j()), 1e-3);
  EXPECT_NEAR(episode.occupancy().sum(), 10, 1e-9);
  EXPECT_NEAR(step.occupancy().sum(), 10, 1e-9);
}

TEST(Improvement, FewStepsPerRoundClimbAndFarTooManyOvershoot) {
  const Process process = parse_process("chain").process;
  const auto rounds = [&](int steps, double step_size) {
    MatrixXd theta = process.theta;
    RoundsConfig config;
    config.steps = steps;
    config.step_size = step_size;
    return improve(process.mdp, process.shared, theta, config);
  };
  const auto few = rounds(1, 0.5);
  ASSERT_EQ(few.size(), 21u);
  EXPECT_EQ(few[0].j, few[0].surrogate);
  for (std::size_t i = 1; i < few.size(); ++i) {
    EXPECT_GT(few[i].j, few[i - 1].j);
    EXPECT_EQ(few[i].behaviour, few[i - 1].j);
  }
  // Promised and got part where many steps are taken on old data.
  const auto many = rounds(1000, 0.5);
  EXPECT_GT(std::abs(many[1].surrogate - many[1].j), 10 * std::abs(few[1].surrogate - few[1].j));
}

TEST(Improvement, AllAscentsReachTheOptimum) {
  const Process process = parse_process("polytope").process;
  const double best = process.mdp.rho.dot(optimal_values(process.mdp).V);
  for (const Ascent method :
       {Ascent::gradient, Ascent::natural, Ascent::policy_iteration, Ascent::actor_critic}) {
    PathConfig config;
    config.method = method;
    config.steps = 2000;
    const auto path =
        ascend(process.mdp, process.shared, process.theta, uniform_policy(process.mdp), config);
    ASSERT_EQ(path.size(), 2001u);
    EXPECT_NEAR(return_of(process.mdp, path.back()), best, 0.01) << static_cast<int>(method);
  }
}

TEST(Improvement, TheSemiGradientEndsAtTheWorsePolicy) {
  const Process process = parse_process("counterexample").process;
  const TabularPolicy mu = process.shared.policy(process.behaviour);
  const auto end = [&](Weighting weighting) {
    PathConfig config;
    config.weighting = weighting;
    config.steps = 2000;
    config.step_size = 2;
    const auto path = ascend(process.mdp, process.shared, process.theta, mu, config);
    return std::array{excursion_return(process.mdp, path.back(), mu),
                      return_of(process.mdp, path.back())};
  };
  const auto semi = end(Weighting::behaviour), sound = end(Weighting::emphatic);
  EXPECT_NEAR(semi[0], 7.0 / 8, 0.01);
  EXPECT_NEAR(semi[1], 1, 0.01);
  EXPECT_NEAR(sound[0], 5.0 / 4, 0.01);
  EXPECT_NEAR(sound[1], 2, 0.01);
}

}  // namespace
}  // namespace acp
