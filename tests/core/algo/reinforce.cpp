#include "core/algo/reinforce.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/algorithms.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr TaskShape kContinuous{3, 1}, kDiscrete{3, 4, true};
constexpr const char* kBaselines[] = {"none", "mean", "value"};

std::unique_ptr<Algorithm> make_reinforce(const TaskShape& task, const Settings& settings = {}) {
  return reinforce_entry().make(*small_config(reinforce_entry(), settings), task, 1);
}

TEST(Reinforce, UpdatesOncePerSoManyEpisodes) {
  for (const int episodes : {1, 3, 10}) {
    const Settings settings{{"episodes_per_update", std::to_string(episodes)}};
    for (const int count : {0, 1, 2}) {
      const auto reinforce = make_reinforce(kDiscrete, settings);
      const int steps = count * episodes * kEpisode;
      EXPECT_EQ(interact(*reinforce, kDiscrete, steps + kEpisode - 1), count);
      EXPECT_EQ(digest_of(*reinforce) == digest_of(*make_reinforce(kDiscrete, settings)),
                count == 0);
    }
  }
}

TEST(Reinforce, UpdatesEarlyWhenItsBufferIsFull) {
  const Settings settings{{"episodes_per_update", "64"}, {"buffer_size", "100"}};
  EXPECT_EQ(interact(*make_reinforce(kDiscrete, settings), kDiscrete, 99), 0);
  EXPECT_EQ(interact(*make_reinforce(kDiscrete, settings), kDiscrete, 100), 1);
  EXPECT_EQ(interact(*make_reinforce(kDiscrete, settings), kDiscrete, 1000), 10);
}

