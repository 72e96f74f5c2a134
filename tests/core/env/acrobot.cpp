#include "core/env/acrobot.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/environments.h"

namespace acp {
namespace {

TEST(Acrobot, FollowsGymnasium) {
  EXPECT_EQ(follow_gymnasium(*make(acrobot_entry()), "Acrobot-v1"), 2);
}

TEST(Acrobot, StartsHangingNearlyAtRest) {
  const auto acrobot = make(acrobot_entry());
  Rng rng(1, Stream::environment);
  Moments component, squared;
  for (int i = 0; i < 20'000; ++i) {
    acrobot->reset(rng);
    for (const double x : acrobot->state()) {
      ASSERT_LE(std::abs(x), 0.1);
      component.add(x);
      squared.add(x * x);
    }
  }
  EXPECT_LT(std::abs(z_of_mean(component, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(squared, 0.01 / 3)), kLargestZ);
}

TEST(Acrobot, TerminatesOnceTheTipIsAboveTheLine) {
  const auto acrobot = make(acrobot_entry(), "gravity", "0");  // stays where it is put
  for (const double theta_1 : {2.0, -2.5, math::kPi}) {
    for (const double theta_2 : {0.0, 0.7, 1.2, -1.5}) {
      acrobot->set_state(std::array{theta_1, theta_2, 0.0, 0.0});
      const StepResult result = step(*acrobot, 1);
      const double height = -std::cos(theta_1) - std::cos(theta_1 + theta_2);
      EXPECT_EQ(result.terminated, height > 1) << theta_1 << " " << theta_2;
      EXPECT_EQ(result.reward, height > 1 ? 0 : -1);
    }
  }
}

TEST(Acrobot, WrapsAnglesAndLimitsSpeeds) {
  const auto acrobot = make(acrobot_entry());
  Rng rng(2, Stream::environment);
  acrobot->reset(rng);
  double fastest = 0;
  for (int t = 0; t < 2000; ++t) {
    if (t % 10 == 0) acrobot->kick(1);
    step(*acrobot, rng.index(3));
    ASSERT_LE(std::abs(acrobot->state()[0]), math::kPi);
    ASSERT_LE(std::abs(acrobot->state()[1]), math::kPi);
    ASSERT_LE(std::abs(acrobot->state()[2]), 4 * math::kPi);
    ASSERT_LE(std::abs(acrobot->state()[3]), 9 * math::kPi);
    fastest = std::max(fastest, std::abs(acrobot->state()[3]));
  }
  EXPECT_GT(fastest, math::kPi);
}

TEST(Acrobot, MirroredActionsMakeMirroredMotion) {
  const auto left = make(acrobot_entry()), right = make(acrobot_entry());
  const std::array state{0.3, -0.4, 0.5, 0.1};
  left->set_state(state);
  right->set_state(std::array{-state[0], -state[1], -state[2], -state[3]});
  for (int t = 0; t < 30; ++t) {
    const int action = t % 3;
    step(*left, action);
    step(*right, 2 - action);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(left->state()[i], -right->state()[i], 1e-9);
  }
}

TEST(Acrobot, PushingWithTheSecondLinkSwingsItUp) {
  const auto acrobot = make(acrobot_entry());
  const Moments returns = returns_of(*acrobot, 1, [](const Simulation& each) {
    return std::vector{each.state()[3] < 0 ? 0.0 : 2.0};
  });
  EXPECT_LT(std::abs(z_of_mean(returns, -92)), kLargestZ);
  EXPECT_LT(returns.standard_deviation(), 30);
}

TEST(Acrobot, DragPointsTheFirstLinkAndKickPushesTheSecond) {
  const auto acrobot = make(acrobot_entry());
  for (const double angle : {0.0, 0.5, -1.5, 3.0}) {
    acrobot->drag(4 * std::sin(angle), -4 * std::cos(angle));
    EXPECT_NEAR(acrobot->state()[0], angle, 1e-12);
    for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(acrobot->state()[i], 0);
  }
  acrobot->kick(-0.5);
  EXPECT_DOUBLE_EQ(acrobot->state()[3], -1.5);
}

TEST(Acrobot, DrawsTheLastTorqueAndReward) {
  const auto acrobot = make(acrobot_entry());
  acrobot->set_state(std::array{0.1, 0.2, 0.3, 0.4});
  step(*acrobot, 0);
  const auto drawing = drawing_of(*acrobot);
  EXPECT_EQ(drawing[0], static_cast<float>(acrobot->state()[0]));
  EXPECT_EQ(drawing[1], static_cast<float>(acrobot->state()[1]));
  EXPECT_EQ(drawing[2], -1);
  EXPECT_EQ(drawing[3], -1);
}

}  // namespace
}  // namespace acp
