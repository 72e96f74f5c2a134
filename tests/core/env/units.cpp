#include "core/env/units.h"

#include <gtest/gtest.h>

#include "support/countdown.h"

namespace acp {
namespace {

TEST(ActionScale, MapsMinusOneAndOneToTheBounds) {
  const ActionSpace space{.names = {"x", "y"}, .low = {-2, 10}, .high = {2, 30}};
  std::vector<double> action(2);
  const auto map = [&](Scalar x, Scalar y) {
    ActionScale(space).to_environment(std::array{x, y}.data(), action);
    return action;
  };
  EXPECT_EQ(map(-1, -1), (std::vector<double>{-2, 10}));
  EXPECT_EQ(map(0, 0), (std::vector<double>{0, 20}));
  EXPECT_EQ(map(1, Scalar(0.5)), (std::vector<double>{2, 25}));
  EXPECT_EQ(map(7, -9), (std::vector<double>{2, 10})) << "the nearest within";
}

TEST(ActionScale, LeavesChoicesAlone) {
  const ActionSpace space{.discrete = true, .names = {"left", "stay", "right"}};
  std::vector<double> action(1);
  const Scalar choice = 2;
  ActionScale(space).to_environment(&choice, action);
  EXPECT_EQ(action[0], 2);
}

TEST(Observer, MapsUsualRangesToMinusOneAndOneIfAsked) {
  Countdown countdown;  // usually 0 to 10
  Scalar seen = 0;
  for (const double left : {0.0, 2.5, 10.0, 20.0}) {
    countdown.set_state(std::array{left});
    Observer(countdown.info(), false).observe(countdown, &seen);
    EXPECT_EQ(seen, static_cast<Scalar>(left));
    Observer(countdown.info(), true).observe(countdown, &seen);
    EXPECT_EQ(seen, static_cast<Scalar>(left / 5 - 1));
  }
}

TEST(ObservationScale, LeadsThereAndBack) {
  EnvironmentInfo info = Countdown().info();
  info.observation = {{"x", -3, 7}, {"y", 0.25, 0.5}};
  for (const bool normalise : {false, true}) {
    const ObservationScale scale(info, normalise);
    for (const std::size_t i : {0u, 1u}) {
      for (const double x : {-4.0, 0.3, 7.0}) {
        const double seen = scale.to_network(i, x);
        EXPECT_NEAR(scale.to_environment(i, seen), x, 1e-14);
        EXPECT_NEAR(scale.scale(i) * x + scale.shift(i), seen, 1e-13);
      }
    }
  }
  EXPECT_EQ(ObservationScale(info, true).to_network(0, 7), 1);
  EXPECT_EQ(ObservationScale(info, false).to_network(0, 7), 7);
}

TEST(ActionScale, OfOneDimensionKnowsNoBounds) {
  const ActionSpace space{.names = {"x", "y"}, .low = {-2, 10}, .high = {2, 30}};
  const ActionScale scale(space);
  EXPECT_EQ(scale.to_environment(1, 0.5), 25);
  EXPECT_EQ(scale.to_environment(1, 2), 40);
  EXPECT_EQ(scale.half_range(1), 10);
}

}  // namespace
}  // namespace acp