TEST(Reinforce, LearnsFromTheRewardToGo) {
  // A constant reward of -2 with gamma = 1/2: k steps before the end G = -4 (1 - 2^-k). With a
  // learned V the time limit does not count: G = -4.
  double to_go = 0;
  for (int k = 1; k <= kEpisode; ++k) to_go -= 4 * (1 - std::pow(0.5, k)) / kEpisode;
  const auto reward = [](const Matrix&) { return -2; };
  for (const char* baseline : kBaselines) {
    const auto reinforce = make_reinforce(
        kContinuous, {{"baseline", baseline}, {"gamma", "0.5"}, {"critic_learning_rate", "1e-2"}});
    interact(*reinforce, kContinuous, 20'000, false, reward);
    metrics_of(*reinforce);
    interact(*reinforce, kContinuous, 240, false, reward);
    const bool bootstraps = std::string(baseline) == "value";
    EXPECT_NEAR(metric(*reinforce, "mean_return"), bootstraps ? -4 : to_go,
                bootstraps ? 0.05 : 1e-5);
  }
}

TEST(Reinforce, TerminationIsWorthNothing) {
  const auto reinforce = make_reinforce(kContinuous);
  interact(*reinforce, kContinuous, 30, true, [](const Matrix&) { return -2; });
  EXPECT_EQ(metric(*reinforce, "mean_return"), -2);
}

TEST(Reinforce, BaselinesLeaveLessToExplain) {
  const auto advantage_with = [](const char* baseline) {
    const auto reinforce = make_reinforce(kDiscrete, {{"baseline", baseline}});
    const auto reward = [](const Matrix&) { return 5; };
    interact(*reinforce, kDiscrete, 3000, true, reward);
    metrics_of(*reinforce);
    interact(*reinforce, kDiscrete, 300, true, reward);
    return metric(*reinforce, "advantage");
  };
  EXPECT_EQ(advantage_with("none"), 5);
  EXPECT_LT(advantage_with("mean"), 0.01);
  EXPECT_LT(advantage_with("value"), 0.1);
}

/// The metrics of an update on one episode of identical steps, gamma = 0.
std::vector<double> metrics_of_identical_steps(int count) {
  const auto reinforce = make_reinforce(kDiscrete, {{"gamma", "0"}, {"episodes_per_update", "1"}});
  const Buffer observation{Scalar(0.3), Scalar(-0.8), Scalar(0.1)}, action{2};
  for (int i = 0; i < count; ++i) {
    EXPECT_EQ(reinforce->learn({.observation = observation,
                                .action = action,
                                .reward = 3,
                                .next_observation = observation,
                                .terminated = i + 1 == count}),
              i + 1 == count ? 1 : 0);
  }
  return metrics_of(*reinforce);
}

TEST(Reinforce, EachStepOfAnEpisodeCountsOnceHoweverManyThereAre) {
  // The gradient is a sum over steps, the rest are means.
  const auto one = metrics_of_identical_steps(1);
  for (const int count : {5, 128, 129, 600}) {
    auto many = metrics_of_identical_steps(count);
    many.back() /= count;
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NEAR(many[i], one[i], 1e-4) << count;
  }
}

TEST(Reinforce, NormalisesAdvantagesOnlyWhenAsked) {
  // Rewards on another scale: the same steps, to rounding, only if advantages are normalised.
  const auto gradient_with = [](double scale, const char* normalised) {
    const auto reinforce =
        make_reinforce(kDiscrete, {{"baseline", "none"}, {"normalise_advantages", normalised}});
    interact(*reinforce, kDiscrete, 3 * kEpisode, false,
             [&](const Matrix& action) { return scale * (action(0, 0) + 1); });
    return metric(*reinforce, "actor_gradient");
  };
  EXPECT_NEAR(gradient_with(8, "false") / gradient_with(1, "false"), 8, 1e-4);
  EXPECT_NEAR(gradient_with(8, "true") / gradient_with(1, "true"), 1, 1e-4);
}

TEST(Reinforce, NormalisedAdvantagesThatAreAllEqualMoveNothing) {
  for (const char* baseline : {"none", "value"}) {
    const Settings settings{{"baseline", baseline},
                            {"gamma", "0"},
                            {"normalise_advantages", "true"},
                            {"critic_learning_rate", "1e-6"}};
    const auto reinforce = make_reinforce(kDiscrete, settings);
    interact(*reinforce, kDiscrete, 9 * kEpisode, true, [](const Matrix&) { return 1; });
    if (std::string(baseline) == "none") {
      EXPECT_EQ(digest_of(*reinforce), digest_of(*make_reinforce(kDiscrete, settings)));
      EXPECT_EQ(metric(*reinforce, "actor_gradient"), 0);
    } else {
      EXPECT_GT(metric(*reinforce, "actor_gradient"), 0);  // V differs between states
    }
  }
}

TEST(Reinforce, FindsTheBestActionWithEveryBaseline) {
  for (const char* baseline : kBaselines) {
    const auto reinforce = make_reinforce(
        kContinuous,
        {{"baseline", baseline}, {"hidden_units", "16"}, {"episodes_per_update", "64"}});
    interact(*reinforce, kContinuous, 40'000, true,
             [](const Matrix& action) { return -2 * std::pow(action(0, 0) - 0.4, 2); });
    const auto actor = reinforce->make_actor(1);
    Matrix observation(3, 1), action(1, 1);
    actor->act(observation, action, nullptr);
    EXPECT_NEAR(action(0, 0), 0.4, 0.1) << baseline;
  }
}

TEST(Reinforce, FindsTheBestChoiceWithEveryBaseline) {
  for (const char* baseline : kBaselines) {
    const auto reinforce = make_reinforce(
        kDiscrete, {{"baseline", baseline}, {"hidden_units", "16"}, {"episodes_per_update", "64"}});
    interact(*reinforce, kDiscrete, 40'000, true,
             [](const Matrix& action) { return action(0, 0) == 2 ? 1 : 0; });
    const auto actor = reinforce->make_actor(1);
    Matrix observation(3, 1), action(1, 1);
    actor->act(observation, action, nullptr);
    EXPECT_EQ(action(0, 0), 2) << baseline;
    EXPECT_LT(metric(*reinforce, "entropy"), std::log(4)) << baseline;
  }
}

TEST(Reinforce, TuneAdoptsLiveParameters) {
  const auto reinforce = make_reinforce(kDiscrete);
  reinforce_entry().tune(*reinforce,
                         *small_config(reinforce_entry(), {{"episodes_per_update", "1"}}));
  EXPECT_EQ(interact(*reinforce, kDiscrete, 5 * kEpisode), 5);
}

TEST(Reinforce, FinishesTheEpisodeThatRunsWhenFewerAreAskedFor) {
  const auto reinforce = make_reinforce(kDiscrete);
  EXPECT_EQ(interact(*reinforce, kDiscrete, 2 * kEpisode), 0);
  EXPECT_EQ(interact(*reinforce, kDiscrete, 3), 0);
  reinforce_entry().tune(*reinforce,
                         *small_config(reinforce_entry(), {{"episodes_per_update", "2"}}));
  EXPECT_EQ(interact(*reinforce, kDiscrete, kEpisode - 1), 0);
  EXPECT_EQ(interact(*reinforce, kDiscrete, kEpisode), 1);
}

}  // namespace
}  // namespace acp
