// Probes of a run: when they are due, and that they leave no trace in it.
#include <cmath>

#include <gtest/gtest.h>

#include "support/frames.h"
#include "support/sessions.h"

namespace acp {
namespace {

FrameSection probes_of(Session& session) {
  return read_frame(session.frame()).at(FramePacker::kProbes);
}

TEST(Probing, ChangesNothingOfTheRun) {
  const std::string runs[] = {
      "sac.warmup_steps=50",
      "environment=pendulum&algorithm=q_actor_critic&q_actor_critic.warmup_steps=50",
      "environment=cart_pole&algorithm=sac_discrete&sac_discrete.warmup_steps=50"};
  for (const auto& run : runs) {
    Session probed(run + "&probe_every=7"), plain(run + "&probe_every=0");
    for (auto* each : {&probed, &plain}) each->train(120, kForever);
    EXPECT_EQ(probed.digest(), plain.digest()) << run;
    EXPECT_EQ(probes_of(probed).rows, 71u / 7) << run;
    EXPECT_EQ(probes_of(plain).rows, 0u);
  }
}

TEST(Probing, WaitsForUpdates) {
  Session session = quick_session("probe_every=1");
  session.train(49, kForever);
  EXPECT_EQ(probes_of(session).rows, 0u);
  session.train(3, kForever);
  const auto probes = probes_of(session);
  ASSERT_EQ(probes.rows, 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(probes.count(i, kBinSteps), 50 + static_cast<std::int64_t>(i));
    EXPECT_EQ(probes.count(i, kBinUpdates), 1 + static_cast<std::int64_t>(i));
    EXPECT_GT(probes.at(i, kBinValues), 0);
  }
}

TEST(Probing, ComesOncePerStepWhereStepsMakeSeveralUpdates) {
  Session session = quick_session("probe_every=5&sac.updates_per_iteration=4");
  session.train(49 + 10, kForever);
  const auto probes = probes_of(session);
  ASSERT_EQ(probes.rows, 8u);
  const int updates[] = {8, 12, 16, 20, 28, 32, 36, 40};
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_EQ(probes.count(i, kBinUpdates), updates[i]);
  }
}

TEST(Probing, StartsAndStopsWhileARunGoesOn) {
  Session session = quick_session();
  session.train(100, kForever);
  session.tune("probe_every=10");
  session.train(100, kForever);
  EXPECT_EQ(probes_of(session).rows, 10u);
  session.tune("probe_every=0");
  session.train(100, kForever);
  EXPECT_EQ(probes_of(session).rows, 0u);
}

TEST(Probing, GoesOnFromACheckpointAsItWouldHave) {
  Session session = quick_session("probe_every=50");
  session.train(200, kForever);
  probes_of(session);
  Session resumed = Session::from_checkpoint(session.save());
  session.train(100, kForever);
  resumed.train(100, kForever);
  const auto expected = probes_of(session), probes = probes_of(resumed);
  ASSERT_EQ(probes.rows, 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(probes.at(i, kBinValues), expected.at(i, kBinValues));
  }
}

TEST(Probing, HasNothingToSayWithoutALearnedQOfAStochasticPolicy) {
  Session session("environment=pendulum&algorithm=dpg&dpg.warmup_steps=50&probe_every=1");
  session.train(100, kForever);
  const auto probes = probes_of(session);
  EXPECT_EQ(probes.rows, 0u);
  EXPECT_EQ(probes.columns, kBinValues);
}

}  // namespace
}  // namespace acp
