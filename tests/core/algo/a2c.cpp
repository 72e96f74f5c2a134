#include "core/algo/a2c.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/algorithms.h"

namespace acp {
namespace {

constexpr TaskShape kContinuous{3, 1}, kDiscrete{3, 4, true};

std::unique_ptr<Algorithm> make_a2c(const TaskShape& task, const Settings& settings = {}) {
  return a2c_entry().make(*small_config(a2c_entry(), settings), task, 1);
}

TEST(A2c, UpdatesOncePerRolloutOfItsEnvironments) {
  const auto a2c = make_a2c(kDiscrete, {{"environments", "4"}, {"steps", "6"}});
  EXPECT_EQ(a2c->environments(), 4);
  const std::string start = digest_of(*a2c);
  EXPECT_EQ(interact(*a2c, kDiscrete, 23), 0);
  EXPECT_EQ(digest_of(*a2c), start);
  EXPECT_EQ(interact(*a2c, kDiscrete, 1), 1);
  EXPECT_NE(digest_of(*a2c), start);
  EXPECT_EQ(interact(*a2c, kDiscrete, 47), 1);
}

TEST(A2c, ActsByItsPolicyWithoutClipping) {
  const auto a2c = make_a2c(kContinuous);
  const auto actor = a2c->make_actor(1);
  Rng stream(1, Stream::policy);
  Matrix observation(3, 1), action(1, 1), clipped(1, 1);
  int outside = 0;
  for (int i = 0; i < 200; ++i) {
    a2c->explore(observation, action);
    actor->act(observation, clipped, &stream);
    EXPECT_EQ(clipped(0, 0), std::clamp(action(0, 0), Scalar(-1), Scalar(1)));
    if (std::abs(action(0, 0)) > 1) ++outside;
  }
  EXPECT_GT(outside, 20);
}

/// V after learning a constant reward of -2 with gamma = 1/2.
double learned_value(bool terminated, Settings settings) {
  settings.insert(settings.end(), {{"gamma", "0.5"}, {"critic_learning_rate", "3e-3"}});
  const auto a2c = make_a2c(kContinuous, settings);
  const auto reward = [](const Matrix&) { return -2; };
  interact(*a2c, kContinuous, 20'000, terminated, reward);
  metrics_of(*a2c);
  interact(*a2c, kContinuous, 500, terminated, reward);
  return metric(*a2c, "mean_value");
}

TEST(A2c, BootstrapsAtATimeLimitButNotWhereTerminated) {
  const Settings advantages[] = {{{"n", "1"}},
                                 {{"n", "0"}},
                                 {{"n", "3"}},
                                 {{"advantage", "generalised"}, {"lambda", "0"}},
                                 {{"advantage", "generalised"}, {"lambda", "0.9"}}};
  for (const Settings& settings : advantages) {
    EXPECT_NEAR(learned_value(true, settings), -2, 0.02) << settings[0].second;
    EXPECT_NEAR(learned_value(false, settings), -2 / (1 - 0.5), 0.05) << settings[0].second;
  }
}

TEST(A2c, TakesTheWholeRolloutWhereNIsZeroOrBeyondIt) {
  const auto digest_with = [](const Settings& settings) {
    const auto a2c = make_a2c(kDiscrete, settings);
    interact(*a2c, kDiscrete, 100);
    return digest_of(*a2c);
  };
  const std::string full = digest_with({{"n", "0"}});
  EXPECT_EQ(digest_with({{"n", "5"}}), full);
  EXPECT_EQ(digest_with({{"n", "100"}}), full);
  EXPECT_NE(digest_with({{"n", "4"}}), full);
  EXPECT_NE(digest_with({{"advantage", "generalised"}, {"lambda", "0.5"}}), full);
}

TEST(A2c, GeneralisedAdvantagesSpanOneStepToTheWholeRollout) {
  // The same advantages computed in another order: equal up to rounding.
  for (const auto& [n, lambda] : {std::pair{"1", "0"}, {"0", "1"}}) {
    const auto steps = make_a2c(kDiscrete, {{"environments", "1"}, {"n", n}});
    const auto generalised = make_a2c(
        kDiscrete, {{"environments", "1"}, {"advantage", "generalised"}, {"lambda", lambda}});
    for (auto* each : {steps.get(), generalised.get()}) {
      EXPECT_EQ(interact(*each, kDiscrete, 5), 1);
    }
    const auto expected = metrics_of(*steps), measured = metrics_of(*generalised);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(measured[i], expected[i], 1e-5 * std::abs(expected[i]));
    }
  }
}

const Settings kQuick{{"hidden_units", "16"},
                      {"environments", "8"},
                      {"actor_learning_rate", "3e-3"},
                      {"critic_learning_rate", "3e-3"}};

TEST(A2c, FindsTheBestAction) {
  const auto a2c = make_a2c(kContinuous, kQuick);
  interact(*a2c, kContinuous, 20'000, true,
           [](const Matrix& action) { return -2 * std::pow(action(0, 0) - 0.4, 2); });
  const auto actor = a2c->make_actor(1);
  Matrix observation(3, 1), action(1, 1);
  actor->act(observation, action, nullptr);
  EXPECT_NEAR(action(0, 0), 0.4, 0.1);
}

TEST(A2c, FindsTheBestChoice) {
  const auto a2c = make_a2c(kDiscrete, kQuick);
  interact(*a2c, kDiscrete, 20'000, true,
           [](const Matrix& action) { return action(0, 0) == 2 ? 1 : 0; });
  const auto actor = a2c->make_actor(1);
  Matrix observation(3, 1), action(1, 1);
  actor->act(observation, action, nullptr);
  EXPECT_EQ(action(0, 0), 2);
  EXPECT_LT(metric(*a2c, "entropy"), std::log(4));
}

TEST(A2c, TheEntropyBonusKeepsThePolicyBroad) {
  const auto entropy_with = [](const TaskShape& task, const char* weight) {
    Settings settings = kQuick;
    settings.emplace_back("entropy_weight", weight);
    const auto a2c = make_a2c(task, settings);
    const auto reward = [](const Matrix& action) { return std::abs(action(0, 0) - 1) < 0.5; };
    interact(*a2c, task, 8000, true, reward);
    metrics_of(*a2c);
    interact(*a2c, task, 400, true, reward);
    return metric(*a2c, "entropy");
  };
  for (const TaskShape& task : {kContinuous, kDiscrete}) {
    EXPECT_GT(entropy_with(task, "1"), entropy_with(task, "0") + 0.5);
  }
}

TEST(A2c, TuneAdoptsLiveParameters) {
  const auto slow = make_a2c(kDiscrete), fast = make_a2c(kDiscrete);
  a2c_entry().tune(*fast, *small_config(a2c_entry(), {{"actor_learning_rate", "0.05"}}));
  for (auto* each : {slow.get(), fast.get()}) EXPECT_EQ(interact(*each, kDiscrete, 15), 1);
  EXPECT_NE(digest_of(*slow), digest_of(*fast));
}

}  // namespace
}  // namespace acp
