#include "core/env/pendulum.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/environments.h"

namespace acp {
namespace {

std::unique_ptr<Simulation> make_pendulum(const char* gravity = "10") {
  return make(pendulum_entry(), "gravity", gravity);
}

TEST(Pendulum, FollowsGymnasium) {
  EXPECT_EQ(follow_gymnasium(*make_pendulum(), "Pendulum-v1"), 3);
}

TEST(Pendulum, StartsAnywhereWithALowSpeed) {
  const auto pendulum = make_pendulum();
  Rng rng(1, Stream::environment);
  Moments angle, speed, angle_squared, speed_squared;
  for (int i = 0; i < 50'000; ++i) {
    pendulum->reset(rng);
    const auto state = pendulum->state();
    ASSERT_LE(std::abs(state[0]), math::kPi);
    ASSERT_LE(std::abs(state[1]), 1);
    angle.add(state[0]);
    speed.add(state[1]);
    angle_squared.add(state[0] * state[0]);
    speed_squared.add(state[1] * state[1]);
  }
  EXPECT_LT(std::abs(z_of_mean(angle, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(speed, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(angle_squared, math::kPi * math::kPi / 3)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(speed_squared, 1.0 / 3)), kLargestZ);
}

TEST(Pendulum, NeverTerminatesAndLimitsItsSpeed) {
  const auto pendulum = make_pendulum();
  Rng rng(2, Stream::environment);
  pendulum->reset(rng);
  for (int t = 0; t < 5000; ++t) {
    const auto result = step(*pendulum, rng.uniform(-4, 4));
    ASSERT_FALSE(result.terminated);
    ASSERT_LE(std::abs(pendulum->state()[1]), 8);
    ASSERT_LE(result.reward, 0);
    ASSERT_GE(result.reward, -(math::kPi * math::kPi + 0.1 * 64 + 0.001 * 4) - 1e-12);
  }
}

TEST(Pendulum, ClipsTheTorque) {
  const auto weak = make_pendulum(), strong = make_pendulum();
  for (const double sign : {-1.0, 1.0}) {
    weak->set_state(std::array{1.0, 0.5});
    strong->set_state(std::array{1.0, 0.5});
    EXPECT_EQ(step(*weak, 2 * sign).reward, step(*strong, 1e9 * sign).reward);
    EXPECT_TRUE(std::equal(weak->state().begin(), weak->state().end(), strong->state().begin()));
  }
}

TEST(Pendulum, WrapsTheAngleInTheRewardButNotInTheState) {
  const auto reward_at = [](double theta) {
    const auto pendulum = make_pendulum();
    pendulum->set_state(std::array{theta, 0.0});
    return step(*pendulum, 0).reward;
  };
  for (const double theta : {-3.0, -0.5, 0.0, 1.0, 3.1}) {
    for (const int turns : {-7, -1, 1, 5}) {
      const double turned = theta + 2 * math::kPi * turns;
      EXPECT_NEAR(reward_at(turned), -theta * theta, 1e-12);
      const auto pendulum = make_pendulum();
      pendulum->set_state(std::array{turned, 0.0});
      EXPECT_NEAR(drawing_of(*pendulum)[0], theta, 1e-6);
      EXPECT_EQ(pendulum->state()[0], turned);
    }
  }
}

TEST(Pendulum, KickChangesTheSpeedWithinItsLimit) {
  const auto pendulum = make_pendulum();
  pendulum->set_state(std::array{0.3, 1.0});
  pendulum->kick(0.5);
  EXPECT_DOUBLE_EQ(pendulum->state()[1], 3);
  EXPECT_EQ(pendulum->state()[0], 0.3);
  for (int i = 0; i < 5; ++i) pendulum->kick(1);
  EXPECT_EQ(pendulum->state()[1], 8);
  for (int i = 0; i < 9; ++i) pendulum->kick(-1);
  EXPECT_EQ(pendulum->state()[1], -8);
}

TEST(Pendulum, DrawsTheLastTorqueAndReward) {
  const auto pendulum = make_pendulum();
  pendulum->set_state(std::array{0.3, 1.0});
  const double reward = step(*pendulum, 5).reward;
  const auto draw = drawing_of(*pendulum);
  EXPECT_EQ(draw[1], static_cast<float>(pendulum->state()[1]));
  EXPECT_EQ(draw[2], 2);
  EXPECT_EQ(draw[3], static_cast<float>(reward));
}

TEST(Pendulum, GravityIsAParameter) {
  const auto floating = make_pendulum("0");
  floating->set_state(std::array{1.0, 0.5});
  step(*floating, 0);
  EXPECT_EQ(floating->state()[1], 0.5);
}

TEST(Pendulum, EvaluatesOnAGridOf100States) {
  const auto states = make_pendulum()->evaluation_states();
  ASSERT_EQ(states.size(), 100u);
  for (int i = 0; i < 20; ++i) {
    for (int j = 0; j < 5; ++j) {
      const auto& state = states[static_cast<std::size_t>(5 * i + j)];
      EXPECT_NEAR(state[0], -math::kPi + (i + 0.5) * 2 * math::kPi / 20, 1e-12);
      EXPECT_NEAR(state[1], -1 + (j + 0.5) * 0.4, 1e-12);
    }
  }
}

TEST(Pendulum, RestReturnsWhatItShould) {
  const auto pendulum = make_pendulum();
  const auto rest = [](const Simulation&) { return std::vector{0.0}; };
  EXPECT_NEAR(returns_of(*pendulum, 1, rest).mean(), -1220.5, 0.1);
}

}  // namespace
}  // namespace acp
