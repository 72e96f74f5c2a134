#include "core/env/mountain_car.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "support/environments.h"

namespace acp {
namespace {

double signed_one(double x) { return x < 0 ? -1 : 1; }

TEST(MountainCar, FollowsGymnasium) {
  EXPECT_EQ(follow_gymnasium(*make(mountain_car_entry()), "MountainCar-v0"), 1);
  const auto continuous = make(mountain_car_continuous_entry());
  EXPECT_EQ(follow_gymnasium(*continuous, "MountainCarContinuous-v0"), 3);
}

class BothMountainCars : public testing::TestWithParam<EnvironmentEntry (*)()> {
 protected:
  std::unique_ptr<Simulation> car_ = make(GetParam()());
};

TEST_P(BothMountainCars, StartsAtRestInTheValley) {
  Rng rng(1, Stream::environment);
  Moments position, squared;
  for (int i = 0; i < 20'000; ++i) {
    car_->reset(rng);
    const double offset = car_->state()[0] + 0.5;
    ASSERT_LE(std::abs(offset), 0.1);
    ASSERT_EQ(car_->state()[1], 0);
    position.add(offset);
    squared.add(offset * offset);
  }
  EXPECT_LT(std::abs(z_of_mean(position, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(squared, 0.01 / 3)), kLargestZ);
}

TEST_P(BothMountainCars, TheLeftWallStopsTheCar) {
  car_->set_state(std::array{-1.19, -0.06});
  step(*car_, 0);
  EXPECT_EQ(car_->state()[0], -1.2);
  EXPECT_EQ(car_->state()[1], 0);
}

TEST_P(BothMountainCars, TerminatesAtTheGoalOnlyWhenNotGoingBack) {
  car_->set_state(std::array{0.59, -0.06});
  EXPECT_FALSE(step(*car_, 0).terminated);
  EXPECT_GT(car_->state()[0], 0.5);
  car_->set_state(std::array{0.49, 0.03});
  EXPECT_TRUE(step(*car_, 0).terminated);
}

TEST_P(BothMountainCars, KickAndDragKeepToTheTrack) {
  car_->set_state(std::array{-0.5, 0.0});
  car_->kick(0.5);
  EXPECT_DOUBLE_EQ(car_->state()[1], 0.015);
  for (int i = 0; i < 9; ++i) car_->kick(-1);
  EXPECT_EQ(car_->state()[1], -0.07);
  car_->drag(0.2, 9);
  EXPECT_EQ(car_->state()[0], 0.2);
  EXPECT_EQ(car_->state()[1], 0);
  car_->drag(-5, 0);
  EXPECT_EQ(car_->state()[0], -1.2);
  car_->drag(5, 0);
  EXPECT_EQ(car_->state()[0], 0.6);
}

INSTANTIATE_TEST_SUITE_P(MountainCar, BothMountainCars,
                         testing::Values(mountain_car_entry, mountain_car_continuous_entry),
                         [](const auto& each) { return std::string(each.param().id); });

TEST(MountainCar, TheGoalsAreThoseOfGymnasium) {
  for (const double goal : {0.45, 0.5}) {
    const auto car = make(goal == 0.5 ? mountain_car_entry() : mountain_car_continuous_entry());
    const double slope = 0.0025 * std::cos(3 * (goal - 0.02));
    const double power = goal == 0.5 ? 0.001 : 0.0015;
    for (const double miss : {-1e-9, 1e-9}) {  // the last step is one of 0.02 at full throttle
      car->set_state(std::array{goal - 0.02, 0.02 + slope - power + miss});
      EXPECT_EQ(step(*car, goal == 0.5 ? 2 : 1).terminated, miss > 0) << goal;
    }
  }
}

TEST(MountainCar, EveryStepCostsOne) {
  const auto car = make(mountain_car_entry());
  car->set_state(std::array{0.49, 0.03});
  EXPECT_EQ(step(*car, 2).reward, -1);
  EXPECT_EQ(drawing_of(*car)[2], 1);
  EXPECT_EQ(drawing_of(*car)[3], -1);
}

TEST(MountainCar, TheCostTakesTheForceUnclipped) {
  const auto car = make(mountain_car_continuous_entry());
  const auto clipped = make(mountain_car_continuous_entry());
  EXPECT_DOUBLE_EQ(step(*car, -3).reward, -0.9);
  EXPECT_DOUBLE_EQ(step(*clipped, -1).reward, -0.1);
  EXPECT_EQ(car->state()[1], clipped->state()[1]);
  EXPECT_EQ(drawing_of(*car)[2], -1);
}

TEST(MountainCar, RulesReturnWhatTheyShould) {
  // Push the way the car moves: known figures over random starts, here over the fixed ones.
  const auto along = [](double force) {
    return [force](const Simulation& each) {
      return std::vector{force * signed_one(each.state()[1])};
    };
  };
  const auto continuous = make(mountain_car_continuous_entry());
  EXPECT_NEAR(returns_of(*continuous, 1, along(1)).mean(), 89.3, 0.1);
  EXPECT_NEAR(returns_of(*continuous, 1, along(0.4)).mean(), 97.0, 0.1);
  const auto rest = [](const Simulation&) { return std::vector{0.0}; };
  EXPECT_EQ(returns_of(*continuous, 1, rest).mean(), 0);
  const auto discrete = make(mountain_car_entry());
  const auto with_it = [](const Simulation& each) {
    return std::vector{1 + signed_one(each.state()[1])};
  };
  const Moments returns = returns_of(*discrete, 1, with_it);
  EXPECT_LT(std::abs(z_of_mean(returns, -119.4)), kLargestZ);
  EXPECT_LT(returns.standard_deviation(), 10);
}

TEST(MountainCar, WithEnoughPowerItDrivesStraightUp) {
  const auto car = make(mountain_car_continuous_entry(), "power", "0.005");
  for (const auto& state : car->evaluation_states()) {
    car->set_state(state);
    bool up = false;
    for (int t = 0; t < 40 && !up; ++t) {
      up = step(*car, 1).terminated;
      ASSERT_GT(car->state()[1], 0);
    }
    EXPECT_TRUE(up);
  }
}

TEST(MountainCar, TheContinuousOneEvaluatesOnAGrid) {
  const auto states = make(mountain_car_continuous_entry())->evaluation_states();
  ASSERT_EQ(states.size(), 20u);
  for (int i = 0; i < 20; ++i) {
    const auto& state = states[static_cast<std::size_t>(i)];
    EXPECT_NEAR(state[0], -0.595 + 0.01 * i, 1e-12);
    EXPECT_EQ(state[1], 0);
  }
}

}  // namespace
}  // namespace acp
