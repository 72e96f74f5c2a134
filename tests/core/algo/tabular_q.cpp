#include "core/algo/tabular_q.h"

#include <cmath>
#include <cstdio>

#include <gtest/gtest.h>

#include "core/env/grid_map.h"
#include "core/env/gridworld.h"
#include "core/session/evaluation.h"
#include "support/algorithms.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr int kCells = 5, kActions = 3;
constexpr TaskShape kGrid{kCells, kActions, true, kCells};
constexpr double kNoise = 1e-6;  // of the initial table

std::unique_ptr<Algorithm> make_tabular_q(const Settings& settings, const TaskShape& task = kGrid) {
  return tabular_q_entry().make(*small_config(tabular_q_entry(), settings), task, 1);
}

/// The table [actions x states]: the last that it saves.
Matrix table_of(Algorithm& tabular_q, const TaskShape& task = kGrid) {
  Writer writer;
  tabular_q.save(writer);
  const auto bytes = writer.take();
  Matrix table(task.action_size, task.states);
  const std::size_t column = sizeof(Scalar) * static_cast<std::size_t>(task.action_size);
  const auto* from = bytes.data() + bytes.size() - column * static_cast<std::size_t>(task.states);
  for (int s = 0; s < task.states; ++s, from += column) std::memcpy(table.col(s), from, column);
  return table;
}

Buffer indicator(int state, int states = kCells) {
  Buffer observation(static_cast<std::size_t>(states));
  observation[static_cast<std::size_t>(state)] = 1;
  return observation;
}

int learn(Algorithm& tabular_q, int s, int a, double reward, int next, bool terminated = false,
          bool truncated = false) {
  const Buffer observation = indicator(s), action{static_cast<Scalar>(a)};
  const Buffer next_observation = indicator(next);
  return tabular_q.learn({.observation = observation,
                          .action = action,
                          .reward = static_cast<Scalar>(reward),
                          .next_observation = next_observation,
                          .terminated = terminated,
                          .truncated = truncated});
}

TEST(TabularQ, StartsAtItsInitialValue) {
  const auto tabular_q = make_tabular_q({{"initial_value", "2.5"}});
  const Matrix table = table_of(*tabular_q);
  EXPECT_LT((table.map().array() - 2.5).abs().maxCoeff(), 1.5 * kNoise);
  EXPECT_GT((table.map().array() - 2.5).abs().maxCoeff(), 0);
}

TEST(TabularQ, MakesTheUpdateOfTheEquation) {
  const auto tabular_q = make_tabular_q({{"gamma", "0.5"}, {"learning_rate", "0.25"}});
  struct Step {
    int s, a;
    double reward;
    int next;
    bool terminated, truncated;
    double error, q;  // by hand
  };
  const Step steps[] = {
      {0, 1, 4, 1, false, false, 4, 1},           // from and to zeros
      {1, 2, -2, 0, false, false, -1.5, -0.375},  // bootstraps from 1 of (0, 1)
      {0, 1, 4, 1, false, false, 3, 1.75},        // the best of state 1 is still 0, not -0.375
      {2, 0, 1, 0, true, false, 1, 0.25},         // terminated: no bootstrap from 1.75
      {2, 0, 1, 0, false, true, 1.625, 0.65625},  // a time limit: bootstraps
      {3, 2, 0, 2, false, false, 0.328125, 0.08203125}};
  Matrix expected(kActions, kCells);
  for (const Step& x : steps) {
    EXPECT_EQ(learn(*tabular_q, x.s, x.a, x.reward, x.next, x.terminated, x.truncated), 1);
    EXPECT_NEAR(metric(*tabular_q, "td_error"), std::abs(x.error), 4 * kNoise);
    expected(x.a, x.s) = static_cast<Scalar>(x.q);
    EXPECT_LT((table_of(*tabular_q).map() - expected.map()).cwiseAbs().maxCoeff(), 4 * kNoise);
  }
}

/// Of state 1, with (0, 1, 4) by its three actions, as (0, 0) sees it after one step without
/// reward.
double target_of(const Settings& more, int seed = 1) {
  Settings settings{{"gamma", "0.5"}, {"learning_rate", "1"}};
  settings.insert(settings.end(), more.begin(), more.end());
  const auto config = small_config(tabular_q_entry(), settings);
  const auto tabular_q = tabular_q_entry().make(*config, kGrid, static_cast<std::uint64_t>(seed));
  learn(*tabular_q, 1, 1, 1, 4, true);
  learn(*tabular_q, 1, 2, 4, 4, true);
  learn(*tabular_q, 0, 0, 0, 1);
  const double q = static_cast<double>(table_of(*tabular_q)(0, 0));
  // What it does next is what it has reckoned with.
  Matrix observation(kCells, 1), action(1, 1);
  observation(1, 0) = 1;
  tabular_q->explore(observation, action);
  const double values[] = {0, 1, 4};
  if (more.front().second == "next_action") {
    EXPECT_NEAR(q, 0.5 * values[static_cast<int>(action(0, 0))], 4 * kNoise);
  }
  return q;
}

TEST(TabularQ, TheTargetIsOfTheBestOfAllOrOfTheNextAction) {
  const Settings exploring{{"epsilon_start", "0.3"}, {"epsilon_end", "0.3"}};
  const auto with = [&](const char* target) {
    Settings settings{{"target", target}};
    settings.insert(settings.end(), exploring.begin(), exploring.end());
    return settings;
  };
  EXPECT_NEAR(target_of(with("maximum")), 0.5 * 4, 4 * kNoise);
  EXPECT_NEAR(target_of(with("expectation")), 0.5 * (0.7 * 4 + 0.3 * 5 / 3), 4 * kNoise);
  Moments next;
  for (int seed = 0; seed < 2000; ++seed) next.add(target_of(with("next_action"), seed));
  EXPECT_LT(std::abs(z_of_mean(next, 0.5 * (0.7 * 4 + 0.3 * 5 / 3))), kLargestZ);
  EXPECT_GT(next.variance(), 0.01);
}

