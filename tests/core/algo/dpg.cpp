#include "core/algo/dpg.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/finite_difference.h"
#include "support/off_policy.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kTask{3, 2};

std::unique_ptr<Algorithm> make_dpg(const Settings& settings = {}) {
  return dpg_entry().make(*small_config(dpg_entry(), settings), kTask, 1);
}

struct DpgState {
  explicit DpgState(Algorithm& dpg, int critic_count = 1) {
    SavedState saved(dpg, kTask);
    critics = saved.critics(critic_count);
    actor = saved.network();
    actor_target = saved.numbers();
  }
  std::vector<SavedState::Critic> critics;
  SavedState::Network actor;
  Buffer actor_target;
};

/// mu(s) of an actor with these weights.
Matrix policy(std::span<const Scalar> theta, const Matrix& observations) {
  Matrix actions = network_output(theta, observations, kTask.action_size);
  for (int j = 0; j < actions.cols(); ++j) {
    for (Scalar& a : column(actions, j)) a = static_cast<Scalar>(std::tanh(a));
  }
  return actions;
}

struct TargetCase {
  const char* name;
  Settings settings;
  int critics;
  double noise;
  double clip;
};
void PrintTo(const TargetCase& each, std::ostream* out) { *out << each.name; }

class DpgTargets : public testing::TestWithParam<TargetCase> {};

TEST_P(DpgTargets, AreThoseOfTheEquation) {
  const auto& [name, settings, count, target_noise, clip] = GetParam();
  Settings all{{"gamma", "0.7"},
               {"tau", "0.2"},
               {"critic_learning_rate", "0.03"},
               {"actor_learning_rate", "0.03"}};
  all.insert(all.end(), settings.begin(), settings.end());
  const auto dpg = make_dpg(all);
  Feed feed(kTask);
  Rng noise(1, Stream::update);
  Matrix eps(kTask.action_size, kBatch);
  int clipped = 0, shortened = 0;
  for (int updates = 1; updates <= 20; ++updates) {
    const DpgState before(*dpg, count);
    metrics_of(*dpg);
    feed.until(*dpg, updates);
    const Batch& batch = feed.batch();
    Matrix next_actions = policy(before.actor_target, batch.next_observation);
    if (target_noise > 0) draw_noise(noise, eps);
    for (int j = 0; j < kBatch; ++j) {
      for (int i = 0; i < kTask.action_size; ++i) {
        const double shift = target_noise * eps(i, j);
        shortened += std::abs(shift) > clip ? 1 : 0;
        const double sum = next_actions(i, j) + std::clamp(shift, -clip, clip);
        clipped += std::abs(sum) > 1 ? 1 : 0;
        next_actions(i, j) = static_cast<Scalar>(std::clamp(sum, -1.0, 1.0));
      }
    }
    std::vector<Matrix> next_q, q;
    for (const auto& critic : before.critics) {
      next_q.push_back(
          network_output(critic.target, critic_inputs(batch.next_observation, next_actions), 1));
      q.push_back(network_output(critic.theta, critic_inputs(batch.observation, batch.action), 1));
    }
    std::vector<double> least(kBatch);
    for (int j = 0; j < kBatch; ++j) {
      least[static_cast<std::size_t>(j)] = std::min(next_q.front()(0, j), next_q.back()(0, j));
    }
    const double loss = critic_loss(batch, q, 0.7, least);
    EXPECT_NEAR(metric(*dpg, "critic_loss"), loss, 1e-5 * loss) << "update " << updates;
  }
  EXPECT_EQ(clipped > 0, target_noise > 0);
  EXPECT_EQ(shortened > 0, target_noise > 0);
}

INSTANTIATE_TEST_SUITE_P(
    Dpg, DpgTargets,
    testing::Values(TargetCase{"OneCritic", {}, 1, 0, 0},
                    TargetCase{"WithoutTargetNetworks", {{"tau", "1"}}, 1, 0, 0},
                    TargetCase{
                        "HeldForTenUpdates", {{"tau", "1"}, {"policy_delay", "10"}}, 1, 0, 0},
                    TargetCase{"TheLesserOfTwoCritics", {{"critics", "2"}}, 2, 0, 0},
                    TargetCase{"WithClippedNoise",
                               {{"critics", "2"},
                                {"policy_delay", "2"},
                                {"target_noise", "0.8"},
                                {"target_noise_clip", "0.95"}},
                               2,
                               0.8,
                               0.95}),
    [](const auto& parameter) { return parameter.param.name; });

