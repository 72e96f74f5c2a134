#include "core/env/cart_pole.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/environments.h"

namespace acp {
namespace {

TEST(CartPole, FollowsGymnasium) {
  EXPECT_EQ(follow_gymnasium(*make(cart_pole_entry()), "CartPole-v1"), 2);
}

class BothCartPoles : public testing::TestWithParam<EnvironmentEntry (*)()> {
 protected:
  std::unique_ptr<Simulation> cart_ = make(GetParam()());
  double start_ = std::string(cart_->info().id) == "cart_pole" ? 0 : math::kPi;
};

TEST_P(BothCartPoles, StartsNearlyAtRest) {
  Rng rng(1, Stream::environment);
  Moments component, squared;
  for (int i = 0; i < 20'000; ++i) {
    cart_->reset(rng);
    for (std::size_t j = 0; j < 4; ++j) {
      const double x = cart_->state()[j] - (j == 2 ? start_ : 0);
      ASSERT_LE(std::abs(x), 0.05);
      component.add(x);
      squared.add(x * x);
    }
  }
  EXPECT_LT(std::abs(z_of_mean(component, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(squared, 0.0025 / 3)), kLargestZ);
}

TEST_P(BothCartPoles, TerminatesOffTheTrack) {
  for (const double side : {-1.0, 1.0}) {
    cart_->set_state(std::array{side * 2.37, side * 1.0, start_, 0.0});
    EXPECT_FALSE(step(*cart_, 0).terminated);
    cart_->set_state(std::array{side * 2.39, side * 1.0, start_, 0.0});
    EXPECT_TRUE(step(*cart_, 0).terminated);
  }
}

TEST_P(BothCartPoles, KickPushesThePoleAndDragMovesTheCart) {
  cart_->set_state(std::array{0.5, 0.1, start_, 0.2});
  cart_->kick(-0.5);
  EXPECT_NEAR(cart_->state()[3], -0.8, 1e-12);
  cart_->drag(-1, 3);
  const std::array expected{-1.0, 0.0, start_, 0.0};
  EXPECT_TRUE(std::equal(expected.begin(), expected.end(), cart_->state().begin()));
  cart_->drag(9, 0);
  EXPECT_EQ(cart_->state()[0], 2.4);
}

TEST_P(BothCartPoles, DrawsTheWrappedAngleAndTheLastForce) {
  cart_->set_state(std::array{0.5, 0.0, 0.1 + 6 * math::kPi, 0.0});
  EXPECT_NEAR(drawing_of(*cart_)[1], 0.1, 1e-6);
  const double reward = step(*cart_, 1).reward;
  EXPECT_EQ(drawing_of(*cart_)[2], start_ == 0 ? 10 : 1);
  EXPECT_EQ(drawing_of(*cart_)[3], static_cast<float>(reward));
}

INSTANTIATE_TEST_SUITE_P(CartPole, BothCartPoles,
                         testing::Values(cart_pole_entry, cart_pole_swing_up_entry),
                         [](const auto& each) { return std::string(each.param().id); });

TEST(CartPole, TerminatesBeyond12Degrees) {
  const auto cart = make(cart_pole_entry());
  const double limit = 12 * math::kPi / 180;
  for (const double side : {-1.0, 1.0}) {
    cart->set_state(std::array{0.0, 0.0, side * (limit - 1e-9), 0.0});
    EXPECT_FALSE(step(*cart, 0).terminated);
    cart->set_state(std::array{0.0, 0.0, side * (limit + 1e-9), 0.0});
    const StepResult last = step(*cart, 0);
    EXPECT_TRUE(last.terminated);
    EXPECT_EQ(last.reward, 1);
  }
}

TEST(CartPole, ALinearRuleHoldsIt) {
  const auto returns = returns_of(*make(cart_pole_entry()), 1, [](const Simulation& each) {
    const auto s = each.state();
    return std::vector{s[2] + 0.25 * s[3] + 0.02 * s[0] + 0.05 * s[1] > 0 ? 1.0 : 0.0};
  });
  EXPECT_EQ(returns.mean(), 500);
}

/// Of cart and pole, from Lagrangian mechanics: a uniform rod of 0.1 kg and 1 m on a cart of 1 kg.
double energy(std::span<const double> state) {
  const double speed = state[1], angle = state[2], turning = state[3];
  const double across = speed + 0.5 * turning * std::cos(angle);
  const double down = 0.5 * turning * std::sin(angle);
  return 0.5 * speed * speed + 0.05 * (across * across + down * down) +
         0.5 * (0.1 / 12) * turning * turning + 0.1 * 9.8 * 0.5 * std::cos(angle);
}

TEST(CartPoleSwingUp, KeepsItsEnergyWithoutForce) {
  const auto cart = make(cart_pole_swing_up_entry());
  for (const double angle : {3.0, 2.0, 0.3, -1.0}) {
    cart->set_state(std::array{0.0, 0.0, angle, 0.0});
    const double before = energy(cart->state());
    for (int t = 0; t < 500; ++t) step(*cart, 0);
    EXPECT_NEAR(energy(cart->state()), before, 1e-3 * 0.49);
  }
}

TEST(CartPoleSwingUp, AForceDoesItsWork) {
  const auto cart = make(cart_pole_swing_up_entry());
  for (const double force : {-10.0, 3.0, 10.0}) {
    cart->set_state(std::array{0.0, 0.4, 2.5, -1.0});
    const double before = energy(cart->state());
    for (int t = 0; t < 20; ++t) step(*cart, force);
    EXPECT_NEAR(energy(cart->state()) - before, force * cart->state()[0], 1e-5);
  }
}

TEST(CartPoleSwingUp, IsTheSameInAMirror) {
  const auto left = make(cart_pole_swing_up_entry()), right = make(cart_pole_swing_up_entry());
  left->set_state(std::array{0.1, -0.2, 2.0, 1.0});
  right->set_state(std::array{-0.1, 0.2, -2.0, -1.0});
  for (int t = 0; t < 60; ++t) {
    const double force = 10 * std::sin(0.3 * t);
    EXPECT_NEAR(step(*left, force).reward, step(*right, -force).reward, 1e-9);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(left->state()[i], -right->state()[i], 1e-9);
  }
}

TEST(CartPoleSwingUp, RewardsAtMostOneAndNeverPunishes) {
  const auto cart = make(cart_pole_swing_up_entry());
  cart->set_state(std::array{0.0, 0.0, 0.0, 0.0});
  EXPECT_EQ(step(*cart, 0).reward, 1);
  EXPECT_LT(step(*cart, 10).reward, 1);
  Rng rng(2, Stream::environment);
  for (int t = 0; t < 5000; ++t) {
    cart->set_state(
        std::array{rng.uniform(-5, 5), rng.uniform(-9, 9), rng.uniform(-9, 9), rng.uniform(-9, 9)});
    const double reward = step(*cart, rng.uniform(-20, 20)).reward;
    ASSERT_GE(reward, 0);
    ASSERT_LE(reward, 1);
  }
}

}  // namespace
}  // namespace acp
