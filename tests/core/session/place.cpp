#include "core/session/place.h"

#include <gtest/gtest.h>

#include "support/countdown.h"

namespace acp {
namespace {

constexpr Scalar kAction = Scalar(-0.5);  // 15 in the environment's units

TEST(Place, EndsAnEpisodeByTerminationOrTheTimeLimit) {
  Place place(std::make_unique<Countdown>(), false);
  Rng rng(1, Stream::environment);
  for (const int left : {1, 7, 49, 50, 51, 1000}) {
    place.start(std::array{static_cast<double>(left)});
    Place::Step step{};
    do {
      step = place.step(&kAction, rng);
      EXPECT_EQ(step.reward, 15);
    } while (!step.ends());
    EXPECT_EQ(place.episode().length, std::min(left, 50));
    EXPECT_EQ(place.episode().total_reward, 15 * place.episode().length);
    EXPECT_EQ(step.terminated, left <= 50) << "at the limit, termination counts";
    EXPECT_EQ(step.truncated, left > 50);
  }
}

TEST(Place, GoesOnWithAnEpisode) {
  Place place(std::make_unique<Countdown>(), true);
  Rng rng(1, Stream::environment);
  place.resume(std::array{100.0}, {7, 48});
  EXPECT_FALSE(place.step(&kAction, rng).ends());
  EXPECT_TRUE(place.step(&kAction, rng).truncated);
  EXPECT_EQ(place.episode().total_reward, 7 + 2 * 15);
  Scalar seen = 0;
  place.observe(&seen);
  EXPECT_EQ(seen, static_cast<Scalar>(98.0 / 5 - 1));
  place.reset(rng);
  EXPECT_EQ(place.episode().length, 0);
  EXPECT_EQ(place.episode().total_reward, 0);
}

}  // namespace
}  // namespace acp
