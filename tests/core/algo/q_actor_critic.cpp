#include "core/algo/q_actor_critic.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/sac.h"
#include "support/algorithms.h"

namespace acp {
namespace {

constexpr TaskShape kTask{3, 1};

std::unique_ptr<Algorithm> make(const AlgorithmEntry& entry, const Settings& settings) {
  return entry.make(*small_config(entry, settings), kTask, 1);
}

TEST(QActorCritic, IsSoftActorCriticWithOneCriticAndWithoutEntropy) {
  Settings without_entropy{{"estimator", "score_function"},
                           {"baseline", "value"},
                           {"critics", "1"},
                           {"tune_temperature", "false"},
                           {"temperature", "0"}};
  const auto q = make(q_actor_critic_entry(), {}), sac = make(sac_entry(), without_entropy);
  without_entropy.back().second = "0.1";
  const auto soft = make(sac_entry(), without_entropy);
  for (auto* each : {q.get(), sac.get(), soft.get()}) EXPECT_EQ(interact(*each, kTask, 60), 41);
  EXPECT_EQ(digest_of(*q), digest_of(*sac));
  EXPECT_NE(digest_of(*q), digest_of(*soft));
}

TEST(QActorCritic, HasNoParametersOfEntropy) {
  const auto config = q_actor_critic_entry().make_config();
  for (const char* name : {"temperature", "tune_temperature", "target_entropy"}) {
    EXPECT_NE(set_parameter(*config, name, "1"), "") << name;
  }
}

TEST(QActorCritic, FindsTheBestActionWithEveryEstimator) {
  const Settings estimators[] = {{{"baseline", "value"}},
                                 {{"baseline", "leave_one_out"}, {"action_samples", "4"}},
                                 {{"estimator", "reparameterization"}}};
  for (Settings settings : estimators) {
    settings.insert(settings.end(), {{"hidden_units", "16"},
                                     {"batch_size", "32"},
                                     {"critic_learning_rate", "3e-3"},
                                     {"actor_learning_rate", "1e-3"}});
    const auto q = make(q_actor_critic_entry(), settings);
    interact(*q, kTask, 3000, true,
             [](const Matrix& action) { return -2 * std::pow(action(0, 0) - 0.4, 2); });
    Matrix observation(3, 1), action(1, 1);
    q->make_actor(1)->act(observation, action, nullptr);
    EXPECT_NEAR(action(0, 0), 0.4, 0.1) << settings[0].second;
  }
}

TEST(QActorCritic, NamesItselfInItsComplaints) {
  const auto config = q_actor_critic_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "baseline", "leave_one_out"), "");
  EXPECT_EQ(config->check().rfind("q_actor_critic.action_samples: ", 0), 0u);
}

}  // namespace
}  // namespace acp
