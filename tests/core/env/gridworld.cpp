#include "core/env/gridworld.h"

#include <array>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "support/environments.h"

namespace acp {
namespace {

constexpr std::size_t kFirstCell = 6, kFirstValue = kFirstCell + 144;

std::unique_ptr<Simulation> make_gridworld(const Settings& settings) {
  return make(gridworld_entry(), settings);
}

/// Value iteration on rows of text, written from the rules and from nothing else.
std::vector<double> iterate_values(const std::vector<std::string>& rows, double slip, double step,
                                   double goal, double pit, double gamma) {
  const int height = static_cast<int>(rows.size()), width = static_cast<int>(rows[0].size());
  const auto at = [&](int y, int x) {
    return rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
  };
  std::vector<double> V(static_cast<std::size_t>(height * width));
  const auto value = [&](int y, int x) -> double& {
    return V[static_cast<std::size_t>(y * width + x)];
  };
  double start = 0;  // what a fall off a cliff leads to
  const auto mean_start = [&] {
    double sum = 0, count = 0;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (at(y, x) != 's') continue;
        sum += value(y, x);
        ++count;
      }
    }
    return sum / count;
  };
  const int dy[] = {-1, 0, 1, 0}, dx[] = {0, 1, 0, -1};
  const auto outcome = [&](int y, int x, int direction) {
    int ny = y + dy[direction], nx = x + dx[direction];
    const bool outside = ny < 0 || nx < 0 || ny >= height || nx >= width;
    if (outside || at(ny, nx) == 'x') {
      ny = y;
      nx = x;
    }
    if (at(ny, nx) == 'g') return step + goal;
    if (at(ny, nx) == 'p') return step + pit;
    if (at(ny, nx) == 'c') return step + pit + gamma * start;
    return step + gamma * value(ny, nx);
  };
  for (int sweep = 0; sweep < 5000; ++sweep) {
    start = mean_start();
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (at(y, x) != '.' && at(y, x) != 's') continue;
        double best = -INFINITY;
        for (int a = 0; a < 4; ++a) {
          best =
              std::max(best, (1 - slip) * outcome(y, x, a) + slip / 2 * outcome(y, x, (a + 1) % 4) +
                                 slip / 2 * outcome(y, x, (a + 3) % 4));
        }
        value(y, x) = best;
      }
    }
  }
  return V;
}

TEST(Gridworld, ShowsTheOptimalValues) {
  const auto values =
      iterate_values({"s..x...p", ".x.x.x.c", ".x...x.g", "pp...c.s"}, 0.3, -0.05, 2, -3, 0.99);
  const auto world = make_gridworld({{"map", "s..x...p-.x.x.x.c-.x...x.g-pp...c.s"},
                                     {"slip", "0.3"},
                                     {"step_reward", "-0.05"},
                                     {"goal_reward", "2"},
                                     {"pit_reward", "-3"},
                                     {"discount", "0.99"}});
  const auto draw = drawing_of(*world);
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_NEAR(draw[kFirstValue + i], values[i], 1e-6) << i;
  }
  EXPECT_GT(values[31], 0.1);
}

TEST(Gridworld, TheDefaultIsTheWorldOfRussellAndNorvig) {
  EXPECT_NEAR(make_gridworld({})->info().reference.optimum, 0.705, 0.0005);
}

TEST(Gridworld, RandomMovesReturnWhatTheyShould) {
  const auto world = make_gridworld({{"map", "s..g-.x.p-s..."}});
  const auto returns = random_returns(*world, 200);
  EXPECT_LT(std::abs(z_of_mean(returns, world->info().reference.random)), kLargestZ);
}

TEST(Gridworld, SlipsToBothSidesAlike) {
  const auto world = make_gridworld({{"map", "...-.s.-..g"}, {"slip", "0.3"}});
  Rng rng(3, Stream::environment);
  Moments ahead, right, left, back;
  for (int i = 0; i < 20'000; ++i) {
    world->set_state(std::array{1.0, 1.0});
    world->step(std::array{1.0}, rng);
    const auto [row, column] = std::array{world->state()[0], world->state()[1]};
    ahead.add(column == 2);
    right.add(row == 2);
    left.add(row == 0);
    back.add(column == 0);
  }
  EXPECT_LT(std::abs(z_of_mean(ahead, 0.7)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(right, 0.15)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(left, 0.15)), kLargestZ);
  EXPECT_EQ(back.mean(), 0);
}

