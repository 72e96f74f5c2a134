#include "core/algo/epsilon_greedy.h"

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(EpsilonGreedy, FallsLinearlyAndThenStays) {
  const EpsilonGreedy schedule{.start = 0.9, .end = 0.1, .steps = 1000};
  for (const auto& [step, epsilon] : {std::pair{0, 0.9},
                                      {1, 0.8992},
                                      {250, 0.7},
                                      {500, 0.5},
                                      {1000, 0.1},
                                      {1001, 0.1},
                                      {2'000'000'000, 0.1}}) {
    EXPECT_DOUBLE_EQ(schedule.epsilon(step), epsilon) << step;
  }
  EXPECT_DOUBLE_EQ((EpsilonGreedy{.start = 0.2, .end = 0.2, .steps = 1}.epsilon(0)), 0.2);
}

TEST(Argmax, IsTheFirstOfTheLargestOfItsColumn) {
  Matrix q(3, 4);
  const Scalar columns[4][3] = {{-3, -1, -2}, {5, 5, 4}, {-7, -7, -7}, {0, 1, 2}};
  for (int j = 0; j < 4; ++j) std::copy_n(columns[j], 3, q.col(j));
  // Padding is 0 and larger than the numbers of the first column: it does not count.
  for (const auto& [column, best] : {std::pair{0, 1}, {1, 0}, {2, 0}, {3, 2}}) {
    EXPECT_EQ(argmax(q, column), best);
  }
}

TEST(NeedsDiscreteActions, SaysWhatElseThereIs) {
  EXPECT_EQ(needs_discrete_actions({3, 2, true}), "");
  EXPECT_NE(needs_discrete_actions({3, 2}).find("dpg and sac"), std::string::npos);
}

}  // namespace
}  // namespace acp