TEST(Dpg, MovesTheActorAndAllTargetsInEveryDelayedUpdateOnly) {
  for (const auto& [delay, tau] : {std::pair{1, 0.25}, {2, 0.25}, {3, 0.25}, {1, 1.0}, {3, 1.0}}) {
    const auto dpg = make_dpg(
        {{"critics", "2"}, {"policy_delay", std::to_string(delay)}, {"tau", std::to_string(tau)}});
    const auto expect_moved = [tau = tau](const Buffer& old, const Buffer& now, const Buffer& to) {
      EXPECT_EQ(same_bits(now, to), tau == 1);
      for (std::size_t k = 0; k < now.size(); ++k) {
        EXPECT_NEAR(now[k], (1 - tau) * old[k] + tau * to[k], 2e-7);
      }
    };
    Feed feed(kTask);
    for (int update = 1; update <= 7; ++update) {
      const DpgState before(*dpg, 2);
      feed.until(*dpg, update);
      const DpgState after(*dpg, 2);
      const bool due = update % delay == 0;
      EXPECT_EQ(same_bits(before.actor.theta, after.actor.theta), !due);
      EXPECT_EQ(same_bits(before.actor_target, after.actor_target), !due);
      if (due) expect_moved(before.actor_target, after.actor_target, after.actor.theta);
      for (std::size_t i = 0; i < 2; ++i) {
        const auto &old = before.critics[i], &now = after.critics[i];
        EXPECT_FALSE(same_bits(old.theta, now.theta));
        EXPECT_EQ(same_bits(old.target, now.target), !due);
        if (due) expect_moved(old.target, now.target, now.theta);
      }
    }
  }
}

TEST(Dpg, TheActorsStepLeavesTheCriticsAlone) {
  const auto slow = make_dpg({{"actor_learning_rate", "1e-6"}});
  const auto fast = make_dpg({{"actor_learning_rate", "0.1"}});
  for (auto* each : {slow.get(), fast.get()}) Feed(kTask).until(*each, 1);
  const DpgState a(*slow), b(*fast);
  EXPECT_FALSE(same_bits(a.actor.theta, b.actor.theta));
  EXPECT_TRUE(same_bits(a.critics[0].theta, b.critics[0].theta));
  EXPECT_TRUE(same_bits(a.critics[0].target, b.critics[0].target));
}

/// Steps of an episode that stays where it is; the noise of each, without the policy's action.
class Exploration {
 public:
  explicit Exploration(const Settings& settings) : dpg_(make_dpg(settings)) {
    dpg_->make_actor(1)->act(observation_, policy_, nullptr);
  }
  /// The noise in each dimension.
  std::array<double, 2> step(bool last_of_episode = false) {
    Matrix action(kTask.action_size, 1);
    dpg_->explore(observation_, action);
    const auto s = column(std::as_const(observation_), 0);
    dpg_->learn({.observation = s,
                 .action = column(std::as_const(action), 0),
                 .reward = 0,
                 .next_observation = s,
                 .terminated = false,
                 .truncated = last_of_episode});
    return {action(0, 0) - policy_(0, 0), action(1, 0) - policy_(1, 0)};
  }
  void interrupt() { dpg_->interrupt(); }

 private:
  std::unique_ptr<Algorithm> dpg_;
  Matrix observation_{kTask.observation_size, 1};
  Matrix policy_{kTask.action_size, 1};
};

Settings exploring(const char* kind, const char* deviation) {
  return {{"exploration", kind},
          {"exploration_noise", deviation},
          {"reversion", "0.2"},
          {"warmup_steps", "1"},
          {"updates_per_iteration", "0"}};
}

