// Rewards that are written in the place of a task's own: what they are of, what they pay, and that
// all else stays as it was.
#include "core/env/written_reward.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/escape.h"
#include "core/env/exact_model.h"
#include "support/allocations.h"
#include "support/environments.h"
#include "support/sessions.h"

namespace acp {

const RewardLanguage* reward_language() { return &formula_rewards(); }

namespace {

const EnvironmentEntry& entry_named(const std::string& id) {
  for (const auto& entry : own_environments) {
    if (entry.id == id) return entry;
  }
  throw std::invalid_argument(id);
}

std::unique_ptr<Environment> own(const std::string& id) {
  const auto config = entry_named(id).make_config();
  return entry_named(id).make(*config);
}

std::unique_ptr<Environment> paying(const std::string& id, const std::string& reward) {
  auto environment = own(id);
  EXPECT_EQ(formula_rewards().check(environment->info(), escaped(reward)), "") << reward;
  return formula_rewards().pay(std::move(environment), escaped(reward));
}

std::string complaint_of(const std::string& id, const std::string& reward) {
  return formula_rewards().check(own(id)->info(), escaped(reward));
}

std::vector<std::string> variables_of(const std::string& id) {
  return formula_rewards().variables(own(id)->info());
}

std::string with_reward(const std::string& config, const std::string& reward) {
  return config + "&reward=" + escaped(reward);
}

std::string digest_of(const std::string& config) {
  Session session(config);
  session.train(2000, kForever);
  EXPECT_EQ(session.status(), "");
  return session.digest();
}

struct Evaluations final : Listener {
  void evaluation(const EvaluationRow& row) override { rows.push_back(row); }
  std::vector<EvaluationRow> rows;
};

EvaluationRow evaluation_of(const std::string& config) {
  Session session(config + "&evaluate_every=100");
  Evaluations evaluations;
  session.listen(&evaluations);
  session.train(100, kForever);
  return evaluations.rows.at(0);
}

TEST(WrittenReward, OfTheTaskLearnsToItsBits) {
  for (const std::string config :
       {"environment=pendulum&algorithm=sac", "environment=cart_pole&algorithm=dqn"}) {
    EXPECT_EQ(digest_of(with_reward(config, "reward")), digest_of(config));
    EXPECT_NE(digest_of(with_reward(config, "2 reward")), digest_of(config));
  }
}

TEST(WrittenReward, LikeThatOfATaskLearnsToItsBits) {
  const std::string config = "environment=pendulum&algorithm=sac";
  const char* reward = "-(wrap(theta)^2 + 0.1 theta_dot^2 + 0.001 torque^2)";
  EXPECT_EQ(digest_of(with_reward(config, reward)), digest_of(config));
}

TEST(WrittenReward, IsOfStateActionNextStateAndReward) {
  const auto plain = own("pendulum");
  const auto environment =
      paying("pendulum", "theta + 10 theta_dot' + 100 torque + 1000 reward + pi");
  const std::vector<double> start{0.5, 0.25};
  set_state(*plain, start);
  set_state(*environment, start);
  const double reward = step(*plain, 1.5).reward;
  EXPECT_DOUBLE_EQ(step(*environment, 1.5).reward,
                   0.5 + 10 * state_of(*plain)[1] + 100 * 1.5 + 1000 * reward + 3.141592653589793);
  EXPECT_EQ(environment->original_reward(), reward);
  EXPECT_TRUE(std::isnan(plain->original_reward()));
  set_state(*environment, start);
  const auto beyond = paying("pendulum", "torque");
  set_state(*beyond, start);
  EXPECT_EQ(step(*beyond, 5.0).reward, 2);
}

TEST(WrittenReward, OfChoicesCountsThem) {
  const auto environment = paying("mountain_car", "if(action == no_push, 7, action) + push_right");
  set_state(*environment, std::vector{-0.5, 0.0});
  EXPECT_EQ(step(*environment, 0).reward, 0 + 2);
  EXPECT_EQ(step(*environment, 1).reward, 7 + 2);
  EXPECT_EQ(step(*environment, 2).reward, 2 + 2);
}

TEST(WrittenReward, NamesWhatItIsOf) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(variables_of("pendulum"),
            (Names{"theta", "theta_dot", "theta'", "theta_dot'", "torque", "reward"}));
  EXPECT_EQ(variables_of("mountain_car"),
            (Names{"position", "velocity", "position'", "velocity'", "action", "push_left",
                   "no_push", "push_right", "reward"}));
  const EnvironmentInfo odd{
      .id = "odd",
      .title = "",
      .help = "",
      .source = "",
      .observation = {},
      .action = {.names = {"1st", "\xce\xb8"}, .low = {-1, -1}, .high = {1, 1}},
      .state = {{"x y", -1, 1}, {"x_y", -1, 1}, {"sin", -1, 1}, {"reward", -1, 1}, {"", -1, 1}},
      .draw = {},
      .time_limit = 1,
      .seconds_per_step = 1,
      .reference = {}};
  EXPECT_EQ(formula_rewards().variables(odd),
            (Names{"x_y", "x_y_", "sin_", "reward_", "_", "x_y'", "x_y_'", "sin_'", "reward_'",
                   "_'", "_1st", "__", "reward"}));
}

TEST(WrittenReward, MayBeOfAllThatIsNamedInEveryEnvironment) {
  for (const auto& entry : own_environments) {
    std::string all;
    for (const auto& name : variables_of(entry.id)) all += (all.empty() ? "" : " + ") + name;
    const auto environment = paying(entry.id, all);
    Rng rng(1, Stream::environment);
    environment->reset(rng);
    const auto result = environment->step(random_action(environment->info().action, rng), rng);
    EXPECT_TRUE(std::isfinite(result.reward)) << entry.id;
    EXPECT_TRUE(std::isfinite(environment->original_reward())) << entry.id;
  }
}

TEST(WrittenReward, LeavesAllElseAsItWas) {
  for (const auto& entry : own_environments) {
    const auto plain = own(entry.id);
    const auto environment = paying(entry.id, "1 - reward");
    Rng one(3, Stream::environment), other(3, Stream::environment);
    plain->reset(one);
    environment->reset(other);
    EXPECT_EQ(environment->evaluation_states(), plain->evaluation_states());
    EXPECT_EQ(environment->info().time_limit, plain->info().time_limit);
    plain->pointer()->kick(1);
    environment->pointer()->kick(1);
    for (int t = 0; t < 30; ++t) {
      Rng actions(static_cast<std::uint64_t>(t), Stream::policy);
      const auto action = random_action(plain->info().action, actions);
      const StepResult before = plain->step(action, one);
      const StepResult now = environment->step(action, other);
      EXPECT_EQ(now.reward, 1 - before.reward);
      EXPECT_EQ(now.terminated, before.terminated);
      EXPECT_EQ(state_of(*environment), state_of(*plain));
      EXPECT_EQ(observation_of(*environment), observation_of(*plain));
      if (before.terminated) break;
    }
    std::vector<float> shown(plain->info().draw.size()), same(shown.size());
    plain->drawing()->draw(shown);
    environment->drawing()->draw(same);
    EXPECT_EQ(same, shown);
  }
}

TEST(WrittenReward, HasNoExactSolutionsAndNoReferences) {
  for (const char* id : {"gridworld", "bandit", "lqr"}) {
    ASSERT_NE(own(id)->exact_model(0.9), nullptr);
    const auto environment = paying(id, "reward");
    EXPECT_EQ(environment->exact_model(0.9), nullptr);
    EXPECT_TRUE(std::isnan(environment->info().reference.optimum));
    EXPECT_TRUE(std::isnan(environment->info().reference.threshold));
  }
  const Session session("environment=gridworld&reward=2*reward");
  EXPECT_THROW(session.finite_process(""), std::invalid_argument);
}

TEST(WrittenReward, StepsDoNotAllocateAndClonesAreAlike) {
  const auto environment = paying("cart_pole", "cos(theta') - 0.1 (action == push_left)");
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  const auto clone = environment->clone();
  std::vector<double> action{0};
  const auto before = allocations().made;
  const double reward = environment->step(action, rng).reward;
  EXPECT_EQ(allocations().made, before);
  EXPECT_EQ(clone->step(action, rng).reward, reward);
  EXPECT_EQ(clone->original_reward(), 1);
}

TEST(WrittenReward, SaysWhereATextIsWrongAndWhatIsAllowed) {
  const std::pair<const char*, const char*> cases[] = {
      {"reward + angle",
       "line 1, column 10: angle is not known here; known are pi, reward, theta, theta', "
       "theta_dot, theta_dot', torque, and functions"},
      {"reward +\n thta", "line 2, column 2: thta is not known here; did you mean theta?"},
      {"reward + ", "line 1, column 10: expected a number, a name or ( before the end"},
      {"reward; 2", "line 1, column 7: did not expect ;"},
      {"reward: 2", "line 1, column 1: expected a number, a name or ( instead of reward"},
      {"normal(0, 1)", "line 1, column 1: normal is allowed in state and next alone"},
      {" ", "line 1, column 2: expected a number, a name or ( before the end"},
  };
  for (const auto& [reward, complaint] : cases) {
    EXPECT_EQ(complaint_of("pendulum", reward), complaint) << reward;
  }
}

TEST(WrittenReward, IsAParameterOfTheRun) {
  const auto complaint_about = [](const std::string& config) -> std::string {
    try {
      return RunConfig::parse(config).print();
    } catch (const ConfigError& error) {
      return error.what();
    }
  };
  const std::string text = "environment=pendulum&algorithm=sac&reward=reward+10";
  EXPECT_EQ(RunConfig::parse("environment=pendulum&reward=reward%2B10").print(), text);
  EXPECT_EQ(RunConfig::parse(text).print(), text);
  EXPECT_EQ(RunConfig::parse("environment=pendulum&reward=").print(),
            "environment=pendulum&algorithm=sac");
  EXPECT_EQ(complaint_about("environment=pendulum&reward=re%2"),
            "reward: \"re%2\" has a % without two of the digits 0 to 9 and A to F behind it");
  EXPECT_EQ(complaint_about("environment=pendulum&reward=" + std::string(1001, '1')),
            "reward: \"" + std::string(40, '1') + "…\" is longer than 1000 characters");
  EXPECT_EQ(complaint_about("environment=pendulum&reward=2(x"),
            "reward: line 1, column 3: x is not known here; known are pi, reward, theta, theta', "
            "theta_dot, theta_dot', torque, and functions");
  EXPECT_THROW(Session("environment=pendulum").tune("reward=1"), ConfigError);
}

TEST(WrittenReward, ThatIsNotFiniteStopsTheRun) {
  Session session(with_reward("environment=pendulum", "log(theta_dot - 100)"));
  session.train(10, kForever);
  EXPECT_EQ(session.status(), "Stopped at environment step 0: reward is not a finite number");
}

TEST(WrittenReward, IsEvaluatedBesideTheOriginalOne) {
  const std::string config = "environment=pendulum&algorithm=sac&sac.warmup_steps=1000";
  const EvaluationRow plain = evaluation_of(config);
  const EvaluationRow written = evaluation_of(with_reward(config, "reward + 10"));
  EXPECT_TRUE(std::isnan(plain.original_return));
  EXPECT_EQ(written.original_return, plain.mean_return);
  EXPECT_NEAR(written.mean_return, plain.mean_return + 200 * 10, 1e-9);
}

}  // namespace
}  // namespace acp
