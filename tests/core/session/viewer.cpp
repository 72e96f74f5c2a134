#include "core/session/viewer.h"

#include <gtest/gtest.h>

#include "support/countdown.h"
#include "support/frames.h"
#include "support/sessions.h"

namespace acp {
namespace {

Viewer make_viewer(std::uint64_t seed = 1) {
  static const Constant policy(0);
  return {std::make_unique<Countdown>(), policy, seed, false};
}

TEST(Viewer, ShowsTheEndOfAnEpisodeThenStartsAnother) {
  auto viewer = make_viewer();
  int restarts = 0;
  float last = viewer.draw()[0];
  for (int i = 0; i < 100; ++i) {
    viewer.step(false);
    const float left = viewer.draw()[0];
    if (left > last) {
      EXPECT_EQ(last, 0);
      ++restarts;
    } else {
      EXPECT_EQ(left, last - 1);
    }
    last = left;
  }
  EXPECT_GE(restarts, 100 / 8);
}

TEST(Viewer, CountsTheReturnOfTheEpisodeOnDisplay) {
  auto viewer = make_viewer();  // each step is rewarded with the middle of the action's range
  int length = 0;
  for (int i = 0; i < 40; ++i) {
    const bool is_over = viewer.draw()[0] == 0;
    viewer.step(false);
    length = is_over ? 0 : length + 1;
    EXPECT_EQ(viewer.length(), length);
    EXPECT_EQ(viewer.total_reward(), 20 * length);
  }
}

TEST(Viewer, DrawsActionsFromThePolicyIfAsked) {
  Session likely = quick_session(), drawn = quick_session();
  likely.watch(20);
  drawn.watch(20, true);
  const auto still = read_frame(likely.frame()).at(FramePacker::kDraw);
  const auto random = read_frame(drawn.frame()).at(FramePacker::kDraw);
  EXPECT_NE(still.at(0, 0), random.at(0, 0));
}

TEST(Viewer, StartsAnotherEpisodeAtTheTimeLimit) {
  auto viewer = make_viewer();
  viewer.kick(1000);
  for (int i = 0; i < 50; ++i) viewer.step(false);
  EXPECT_GT(viewer.draw()[0], 900);
  viewer.step(false);
  EXPECT_LE(viewer.draw()[0], 7);
}

TEST(Viewer, ResumesFromAnArchive) {
  auto viewer = make_viewer(1), copy = make_viewer(2);
  for (int i = 0; i < 8; ++i) viewer.step(false);
  Writer writer;
  writer(viewer);
  const auto bytes = writer.take();
  Reader reader(bytes);
  reader(copy);
  for (int i = 0; i < 40; ++i) {
    viewer.step(false);
    copy.step(false);
    EXPECT_EQ(viewer.draw()[0], copy.draw()[0]);
  }
}

TEST(Viewer, RefusesAnEpisodeBeyondItsLimit) {
  constexpr std::size_t behind_length = sizeof(double) + sizeof(int);
  for (const int steps : {-1, 51, 2147483647}) {
    for (const std::size_t behind : {std::size_t{0}, behind_length}) {
      auto viewer = make_viewer();
      Writer writer;
      writer(viewer);
      auto bytes = writer.take();
      std::memcpy(bytes.data() + bytes.size() - behind - sizeof steps, &steps, sizeof steps);
      Reader reader(bytes);
      EXPECT_THROW(reader(viewer), std::invalid_argument) << steps << " at " << behind;
    }
  }
}

}  // namespace
}  // namespace acp
