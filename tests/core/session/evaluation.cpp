#include "core/session/evaluation.h"

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

TEST(Evaluation, EachEpisodeEndsByItsOwnTerminationOrTheTimeLimit) {
  const Countdown countdown;
  const Constant policy(Scalar(-0.5));  // 15 in the environment's units
  Evaluation evaluation(countdown, policy, {{1}, {7}, {49}, {50}, {51}, {1000}}, false);
  for (int repeat = 0; repeat < 2; ++repeat) {
    const int lengths[] = {1, 7, 49, 50, 50, 50};
    const auto episodes = evaluation.run();
    ASSERT_EQ(episodes.size(), std::size(lengths));
    for (std::size_t i = 0; i < episodes.size(); ++i) {
      EXPECT_EQ(episodes[i].length, lengths[i]);
      EXPECT_EQ(episodes[i].total_reward, 15 * lengths[i]);
    }
  }
}

}  // namespace
}  // namespace acp
