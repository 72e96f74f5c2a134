// Every algorithm on the tasks of which the optimum is exact: what cannot be learned there is a
// mistake, not a matter of tuning.
#include <cmath>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/sessions.h"

namespace acp {
namespace {

/// One step with a quadratic objective, one step to the right rather than to the left, and linear-
/// quadratic control in one dimension.
constexpr std::pair<const char*, const char*> kTasks[] = {
    {"bandit", "environment=bandit&reward_scale=10"},
    {"choice", "environment=gridworld&gridworld.map=psg&gridworld.slip=0"},
    {"lqr", "environment=lqr&reward_scale=0.1"}};

/// Quick first, precise in the end.
struct Case {
  std::string task;
  std::string algorithm;
  int steps;
  std::string settings;
  int fine_steps = 0;
  std::string fine = "";
};

std::vector<Case> cases() {
  const std::string small = "hidden_units=16&";
  const std::string replay = small + "batch_size=32&warmup_steps=100&";
  const std::string control = small +
                              "activation=tanh&batch_size=64&warmup_steps=200&buffer_size=2000&"
                              "gamma=0.9&tau=0.05&critic_learning_rate=3e-3&";
  const std::string fine = "actor_learning_rate=3e-5&critic_learning_rate=3e-4";
  const std::string on_policy = "actor_learning_rate=3e-4&critic_learning_rate=1e-3";
  return {
      {"bandit", "sac", 1500, replay + "critic_learning_rate=3e-3&target_entropy=-2"},
      {"bandit", "dpg", 1500, replay + "critic_learning_rate=3e-3&exploration_noise=0.4"},
      {"bandit", "q_actor_critic", 1500, replay + "critic_learning_rate=3e-3"},
      {"bandit", "a2c", 4000, small},
      {"bandit", "reinforce", 4000, small},
      {"choice", "sac_discrete", 1000, replay + "gamma=0.9&temperature=0.05"},
      {"choice", "dqn", 1000, replay + "epsilon_steps=500"},
      {"choice", "tabular_q", 400, ""},
      {"choice", "a2c", 4000, small},
      {"choice", "reinforce", 3000, small},
      {"lqr", "sac", 3000, control + "actor_learning_rate=3e-4&temperature=0.1&target_entropy=-3",
       2000, fine},
      {"lqr", "dpg", 4000, control + "actor_learning_rate=1e-4&exploration_noise=0.4", 3000, fine},
      {"lqr", "q_actor_critic", 4000, control + "actor_learning_rate=1e-4", 3000, fine},
      {"lqr", "a2c", 60'000,
       small + "gamma=0.9&environments=16&steps=10&actor_learning_rate=2e-3&"
               "critic_learning_rate=3e-3",
       40'000, on_policy},
      {"lqr", "reinforce", 200'000, small + "gamma=0.9&episodes_per_update=16", 100'000,
       on_policy}};
}

std::string name_of(const Case& each) { return each.task + "_" + each.algorithm; }
void PrintTo(const Case& each, std::ostream* out) { *out << name_of(each); }

/// `settings` of the algorithm, as pairs of a run.
std::string owned(const Case& each, const std::string& settings) {
  std::string pairs;
  std::istringstream from(settings);
  for (std::string pair; std::getline(from, pair, '&');) {
    pairs += each.algorithm + "." + pair + "&";
  }
  return pairs;
}

std::string configuration(const Case& each) {
  for (const auto& [task, pairs] : kTasks) {
    if (task == each.task) {
      return std::string(pairs) + "&evaluate_every=1000000&algorithm=" + each.algorithm + "&" +
             owned(each, each.settings);
    }
  }
  throw std::invalid_argument(each.task);
}

EnvironmentInfo info_of(const std::string& configuration) {
  const auto config = RunConfig::parse(configuration);
  const auto& entry = environments()[static_cast<std::size_t>(config.run().environment)];
  return entry.make(config.environment())->info();
}

class EveryAlgorithmLearns : public testing::TestWithParam<Case> {};

TEST_P(EveryAlgorithmLearns, ToWithinFivePercentOfTheOptimum) {
  const Case& each = GetParam();
  Session session(configuration(each));
  EXPECT_EQ(session.train(each.steps, kForever), each.steps);
  session.tune(owned(each, each.fine));
  EXPECT_EQ(session.train(each.fine_steps, kForever), each.fine_steps);
  const auto episodes = session.evaluate();
  double mean = 0;
  for (const Episode& episode : episodes) {
    mean += episode.total_reward / static_cast<double>(episodes.size());
  }
  const auto [optimum, random, threshold] = info_of(configuration(each)).reference;
  const double scale = optimum == 0 ? -random : std::abs(optimum);
  std::printf("measured: %s, %s: %.4f, optimum %.4f\n", each.task.c_str(), each.algorithm.c_str(),
              mean, optimum);
  EXPECT_GE(mean, optimum - 0.05 * scale);
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryAlgorithmLearns, testing::ValuesIn(cases()),
                         [](const auto& parameter) { return name_of(parameter.param); });

TEST(Algorithms, LearnWhateverTheyAccept) {
  std::set<std::string> accepted, learned;
  for (const auto& [task, pairs] : kTasks) {
    const TaskShape shape = task_shape(info_of(pairs));
    for (const auto& entry : algorithms()) {
      if (entry.accepts(shape).empty()) accepted.insert(std::string(task) + "_" + entry.id);
    }
  }
  for (const Case& each : cases()) learned.insert(name_of(each));
  EXPECT_EQ(accepted, learned);
}

}  // namespace
}  // namespace acp
