// The cliff of Sutton and Barto (2018), example 6.6: Q-learning walks along its edge and falls
// while it explores, SARSA goes round it. The steps are of size 0.1 where the book has 0.5, so that
// the greedy ways settle.
#include <cmath>
#include <cstdio>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/statistics.h"
#include "support/sessions.h"
#include "support/statistics.h"

namespace acp {
namespace {

/// The mean return of the second half of the first 500 episodes, exploring as it goes.
struct WhileLearning final : Listener {
  void episode(const EpisodeRow& row) override {
    ++episodes;
    if (episodes > 250 && episodes <= 500) later.add(row.total_reward);
  }
  int episodes = 0;
  Moments later;
};

struct Walk {
  double while_learning;
  double greedy;  ///< return of the greedy policy at the end
};

Walk walk(const char* preset, int seed) {
  Session session(std::string("preset=") + preset + "&seed=" + std::to_string(seed) +
                  "&evaluate_every=20000");
  WhileLearning listener;
  session.listen(&listener);
  EXPECT_EQ(session.train(20'000, kForever), 20'000);
  EXPECT_GE(listener.episodes, 500);
  return {listener.later.mean(), session.evaluate().front().total_reward};
}

TEST(Cliff, QLearningTakesTheShortestWayAndSarsaTheSaferOne) {
  Moments q_learning, sarsa, difference;
  for (int seed = 1; seed <= 8; ++seed) {
    const Walk edge = walk("cliff-q-learning", seed), round = walk("cliff-sarsa", seed);
    EXPECT_EQ(edge.greedy, -13) << seed;
    EXPECT_LT(round.greedy, -13) << seed;
    EXPECT_GE(round.greedy, -17) << seed;
    q_learning.add(edge.while_learning);
    sarsa.add(round.while_learning);
    difference.add(round.while_learning - edge.while_learning);
  }
  std::printf("measured: cliff, mean return while learning: Q-learning %.1f, SARSA %.1f\n",
              q_learning.mean(), sarsa.mean());
  EXPECT_GT(z_of_mean(difference, 0), kLargestZ);
  EXPECT_NEAR(q_learning.mean(), -50, 7) << "figure 6.5 of the book";
  EXPECT_NEAR(sarsa.mean(), -25, 5);
}

}  // namespace
}  // namespace acp