TEST(DpgExploration, IsIndependentGaussianNoise) {
  Exploration exploration(exploring("gaussian", "0.1"));
  exploration.step();  // the warm-up
  Moments mean, square, successive, across;
  auto last = exploration.step();
  for (int i = 0; i < 50'000; ++i) {
    const auto noise = exploration.step();
    mean.add(noise[0]);
    square.add(noise[1] * noise[1]);
    successive.add(noise[0] * last[0]);
    across.add(noise[0] * noise[1]);
    last = noise;
  }
  EXPECT_LT(std::abs(z_of_mean(mean, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(square, 0.01)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(successive, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(across, 0)), kLargestZ);
}

TEST(DpgExploration, OfOrnsteinAndUhlenbeckIsAutocorrelated) {
  // x_t - (1 - theta) x_{t-1} is white noise of deviation sigma.
  Exploration exploration(exploring("ornstein_uhlenbeck", "0.05"));
  exploration.step();
  Moments mean, square, successive, persistent;
  auto last = exploration.step();
  double last_shock = 0;
  for (int i = 0; i < 50'000; ++i) {
    const auto noise = exploration.step();
    const double shock = noise[0] - 0.8 * last[0];
    mean.add(shock);
    square.add(shock * shock);
    successive.add(shock * last_shock);
    if (i % 50 == 0) persistent.add(noise[1] * noise[1]);
    last = noise;
    last_shock = shock;
  }
  EXPECT_LT(std::abs(z_of_mean(mean, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(square, 0.0025)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(successive, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(persistent, 0.0025 / (1 - 0.8 * 0.8))), kLargestZ);
}

TEST(DpgExploration, OfOrnsteinAndUhlenbeckStartsAnewWithEachEpisode) {
  Exploration exploration(exploring("ornstein_uhlenbeck", "0.05"));
  exploration.step(true);
  Moments first, across_the_end;
  double last = 0;
  for (int episode = 0; episode < 10'000; ++episode) {
    for (int i = 1; i <= 5; ++i) {
      const double noise = exploration.step(i == 5)[0];
      if (i == 1) {
        first.add(noise * noise);
        across_the_end.add(last * noise);
      }
      last = noise;
    }
  }
  EXPECT_LT(std::abs(z_of_mean(first, 0.0025)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(across_the_end, 0)), kLargestZ);
}

TEST(DpgExploration, DoesNotOutliveAnEpisodeThatDoesNotGoOn) {
  Exploration ended(exploring("ornstein_uhlenbeck", "0.05")),
      interrupted(exploring("ornstein_uhlenbeck", "0.05"));
  for (auto* each : {&ended, &interrupted}) each->step();  // the warm-up
  EXPECT_EQ(ended.step(true), interrupted.step());
  interrupted.interrupt();
  EXPECT_EQ(ended.step(), interrupted.step());
}

TEST(DpgExploration, StaysWithinTheBounds) {
  for (const char* kind : {"gaussian", "ornstein_uhlenbeck"}) {
    const auto dpg = make_dpg(exploring(kind, "1.5"));
    int at_low = 0, at_high = 0;
    interact(*dpg, kTask, 2000, false, [&](const Matrix& action) {
      for (const Scalar a : column(action, 0)) {
        EXPECT_LE(std::abs(a), 1);
        at_low += a == -1 ? 1 : 0;
        at_high += a == 1 ? 1 : 0;
      }
      return 0;
    });
    EXPECT_GT(at_low, 100);
    EXPECT_GT(at_high, 100);
  }
}

TEST(Dpg, ActsWithoutNoiseWhereItDoesNotExplore) {
  const auto dpg = make_dpg();
  interact(*dpg, kTask, 60);
  Rng noise(1, Stream::evaluation);
  const Matrix observations = random_matrix(kTask.observation_size, 5, noise);
  Matrix with(kTask.action_size, 5), without(kTask.action_size, 5);
  const auto actor = dpg->make_actor(5);
  actor->act(observations, with, &noise);
  actor->act(observations, without, nullptr);
  EXPECT_EQ(with.map(), without.map());
  const Matrix expected = policy(DpgState(*dpg).actor.theta, observations);
  EXPECT_LT((with.map() - expected.map()).cwiseAbs().maxCoeff(), 1e-6);
}

TEST(Dpg, FindsTheBestAction) {
  const Settings variants[] = {
      {{"tau", "1"}},                                                       // DPG
      {{"tau", "0.01"}},                                                    // DDPG
      {{"critics", "2"}, {"policy_delay", "2"}, {"target_noise", "0.2"}}};  // TD3
  for (Settings settings : variants) {
    settings.insert(settings.end(), {{"hidden_units", "16"},
                                     {"batch_size", "32"},
                                     {"warmup_steps", "200"},
                                     {"critic_learning_rate", "3e-3"},
                                     {"exploration_noise", "0.3"}});
    const auto dpg = make_dpg(settings);
    interact(*dpg, kTask, 4000, true, [](const Matrix& action) {
      return -2 * std::pow(action(0, 0) - 0.4, 2) - std::pow(action(1, 0) + 0.3, 2);
    });
    Matrix observation(3, 1), action(2, 1);
    dpg->make_actor(1)->act(observation, action, nullptr);
    EXPECT_NEAR(action(0, 0), 0.4, 0.1) << settings[0].first;
    EXPECT_NEAR(action(1, 0), -0.3, 0.15) << settings[0].first;
  }
}

TEST(Dpg, TuneAdoptsLiveParameters) {
  const auto dpg = make_dpg();
  Feed feed(kTask);
  feed.until(*dpg, 1);
  dpg_entry().tune(*dpg, *small_config(dpg_entry(), {{"policy_delay", "5"}}));
  const DpgState before(*dpg);
  feed.until(*dpg, 2);
  EXPECT_TRUE(same_bits(before.actor.theta, DpgState(*dpg).actor.theta));
}

#ifdef ACP_DOUBLE

TEST(DpgGradient, OfTheActorAgreesWithFiniteDifferences) {
  // Of mean Q_1(s, mu(s)), with the critic as its own step has left it.
  const auto dpg = make_dpg({{"critics", "2"}});
  const DpgState before(*dpg, 2);
  Feed feed(kTask);
  feed.until(*dpg, 1);
  const DpgState after(*dpg, 2);
  Buffer theta = before.actor.theta;
  const Matrix& observations = feed.batch().observation;
  expect_gradient(theta, after.actor.gradient(), [&] {
    const Matrix inputs = critic_inputs(observations, policy(theta, observations));
    return -network_output(after.critics[0].theta, inputs, 1).map().mean();
  });
}

#endif

}  // namespace
}  // namespace acp