TEST(TabularQ, ActsGreedilyButForItsRandomShare) {
  const auto tabular_q =
      make_tabular_q({{"epsilon_start", "0.3"}, {"epsilon_end", "0.3"}, {"learning_rate", "1"}});
  for (int s = 0; s < kCells; ++s) learn(*tabular_q, s, (s + 1) % kActions, 1, 0, true);
  const auto actor = tabular_q->make_actor(1);
  Moments other;
  for (int i = 0; i < 20'000; ++i) {
    Matrix observation(kCells, 1), action(1, 1);
    observation(i % kCells, 0) = 1;
    const int best = (i % kCells + 1) % kActions;
    actor->act(observation, action, nullptr);
    EXPECT_EQ(action(0, 0), best);
    tabular_q->explore(observation, action);
    other.add(action(0, 0) != best ? 1 : 0);
  }
  EXPECT_LT(std::abs(z_of_mean(other, 0.3 * 2 / 3)), kLargestZ);
  EXPECT_NEAR(metric(*tabular_q, "epsilon"), 0.3, 1e-12);
}

TEST(TabularQ, FollowsItsScheduleFromTheFirstStep) {
  const auto tabular_q = make_tabular_q({{"epsilon_end", "0"}, {"epsilon_steps", "4"}});
  Matrix observation(kCells, 1), action(1, 1);
  observation(0, 0) = 1;
  for (const double epsilon : {1.0, 0.75, 0.5, 0.25, 0.0, 0.0}) {
    tabular_q->explore(observation, action);
    EXPECT_NEAR(metric(*tabular_q, "epsilon"), epsilon, 1e-12);
    learn(*tabular_q, 0, 0, 0, 1);
  }
}

TEST(TabularQ, NeedsFinitelyManyStatesAndActions) {
  EXPECT_EQ(tabular_q_entry().accepts(kGrid), "");
  EXPECT_NE(tabular_q_entry().accepts({3, 2, true}).find("dqn"), std::string::npos);
  EXPECT_NE(tabular_q_entry().accepts({3, 2}).find("Q-learning"), std::string::npos);
}

constexpr double kGamma = 0.9;
constexpr const char* kMap = "...g-.x.p-s...";

/// Random steps in a gridworld with this slip, with learning rates one after the other.
Matrix learned_gridworld(const char* slip, const Settings& rates, int steps_per_rate) {
  auto config = gridworld_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "map", kMap), "");
  EXPECT_EQ(set_parameter(*config, "slip", slip), "");
  const auto environment = gridworld_entry().make(*config);
  const TaskShape task = task_shape(environment->info());
  const Settings random{{"gamma", "0.9"}, {"epsilon_start", "1"}, {"epsilon_end", "1"}};
  const auto tabular_q = make_tabular_q(random, task);
  Observer observer(environment->info(), false);
  Matrix observation(task.states, 1), next(task.states, 1), action(1, 1);
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  observer.observe(*environment, observation.col(0));
  int age = 0;
  for (const auto& rate : rates) {
    Settings settings = random;
    settings.push_back(rate);
    tabular_q_entry().tune(*tabular_q, *small_config(tabular_q_entry(), settings));
    for (int step = 0; step < steps_per_rate; ++step) {
      tabular_q->explore(observation, action);
      const double chosen = action(0, 0);
      const auto [reward, terminated] = environment->step({&chosen, 1}, rng);
      const bool truncated = !terminated && ++age == 25;
      observer.observe(*environment, next.col(0));
      tabular_q->learn({.observation = column(std::as_const(observation), 0),
                        .action = column(std::as_const(action), 0),
                        .reward = static_cast<Scalar>(reward),
                        .next_observation = column(std::as_const(next), 0),
                        .terminated = terminated,
                        .truncated = truncated});
      if (terminated || truncated) {
        environment->reset(rng);
        observer.observe(*environment, next.col(0));
        age = 0;
      }
      std::swap(observation, next);
    }
  }
  return table_of(*tabular_q, task);
}

/// The largest difference of the table from the exact Q.
double error_of(const Matrix& table, double slip) {
  const GridMap map = GridMap::parse(kMap);
  const auto Q =
      optimal_values(make_mdp(map, {.step = -0.04, .goal = 1, .pit = -1}, slip, kGamma)).Q;
  double largest = 0;
  for (int s = 0; s < table.cols(); ++s) {
    if (!map.open(s) || map.ends(s)) continue;
    for (int a = 0; a < table.rows(); ++a) {
      largest = std::max(largest, std::abs(table(a, s) - Q(s, a)));
    }
  }
  return largest;
}

TEST(TabularQ, ConvergesToTheExactQWhereNothingIsRandom) {
  EXPECT_LT(error_of(learned_gridworld("0", {{"learning_rate", "1"}}, 20'000), 0), 1e-6);
}

TEST(TabularQ, ConvergesToTheExactQOnASlipperyFloor) {
  const Settings falling{
      {"learning_rate", "0.1"}, {"learning_rate", "0.01"}, {"learning_rate", "0.001"}};
  const double error = error_of(learned_gridworld("0.2", falling, 800'000), 0.2);
  std::printf("measured: tabular Q-learning, slippery gridworld: largest error of Q %.4f\n", error);
  EXPECT_LT(error, 0.03);
}

}  // namespace
}  // namespace acp
