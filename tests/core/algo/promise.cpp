#include "core/algo/promise.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/critic.h"
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/session/config.h"
#include "support/statistics.h"

namespace acp {
namespace {

Transition step_of(double reward, bool terminated = false, bool truncated = false) {
  return {.observation = {},
          .action = {},
          .reward = static_cast<Scalar>(reward),
          .next_observation = {},
          .terminated = terminated,
          .truncated = truncated};
}

/// Where Q must not count.
constexpr double kUnasked = 1e9;

/// gamma = 1/2, alpha = 1/4, log pi = -2: the entropy bonus of a step is 1/2.
constexpr Promise::Terms kTerms{0.5, 0.25, -2};

TEST(Promise, IsKeptBySoftRewardsWithoutTheFirstEntropy) {
  Promise promise;
  EXPECT_TRUE(promise.needs_q(step_of(1)));
  for (int episode = 0; episode < 2; ++episode) {
    EXPECT_FALSE(promise.follow(step_of(1), kTerms, 10));
    EXPECT_FALSE(promise.needs_q(step_of(2)));
    EXPECT_TRUE(promise.needs_q(step_of(2, false, true)));
    EXPECT_FALSE(promise.follow(step_of(2), kTerms, kUnasked));
    const auto left = promise.follow(step_of(4, true), kTerms, kUnasked);
    ASSERT_TRUE(left.has_value());
    EXPECT_DOUBLE_EQ(*left, 10 - (1 + 0.5 * (2 + 0.5) + 0.25 * (4 + 0.5)));
  }
}

TEST(Promise, LeavesWhatTheTimeLimitCutsOffToTheCritic) {
  Promise promise;
  EXPECT_FALSE(promise.follow(step_of(1), kTerms, 10));
  const auto left = promise.follow(step_of(4, false, true), kTerms, 8);
  ASSERT_TRUE(left.has_value());
  EXPECT_DOUBLE_EQ(*left, 10 - (1 + 0.5 * (8 + 0.5)));
  EXPECT_FALSE(promise.follow(step_of(4, false, true), kTerms, kUnasked)) << "one step, cut off";
  const auto ends = promise.follow(step_of(4, true, true), kTerms, 5);
  ASSERT_TRUE(ends.has_value()) << "it ends, at the limit too";
  EXPECT_DOUBLE_EQ(*ends, 1);
}

TEST(Promise, IsForgottenWithItsEpisode) {
  Promise promise;
  EXPECT_FALSE(promise.follow(step_of(1), kTerms, 10));
  promise.forget();
  EXPECT_EQ(promise.follow(step_of(4, true), kTerms, 6), 2);
}

/// Two states, two actions, start in the first: example 2a of Dadashi et al. (2019).
constexpr double kGamma = 0.9;
constexpr double kReward[2][2] = {{0.06, 0.38}, {-0.13, 0.64}};
constexpr double kToFirst[2][2] = {{0.01, 0.92}, {0.08, 0.70}};

/// A learner that updates seldom and by nearly nothing: critic and policy are as they were made.
std::unique_ptr<Algorithm> still_learner(double alpha) {
  const auto config = RunConfig::parse(
      "environment=gridworld&algorithm=sac_discrete&sac_discrete.hidden_layers=0"
      "&sac_discrete.warmup_steps=1&sac_discrete.steps_per_iteration=10000"
      "&sac_discrete.critic_learning_rate=1e-6&sac_discrete.actor_learning_rate=1e-6"
      "&sac_discrete.tune_temperature=false&sac_discrete.gamma=0.9&sac_discrete.temperature=" +
      std::to_string(alpha));
  return config.algorithm_entry().make(config.algorithm(), {2, 2, true, 2}, 3);
}

/// pi(a|s) and the critic's Q(s, a) of a state.
struct Judgement {
  double pi[2];
  double q[2];
};

Judgement judgement_of(const Algorithm& learner, int state) {
  Matrix observation(2, 1), q(2, 1);
  observation(state, 0) = 1;
  const auto network = learner.policy();
  MlpPass pass(*network.mlp, 1);
  const Matrix& logits = pass.forward(network.theta, observation);
  const double first = 1 / (1 + std::exp(static_cast<double>(logits(1, 0) - logits(0, 0))));
  const auto& critics = *learner.insight().critics;
  MlpPass critic_pass(critics.mlp(), 1);
  critics.values(critic_pass, observation, q);
  return {{first, 1 - first}, {q(0, 0), q(1, 0)}};
}

/// E[Q(s_0, a) - Q^pi(s_0, a)] of the first state, with the soft Q^pi by iteration.
double exact_overestimation(const Algorithm& learner, double alpha) {
  const Judgement of[2] = {judgement_of(learner, 0), judgement_of(learner, 1)};
  double v[2] = {0, 0};
  for (int sweep = 0; sweep < 1000; ++sweep) {
    const double last[2] = {v[0], v[1]};
    for (int s = 0; s < 2; ++s) {
      v[s] = 0;
      for (int a = 0; a < 2; ++a) {
        const double next = kToFirst[s][a] * last[0] + (1 - kToFirst[s][a]) * last[1];
        const double entropy = -alpha * std::log(of[s].pi[a]);
        v[s] += of[s].pi[a] * (kReward[s][a] + kGamma * next + entropy);
      }
    }
  }
  double promised = 0, first_entropy = 0;
  for (int a = 0; a < 2; ++a) {
    promised += of[0].pi[a] * of[0].q[a];
    first_entropy -= alpha * of[0].pi[a] * std::log(of[0].pi[a]);
  }
  return promised - (v[0] - first_entropy);
}

TEST(Promise, OfAPolicyThatStandsStillIsLeftAsDynamicProgrammingHasIt) {
  constexpr int kEpisodes = 2000, kSteps = 100;
  for (const double alpha : {0.0, 0.3}) {
    const auto learner = still_learner(alpha);
    Rng process(7, Stream::environment);
    Moments measured;
    std::vector<double> metrics(learner->metrics().size());
    std::size_t index = 0;
    while (std::string_view(learner->metrics()[index].name) != "overestimation") ++index;
    for (int episode = 0; episode < kEpisodes; ++episode) {
      int state = 0;
      for (int t = 0; t < kSteps; ++t) {
        Matrix observation(2, 1), next(2, 1), action(1, 1);
        observation(state, 0) = 1;
        learner->explore(observation, action);
        const auto choice = static_cast<std::size_t>(action(0, 0));
        const auto reward = static_cast<Scalar>(kReward[state][choice]);
        state = process.uniform(0, 1) < kToFirst[state][choice] ? 0 : 1;
        next(state, 0) = 1;
        learner->learn({.observation = {observation.col(0), 2},
                        .action = {action.col(0), 1},
                        .reward = reward,
                        .next_observation = {next.col(0), 2},
                        .terminated = false,
                        .truncated = t + 1 == kSteps});
      }
      learner->take_metrics(metrics);
      if (episode > 0) measured.add(metrics[index]);  // the warm-up is part of the first
    }
    const double expected = exact_overestimation(*learner, alpha);
    EXPECT_LT(std::abs(z_of_mean(measured, expected)), kLargestZ)
        << "alpha " << alpha << ": " << measured.mean() << " against " << expected;
  }
}

}  // namespace
}  // namespace acp
