#include "core/algo/sac.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/off_policy.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kTask{3, 1};

std::unique_ptr<Algorithm> make_sac(const Settings& settings = {}) {
  return sac_entry().make(*small_config(sac_entry(), settings), kTask, 1);
}

struct SacState {
  explicit SacState(Algorithm& sac, int critic_count = 2) {
    SavedState saved(sac, kTask);
    critics = saved.critics(critic_count);
    actor = saved.network().theta;
    alpha = saved.number<double>();
  }
  std::vector<SavedState::Critic> critics;
  Buffer actor;
  double alpha;
};

TEST(SacWarmUp, ActsUniformlyAndDoesNotLearn) {
  const auto sac = make_sac({{"buffer_size", "100000"}, {"warmup_steps", "30000"}});
  const std::string start = digest_of(*sac);
  Moments mean, square;
  EXPECT_EQ(interact(*sac, kTask, 29'999, false,
                     [&](const Matrix& action) {
                       mean.add(action(0, 0));
                       square.add(action(0, 0) * action(0, 0));
                       return 0;
                     }),
            0);
  EXPECT_LT(std::abs(z_of_mean(mean, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(square, 1.0 / 3)), kLargestZ);
  EXPECT_EQ(digest_of(*sac), start);
  EXPECT_EQ(interact(*sac, kTask, 1), 1);
  EXPECT_NE(digest_of(*sac), start);
}

TEST(SacWarmUp, ThenActsByThePolicyInItsOwnStream) {
  const auto sac = make_sac();
  interact(*sac, kTask, kWarmUp);
  Rng stream(1, Stream::policy);
  for (int i = 0; i < kWarmUp; ++i) stream.next();
  const auto actor = sac->make_actor(1);
  Matrix observation(3, 1), action(1, 1), expected(1, 1);
  for (int i = 0; i < 5; ++i) {
    observation.map().setConstant(static_cast<Scalar>(i) / 3);
    sac->explore(observation, action);
    actor->act(observation, expected, &stream);
    EXPECT_EQ(action(0, 0), expected(0, 0));
  }
}

TEST(SacWarmUp, EndsWhenASmallerBufferIsFull) {
  const auto sac = make_sac({{"buffer_size", "100"}, {"warmup_steps", "1000"}});
  EXPECT_EQ(interact(*sac, kTask, 99), 0);
  EXPECT_EQ(interact(*sac, kTask, 5), 5);
}

TEST(Sac, MakesTheUpdatesAskedForPerStep) {
  for (const char* count : {"0", "1", "3"}) {
    const auto sac = make_sac({{"updates_per_iteration", count}});
    const std::string start = digest_of(*sac);
    EXPECT_EQ(interact(*sac, kTask, kWarmUp + 9), 10 * std::stoi(count));
    EXPECT_EQ(digest_of(*sac) == start, std::string(count) == "0");
  }
}

TEST(Sac, TargetNetworksMoveByTauInEachUpdate) {
  for (const char* tau : {"0.01", "0.3", "1"}) {
    const auto sac = make_sac({{"tau", tau}});
    interact(*sac, kTask, kWarmUp + 5);
    const SacState before(*sac);
    interact(*sac, kTask, 1);
    const SacState after(*sac);
    for (std::size_t i = 0; i < 2; ++i) {
      const auto &old = before.critics[i], &now = after.critics[i];
      for (std::size_t k = 0; k < now.target.size(); ++k) {
        const double moved = (1 - std::stod(tau)) * old.target[k] + std::stod(tau) * now.theta[k];
        EXPECT_NEAR(now.target[k], moved, 2e-7);
      }
    }
  }
}

TEST(Sac, TheActorsStepLeavesTheCriticsAlone) {
  // The first update of the critics comes before the actor's, so nothing about the actor's step
  // may show in them.
  std::vector<SacState> states;
  for (const Settings& settings :
       {Settings{}, Settings{{"estimator", "score_function"}, {"actor_learning_rate", "0.1"}},
        Settings{{"action_samples", "4"}, {"actor_learning_rate", "1e-6"}}}) {
    const auto sac = make_sac(settings);
    interact(*sac, kTask, kWarmUp);
    states.emplace_back(*sac);
  }
  for (std::size_t other = 1; other < states.size(); ++other) {
    EXPECT_FALSE(same_bits(states[0].actor, states[other].actor));
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_TRUE(same_bits(states[0].critics[i].theta, states[other].critics[i].theta));
      EXPECT_TRUE(same_bits(states[0].critics[i].target, states[other].critics[i].target));
    }
  }
}

