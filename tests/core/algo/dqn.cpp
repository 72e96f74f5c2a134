#include "core/algo/dqn.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/epsilon_greedy.h"
#include "support/off_policy.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kTask{3, 4, true};

std::unique_ptr<Algorithm> make_dqn(const Settings& settings = {}) {
  return dqn_entry().make(*small_config(dqn_entry(), settings), kTask, 1);
}

SavedState::Critic critic_of(Algorithm& dqn) { return SavedState(dqn, kTask).critics(1)[0]; }

TEST(Dqn, TargetsAreThoseOfTheEquation) {
  int differences = 0;
  for (const bool double_q : {false, true}) {
    const auto dqn = make_dqn({{"double_q", double_q ? "true" : "false"},
                               {"gamma", "0.7"},
                               {"tau", "0.05"},
                               {"learning_rate", "0.03"}});
    Feed feed(kTask);
    for (int updates = 1; updates <= 20; ++updates) {
      const auto before = critic_of(*dqn);
      metrics_of(*dqn);
      feed.until(*dqn, updates);
      const Batch& batch = feed.batch();
      const Matrix target = network_output(before.target, batch.next_observation, 4);
      const Matrix online = network_output(before.theta, batch.next_observation, 4);
      const Matrix q = network_output(before.theta, batch.observation, 4);
      double mean_q = 0;
      std::vector<double> next;
      for (int j = 0; j < kBatch; ++j) {
        int best = 0, chosen = 0;
        target.map().col(j).maxCoeff(&best);
        online.map().col(j).maxCoeff(&chosen);
        differences += best != chosen ? 1 : 0;
        next.push_back(target(double_q ? chosen : best, j));
        mean_q += q(static_cast<int>(batch.action(0, j)), j) / kBatch;
      }
      const double loss = critic_loss(batch, {q}, 0.7, next);
      const auto metrics = metrics_of(*dqn);
      EXPECT_NEAR(metrics[0], loss, 1e-5 * loss) << "update " << updates;
      EXPECT_NEAR(metrics[1], mean_q, 1e-5);
    }
  }
  EXPECT_GT(differences, 50);  // or the two kinds of target would be the same
}

TEST(Dqn, TheTargetNetworkMovesInEveryIntervalOnly) {
  for (const char* tau : {"1", "0.25"}) {
    const auto dqn = make_dqn({{"tau", tau}, {"target_interval", "3"}});
    Feed feed(kTask);
    for (int update = 1; update <= 9; ++update) {
      const auto before = critic_of(*dqn);
      feed.until(*dqn, update);
      const auto after = critic_of(*dqn);
      const bool due = update % 3 == 0;
      EXPECT_FALSE(same_bits(before.theta, after.theta));
      EXPECT_EQ(same_bits(before.target, after.target), !due);
      if (!due) continue;
      EXPECT_EQ(same_bits(after.target, after.theta), std::string(tau) == "1");
      for (std::size_t k = 0; k < after.target.size(); ++k) {
        const double share = std::stod(tau);
        EXPECT_NEAR(after.target[k], (1 - share) * before.target[k] + share * after.theta[k], 2e-7);
      }
    }
  }
}

TEST(Dqn, ExploresByItsScheduleAfterTheWarmUp) {
  const auto dqn = make_dqn({{"epsilon_start", "0.9"},
                             {"epsilon_end", "0.3"},
                             {"epsilon_steps", "100"},
                             {"updates_per_iteration", "0"}});
  const auto step = [&] { interact(*dqn, kTask, 1); };
  for (int i = 0; i < kWarmUp; ++i) step();
  EXPECT_TRUE(std::isnan(metric(*dqn, "epsilon")));
  for (const double epsilon : {0.9, 0.894, 0.888}) {
    step();
    EXPECT_NEAR(metric(*dqn, "epsilon"), epsilon, 1e-12);
  }
  interact(*dqn, kTask, 200);
  metrics_of(*dqn);
  step();
  EXPECT_NEAR(metric(*dqn, "epsilon"), 0.3, 1e-12);

  // Of the random actions, one in four is the greedy one.
  const auto actor = dqn->make_actor(1);
  Matrix observation(3, 1), action(1, 1), greedy(1, 1);
  actor->act(observation, greedy, nullptr);
  Moments other;
  for (int i = 0; i < 20'000; ++i) {
    dqn->explore(observation, action);
    other.add(action(0, 0) != greedy(0, 0) ? 1 : 0);
  }
  EXPECT_LT(std::abs(z_of_mean(other, 0.3 * 3 / 4)), kLargestZ);
}

TEST(Dqn, ActsGreedilyOnQ) {
  const auto dqn = make_dqn();
  interact(*dqn, kTask, 100);
  Rng rng(1, Stream::evaluation);
  const Matrix observations = random_matrix(3, 50, rng, 3);
  const Matrix q = network_output(critic_of(*dqn).theta, observations, 4);
  Matrix actions(1, 50);
  dqn->make_actor(50)->act(observations, actions, nullptr);
  for (int j = 0; j < 50; ++j) EXPECT_EQ(actions(0, j), argmax(q, j));
}

/// The mean Q after learning a constant reward of -2 with gamma = 1/2.
double learned_q(bool terminated) {
  const auto dqn = make_dqn({{"gamma", "0.5"}, {"tau", "1"}, {"learning_rate", "3e-3"}});
  interact(*dqn, kTask, 3000, terminated, [](const Matrix&) { return -2; });
  metrics_of(*dqn);
  interact(*dqn, kTask, 500, terminated, [](const Matrix&) { return -2; });
  return metric(*dqn, "mean_q");
}

TEST(Dqn, BootstrapsAtATimeLimitButNotWhereTerminated) {
  EXPECT_NEAR(learned_q(true), -2, 0.05);
  EXPECT_NEAR(learned_q(false), -2 / (1 - 0.5), 0.1);
}

TEST(Dqn, FindsTheBestChoice) {
  for (const char* double_q : {"false", "true"}) {
    const auto dqn =
        make_dqn({{"double_q", double_q}, {"learning_rate", "3e-3"}, {"epsilon_steps", "500"}});
    interact(*dqn, kTask, 2000, true,
             [](const Matrix& action) { return action(0, 0) == 2 ? 1 : 0.8; });
    Matrix observation(3, 1), action(1, 1);
    dqn->make_actor(1)->act(observation, action, nullptr);
    EXPECT_EQ(action(0, 0), 2);
  }
}

}  // namespace
}  // namespace acp