TEST(Gridworld, StartsAtEachStartAlike) {
  const auto world = make_gridworld({{"map", "s.s-sg."}});
  Rng rng(4, Stream::environment);
  std::vector<int> counts(3);
  for (int i = 0; i < 30'000; ++i) {
    world->reset(rng);
    ++counts[world->state()[0] == 1 ? 2 : world->state()[1] == 2 ? 1 : 0];
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
  EXPECT_EQ(world->evaluation_states().size(), 102u);
  EXPECT_EQ(make_gridworld({{"map", "s.s-sg."}, {"slip", "0"}})->evaluation_states().size(), 3u);
}

TEST(Gridworld, GoalAndPitEndAnEpisode) {
  const auto world = make_gridworld({{"map", "gs-.p"}, {"slip", "0"}, {"step_reward", "-0.5"}});
  world->set_state(std::array{0.0, 1.0});
  const auto goal = step(*world, 3);
  EXPECT_DOUBLE_EQ(goal.reward, 0.5);
  EXPECT_TRUE(goal.terminated);
  EXPECT_EQ(world->state()[1], 0);
  const auto after = step(*world, 1);
  EXPECT_EQ(after.reward, 0);
  EXPECT_TRUE(after.terminated);
  world->set_state(std::array{0.0, 1.0});
  const auto wall = step(*world, 0);
  EXPECT_DOUBLE_EQ(wall.reward, -0.5);
  EXPECT_FALSE(wall.terminated);
  const auto pit = step(*world, 2);
  EXPECT_DOUBLE_EQ(pit.reward, -1.5);
  EXPECT_TRUE(pit.terminated);
}

TEST(Gridworld, WhoFallsOffACliffIsBackAtAStart) {
  const auto world = make_gridworld(
      {{"map", "s.g-scs"}, {"slip", "0"}, {"pit_reward", "-99"}, {"step_reward", "-1"}});
  Rng rng(5, Stream::environment);
  std::vector<int> counts(3);
  for (int i = 0; i < 30'000; ++i) {
    world->set_state(std::array{0.0, 1.0});
    const auto fall = world->step(std::array{2.0}, rng);
    EXPECT_EQ(fall.reward, -100);
    EXPECT_FALSE(fall.terminated);
    ++counts[world->state()[0] == 0 ? 0 : world->state()[1] == 0 ? 1 : 2];
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
  world->drag(1, 1);  // nobody stands there
  EXPECT_NE(world->state()[0] * 10 + world->state()[1], 11);
}

/// Sutton and Barto (2018), example 6.6.
TEST(Gridworld, TheCliffIsThatOfTheBook) {
  const auto world = make_gridworld({{"map", "............-............-............-sccccccccccg"},
                                     {"slip", "0"},
                                     {"step_reward", "-1"},
                                     {"goal_reward", "0"},
                                     {"pit_reward", "-99"}});
  EXPECT_EQ(world->info().states, 48);
  EXPECT_NEAR(world->info().reference.optimum, -13, 1e-9);
  const auto fall = step(*world, 1);
  EXPECT_EQ(fall.reward, -100);
  EXPECT_FALSE(fall.terminated);
  EXPECT_EQ(step(*world, 0).reward, -1);
  for (int i = 0; i < 11; ++i) EXPECT_EQ(step(*world, 1).reward, -1);
  const auto end = step(*world, 2);
  EXPECT_EQ(end.reward, -1);
  EXPECT_TRUE(end.terminated);
}

TEST(Gridworld, RandomMovesOnACliffReturnWhatTheyShould) {
  const auto world = make_gridworld({{"map", "s...-.cc.-s..g"}, {"pit_reward", "-2"}});
  const auto returns = random_returns(*world, 400);
  EXPECT_LT(std::abs(z_of_mean(returns, world->info().reference.random)), kLargestZ);
}

TEST(Gridworld, ObservesTheIndicatorOfItsCell) {
  const auto world = make_gridworld({});
  EXPECT_EQ(world->info().states, 12);
  ASSERT_EQ(world->info().observation.size(), 12u);
  world->set_state(std::array{1.0, 2.0});
  std::vector<double> observation(12), expected(12);
  expected[6] = 1;
  world->observe(observation);
  EXPECT_EQ(observation, expected);
}

TEST(Gridworld, NobodyIsPutIntoAWallOrOutside) {
  const auto world = make_gridworld({});
  const auto expect_at = [&](double row, double column) {
    EXPECT_EQ(world->state()[0], row);
    EXPECT_EQ(world->state()[1], column);
  };
  world->drag(0, 1);
  expect_at(1, 0);
  world->drag(1, 1);
  EXPECT_NE(world->state()[0] * 10 + world->state()[1], 11);
  world->set_state(std::array{1e5, -1e5});
  expect_at(2, 0);
  world->drag(3, 0);  // the goal
  expect_at(0, 2);
  world->kick(1);
  expect_at(0, 2);
  world->kick(-0.2);
  expect_at(0, 1);
  world->kick(0);
  expect_at(0, 1);
}

TEST(Gridworld, DrawsItsMapAndTheLastMove) {
  const auto world = make_gridworld({{"slip", "0"}});
  auto draw = drawing_of(*world);
  ASSERT_EQ(draw.size(), kFirstValue + 144);
  EXPECT_EQ(world->info().draw[kFirstCell], "cell_0");
  EXPECT_EQ(world->info().draw[kFirstValue], "value_0");
  EXPECT_EQ(draw[4], -1);
  const float cells[] = {0, 0, 0, 2, 0, 1, 0, 3, 4, 0, 0, 0, 0};
  EXPECT_TRUE(std::equal(std::begin(cells), std::end(cells), draw.begin() + kFirstCell));
  step(*world, 1);
  draw = drawing_of(*world);
  const float head[] = {3, 4, 2, 1, 1, -0.04F};
  EXPECT_TRUE(std::equal(std::begin(head), std::end(head), draw.begin()));
}

TEST(Gridworld, RefusesAMapWithItsFault) {
  const auto config = gridworld_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "map", "s.-.."), "\"s.-..\" has no goal g");
  EXPECT_EQ(set_parameter(*config, "map", "sg-."), "\"sg-.\" has 1 cells in row 2 but 2 in row 1");
  EXPECT_EQ(set_parameter(*config, "map", std::string(156, 's')).find("is longer than 155"), 46u);
}

}  // namespace
}  // namespace acp