TEST(Sac, TheTemperatureMovesTowardsItsTargetEntropy) {
  const auto alpha_after = [](const char* target, const char* tuned) {
    const auto sac = make_sac({{"target_entropy", target},
                               {"tune_temperature", tuned},
                               {"temperature", "0.5"},
                               {"temperature_learning_rate", "0.01"}});
    interact(*sac, kTask, kWarmUp + 20);
    return SacState(*sac).alpha;
  };
  EXPECT_GT(alpha_after("0.69", "true"), 0.51);
  EXPECT_LT(alpha_after("-10", "true"), 0.49);
  EXPECT_EQ(alpha_after("-10", "false"), 0.5);
}

TEST(Sac, TargetsAreThoseOfTheEquation) {
  for (const int count : {1, 2}) {
    const auto sac = make_sac({{"critics", std::to_string(count)},
                               {"gamma", "0.7"},
                               {"tau", "0.2"},
                               {"temperature", "0.3"},
                               {"temperature_learning_rate", "0.01"},
                               {"critic_learning_rate", "0.03"},
                               {"actor_learning_rate", "0.03"}});
    Feed feed(kTask);
    Rng stream(1, Stream::update);
    ActionSamples next(kTask.action_size, kBatch, 1);
    Matrix of_the_actor(kTask.action_size, kBatch);
    for (int updates = 1; updates <= 20; ++updates) {
      const SacState before(*sac, count);
      metrics_of(*sac);
      feed.until(*sac, updates);
      const Batch& batch = feed.batch();
      const Matrix phi = network_output(before.actor, batch.next_observation, 2);
      draw_noise(stream, next.noise);
      sample({phi}, next);
      draw_noise(stream, of_the_actor);
      std::vector<Matrix> next_q, q;
      for (const auto& critic : before.critics) {
        next_q.push_back(
            network_output(critic.target, critic_inputs(batch.next_observation, next.action), 1));
        q.push_back(
            network_output(critic.theta, critic_inputs(batch.observation, batch.action), 1));
      }
      std::vector<double> soft_values(kBatch);
      for (int j = 0; j < kBatch; ++j) {
        const auto at = static_cast<std::size_t>(j);
        const double least = std::min(next_q.front()(0, j), next_q.back()(0, j));
        soft_values[at] = least - before.alpha * next.log_prob[at];
      }
      const double loss = critic_loss(batch, q, 0.7, soft_values);
      EXPECT_NEAR(metric(*sac, "critic_loss"), loss, 1e-5 * loss) << "update " << updates;
    }
  }
}

/// The mean Q after learning a constant reward of -2 with gamma = 1/2.
double learned_q(bool terminated, const char* temperature) {
  const auto sac = make_sac({{"gamma", "0.5"},
                             {"tau", "1"},
                             {"critic_learning_rate", "3e-3"},
                             {"tune_temperature", "false"},
                             {"temperature", temperature}});
  interact(*sac, kTask, 3000, terminated, [](const Matrix&) { return -2; });
  metrics_of(*sac);
  interact(*sac, kTask, 500, terminated, [](const Matrix&) { return -2; });
  return metric(*sac, "mean_q");
}

TEST(Sac, BootstrapsUnlessTerminated) {
  EXPECT_NEAR(learned_q(true, "0"), -2, 0.05);
  EXPECT_NEAR(learned_q(false, "0"), -2 / (1 - 0.5), 0.1);
}

