#include "core/env/reacher.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/environments.h"

namespace acp {
namespace {

/// The fingertip.
std::array<double, 2> fingertip(std::span<const double> state) {
  return {std::cos(state[0]) + std::cos(state[0] + state[1]),
          std::sin(state[0]) + std::sin(state[0] + state[1])};
}

TEST(Reacher, StartsAtRestWithTheTargetUniformInTheDisc) {
  const auto reacher = make(reacher_entry());
  Rng rng(1, Stream::environment);
  Moments angle_1, angle_2, x, y, x_squared, area;
  for (int i = 0; i < 20'000; ++i) {
    reacher->reset(rng);
    const auto state = reacher->state();
    EXPECT_EQ(state[2], 0);
    EXPECT_EQ(state[3], 0);
    const double radius_squared = state[4] * state[4] + state[5] * state[5];
    ASSERT_LE(radius_squared, 4 + 1e-12);
    angle_1.add(state[0] * state[0]);
    angle_2.add(state[1] * state[1]);
    x.add(state[4]);
    y.add(state[5]);
    x_squared.add(state[4] * state[4]);
    area.add(radius_squared < 1 ? 1 : 0);
  }
  EXPECT_LT(std::abs(z_of_mean(angle_1, math::kPi * math::kPi / 3)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(angle_2, math::kPi * math::kPi / 3)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(x, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(y, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(x_squared, 1)), kLargestZ);  // R^2 / 4
  EXPECT_LT(std::abs(z_of_mean(area, 0.25)), kLargestZ);
}

TEST(Reacher, RewardsClosenessAndChargesForTorque) {
  const auto reacher = make(reacher_entry());
  reacher->set_state(std::array{0.4, 1.1, 0.5, -0.2, 0.3, -1.2});
  const double reward = step(*reacher, 0.5, -7).reward;
  const auto tip = fingertip(reacher->state());
  const double distance = std::hypot(tip[0] - 0.3, tip[1] + 1.2);
  EXPECT_NEAR(reward, -distance - 0.01 * (0.25 + 1), 1e-12);
  const auto drawing = drawing_of(*reacher);
  EXPECT_EQ(drawing[4], 0.5f);
  EXPECT_EQ(drawing[5], -1);
  EXPECT_EQ(drawing[6], static_cast<float>(reward));
}

TEST(Reacher, SeesTheTargetFromTheSecondLink) {
  const auto reacher = make(reacher_entry());
  reacher->set_state(std::array{0.4, 1.1, 0.5, -0.2, 0.3, -1.2});
  const auto observation = observation_of(*reacher);
  const double turned = 0.4 + 1.1;
  const double ahead = observation[6], aside = observation[7];
  const auto tip = fingertip(reacher->state());
  EXPECT_NEAR(tip[0] + ahead * std::cos(turned) - aside * std::sin(turned), 0.3, 1e-12);
  EXPECT_NEAR(tip[1] + ahead * std::sin(turned) + aside * std::cos(turned), -1.2, 1e-12);
}

TEST(Reacher, TurningTheTableChangesNoReward) {
  const auto straight = make(reacher_entry()), turned = make(reacher_entry());
  const double turn = 0.9, x = 0.3, y = -1.2;
  straight->set_state(std::array{0.4, 1.1, 0.5, -0.2, x, y});
  turned->set_state(std::array{0.4 + turn, 1.1, 0.5, -0.2, x * std::cos(turn) - y * std::sin(turn),
                               x * std::sin(turn) + y * std::cos(turn)});
  for (int t = 0; t < 60; ++t) {
    const double torque = std::sin(0.2 * t);
    EXPECT_NEAR(step(*straight, torque, -0.5).reward, step(*turned, torque, -0.5).reward, 1e-9);
  }
}

TEST(Reacher, FrictionBringsItToRest) {
  const auto reacher = make(reacher_entry());
  reacher->set_state(std::array{0.4, 1.1, 5.0, -3.0, 1.0, 1.0});
  for (int t = 0; t < 1000; ++t) EXPECT_FALSE(step(*reacher, 0, 0).terminated);
  EXPECT_NEAR(reacher->state()[2], 0, 1e-3);
  EXPECT_NEAR(reacher->state()[3], 0, 1e-3);
  const auto free = make(reacher_entry(), "friction", "0");
  free->set_state(std::array{0.4, 0.0, 1.0, 0.0, 1.0, 1.0});
  for (int t = 0; t < 100; ++t) step(*free, 0, 0);
  EXPECT_GT(std::abs(free->state()[2]) + std::abs(free->state()[3]), 0.1);
}

TEST(Reacher, PullingTheFingertipTowardsTheTargetGetsThere) {
  // Torques by the transposed Jacobian, as a spring between fingertip and target would exert.
  const auto reacher = make(reacher_entry());
  const auto returns = returns_of(*reacher, 1, [](const Simulation& each) {
    const auto s = each.state();
    const auto tip = fingertip(s);
    const double x = s[4] - tip[0], y = s[5] - tip[1];
    const double link_x = std::cos(s[0] + s[1]), link_y = std::sin(s[0] + s[1]);
    return std::vector{4 * (tip[0] * y - tip[1] * x) - 0.8 * s[2],
                       4 * (link_x * y - link_y * x) - 0.8 * s[3]};
  });
  EXPECT_GT(returns.mean(), -60);
  EXPECT_LT(returns.mean(), reacher->info().reference.optimum);
}

TEST(Reacher, DragKeepsTheTargetWithinReach) {
  const auto reacher = make(reacher_entry());
  reacher->drag(0.5, -1);
  EXPECT_EQ(reacher->state()[4], 0.5);
  EXPECT_EQ(reacher->state()[5], -1);
  reacher->drag(0, 0);
  EXPECT_EQ(reacher->state()[4], 0);
  reacher->drag(-30, 40);
  EXPECT_NEAR(reacher->state()[4], -1.2, 1e-12);
  EXPECT_NEAR(reacher->state()[5], 1.6, 1e-12);
  reacher->kick(0.5);
  EXPECT_DOUBLE_EQ(reacher->state()[3], 2.5);
}

}  // namespace
}  // namespace acp
