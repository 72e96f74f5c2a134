#include "core/session/evaluation.h"

#include <gtest/gtest.h>

#include "support/countdown.h"

namespace acp {
namespace {

TEST(Evaluation, EachEpisodeEndsByItsOwnTerminationOrTheTimeLimit) {
  const Countdown countdown;
  const Constant policy(Scalar(-0.5));  // 15 in the environment's units
  Environments environments;
  for (int i = 0; i < 6; ++i) environments.push_back(countdown.clone());
  Evaluation evaluation(std::move(environments), policy,
                        Starts({{1}, {7}, {49}, {50}, {51}, {1000}}), false);
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