TEST(Sac, AddsTheEntropyBonusUnlessTerminated) {
  // With nothing else to gain the policy becomes uniform, of entropy log 2.
  EXPECT_NEAR(learned_q(true, "1"), -2, 0.05);
  EXPECT_NEAR(learned_q(false, "1"), (-2 + 0.5 * std::log(2)) / (1 - 0.5), 0.1);
}

TEST(Sac, FindsTheBestActionWithEveryEstimator) {
  const Settings estimators[] = {
      {{"estimator", "reparameterization"}},
      {{"estimator", "score_function"}, {"baseline", "leave_one_out"}, {"action_samples", "2"}},
      {{"estimator", "score_function"}, {"baseline", "value"}},
      {{"estimator", "score_function"}, {"baseline", "none"}, {"action_samples", "8"}}};
  for (Settings settings : estimators) {
    settings.insert(settings.end(), {{"tune_temperature", "false"},
                                     {"temperature", "0.02"},
                                     {"hidden_units", "16"},
                                     {"batch_size", "32"},
                                     {"critic_learning_rate", "3e-3"},
                                     {"actor_learning_rate", "3e-3"}});
    const auto sac = make_sac(settings);
    interact(*sac, kTask, 3000, true,
             [](const Matrix& action) { return -2 * std::pow(action(0, 0) - 0.4, 2); });
    const auto actor = sac->make_actor(1);
    Matrix observation(3, 1), action(1, 1);
    actor->act(observation, action, nullptr);
    EXPECT_NEAR(action(0, 0), 0.4, 0.1) << settings[0].second << " " << settings[1].second;
  }
}

TEST(Sac, TuneAdoptsLiveParameters) {
  const Settings fixed{{"tune_temperature", "false"}, {"temperature", "0.5"}};
  const auto sac = make_sac(fixed);
  interact(*sac, kTask, kWarmUp);
  auto changed = small_config(sac_entry(), fixed);
  EXPECT_EQ(set_parameter(*changed, "temperature", "0.25"), "");
  EXPECT_EQ(set_parameter(*changed, "updates_per_iteration", "3"), "");
  sac_entry().tune(*sac, *changed);
  EXPECT_EQ(SacState(*sac).alpha, 0.25);
  EXPECT_EQ(interact(*sac, kTask, 1), 3);
}

TEST(Sac, TuneAdoptsAnotherEstimator) {
  const auto tuned = make_sac(), there_and_back = make_sac(), untouched = make_sac();
  const auto config = small_config(sac_entry(), {});
  auto changed = small_config(
      sac_entry(),
      {{"estimator", "score_function"}, {"baseline", "leave_one_out"}, {"action_samples", "4"}});
  for (auto* each : {tuned.get(), there_and_back.get(), untouched.get()}) {
    interact(*each, kTask, kWarmUp);
  }
  sac_entry().tune(*tuned, *changed);
  sac_entry().tune(*there_and_back, *changed);
  sac_entry().tune(*there_and_back, *config);
  for (auto* each : {tuned.get(), there_and_back.get(), untouched.get()}) interact(*each, kTask, 1);
  EXPECT_EQ(digest_of(*there_and_back), digest_of(*untouched));
  const SacState a(*tuned), b(*untouched);
  EXPECT_TRUE(same_bits(a.critics[0].theta, b.critics[0].theta)) << "fitted before the actor moves";
  EXPECT_FALSE(same_bits(a.actor, b.actor));
}

TEST(Sac, RefusesToTuneATemperatureOfZero) {
  const auto config = sac_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "temperature", "0"), "");
  EXPECT_EQ(config->check().rfind("sac.temperature: 0 cannot be tuned", 0), 0u);
  EXPECT_EQ(set_parameter(*config, "tune_temperature", "false"), "");
  EXPECT_EQ(config->check(), "");
}

TEST(Sac, WorksWithOneCritic) {
  const auto sac = make_sac({{"critics", "1"}});
  EXPECT_EQ(interact(*sac, kTask, kWarmUp + 50), 51);
  EXPECT_EQ(sac->non_finite(), "");
  EXPECT_EQ(SacState(*sac, 1).critics.size(), 1u);
}

}  // namespace
}  // namespace acp
