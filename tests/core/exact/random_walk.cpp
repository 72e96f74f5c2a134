#include "core/exact/random_walk.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/golden.h"

namespace acp {
namespace {

TEST(RandomWalk, LearnsAsFastAsTheReference) {
  int cells = 0;
  const auto expected = golden("exact-processes.json")["random_walk_learning"];
  for (const auto& row : expected) {
    RandomWalkConfig config;
    config.n = row["n"];
    config.step_size = row["step_size"];
    config.runs = 1000;
    const LearningError error = learn_random_walk(config);
    const double allowed =
        4.5 * std::hypot(error.standard_error, row["standard_error"].get<double>());
    EXPECT_NEAR(error.rms, row["rms"].get<double>(), allowed)
        << config.n << ' ' << config.step_size;
    ++cells;
  }
  EXPECT_EQ(cells, 9);
}

TEST(RandomWalk, IsAtItsStartWithoutSteps) {
  RandomWalkConfig config;
  config.step_size = 0;
  config.runs = 2;
  double squares = 0;
  for (int s = 1; s <= 19; ++s) squares += std::pow(s / 10.0 - 1, 2);
  const LearningError error = learn_random_walk(config);
  EXPECT_NEAR(error.rms, std::sqrt(squares / 19), 1e-12);
  EXPECT_NEAR(error.standard_error, 0, 1e-12);
}

TEST(RandomWalk, LongReturnsAreMonteCarlo) {
  // Beyond the longest episode n no longer matters.
  RandomWalkConfig config{};
  config.states = 3;
  config.runs = 50;
  config.n = 512;
  const double far = learn_random_walk(config).rms;
  config.n = 1024;
  EXPECT_EQ(learn_random_walk(config).rms, far);
}

}  // namespace
}  // namespace acp
