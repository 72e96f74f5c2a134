#include "core/session/session.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "support/frames.h"
#include "support/golden.h"
#include "support/sessions.h"

namespace acp {
namespace {

#ifndef ACP_DOUBLE
TEST(Session, ReproducesTheRecordedDigest) {
  Session session("preset=pendulum-sac&seed=1");
  session.train(2000, kForever);
  const auto digests = golden("digests.json").at("digests");
  EXPECT_EQ(session.digest(), digests.at("preset=pendulum-sac seed=1 steps=2000"));
}
#endif

TEST(Session, SameSeedSameBits) {
  EXPECT_EQ(digest_after(300, "seed=5"), digest_after(300, "seed=5"));
  EXPECT_NE(digest_after(300, "seed=5"), digest_after(300, "seed=6"));
  EXPECT_NE(digest_after(300), digest_after(301));
}

TEST(Session, SlicesDoNotShow) {
  const std::string whole = digest_after(400);
  Session single = quick_session(), uneven = quick_session(), timed = quick_session();
  for (int i = 0; i < 400; ++i) EXPECT_EQ(single.train(1, kForever), 1);
  EXPECT_EQ(single.digest(), whole);
  for (const int slice : {1, 49, 7, 143, 200}) uneven.train(slice, kForever);
  EXPECT_EQ(uneven.digest(), whole);
  while (timed.environment_steps() < 400) {
    EXPECT_EQ(timed.train(400, 0), 1);  // no time at all still makes one step
  }
  EXPECT_EQ(timed.digest(), whole);
}

TEST(Session, CountsStepsAndUpdates) {
  Session session = quick_session("sac.updates_per_iteration=2");
  EXPECT_EQ(session.train(0, kForever), 0);
  EXPECT_EQ(session.train(-3, kForever), 0);
  EXPECT_EQ(session.train(60, kForever), 60);
  EXPECT_EQ(session.environment_steps(), 60);
  EXPECT_EQ(session.updates(), 2 * 11);
}

TEST(Session, WatchingNeverChangesTraining) {
  Session watched = quick_session();
  for (int i = 0; i < 30; ++i) {
    watched.train(10, kForever);
    watched.watch(i, i % 2 == 0);
    watched.kick(i % 2 == 0 ? 0.7 : -1);
    watched.frame();
    watched.evaluate();
    watched.evaluate({{0.1, 0.2}});
    watched.save();
    watched.config();
    watched.status();
    watched.digest();
  }
  EXPECT_EQ(watched.digest(), digest_after(300));
}

TEST(Session, ReportingNeverChangesTraining) {
  const std::string digest = digest_after(300);
  EXPECT_EQ(digest_after(300, "").size(), 16u);
  for (const char* every : {"evaluate_every=0", "evaluate_every=7"}) {
    Session session(std::string("sac.batch_size=16&sac.hidden_units=8&sac.buffer_size=300&"
                                "sac.warmup_steps=50&diagnostics_every=3&") +
                    every);
    session.train(300, kForever);
    EXPECT_EQ(session.digest(), digest);
  }
}

TEST(Session, StepsAsAPlainLoopDoes) {
  // Written again from the parts: truncation resets the environment but is stored as a step that
  // did not terminate, with the true last observation.
  constexpr int kSteps = 450;
  Session session = quick_session("seed=9&reward_scale=0.3");
  session.train(kSteps, kForever);

  const RunConfig config = RunConfig::parse(session.config());
  const auto environment = environments()[0].make(config.environment());
  const auto& info = environment->info();
  const int observation_size = static_cast<int>(info.observation.size());
  const auto algorithm =
      algorithms()[0].make(config.algorithm(), {observation_size, info.action.size()}, 9);
  Rng stream(9, Stream::environment);
  environment->reset(stream);
  Matrix action(info.action.size(), 1);
  const auto observe = [&] {
    std::vector<double> observed(info.observation.size());
    environment->observe(observed);
    Matrix observation(observation_size, 1);
    std::copy(observed.begin(), observed.end(), observation.col(0));
    return observation;
  };
  const auto span = [](const Matrix& m) {
    return std::span(m.col(0), static_cast<std::size_t>(m.rows()));
  };
  for (int t = 1; t <= kSteps; ++t) {
    const Matrix before = observe();
    algorithm->explore(before, action);
    const auto result = environment->step(std::vector{2.0 * action(0, 0)}, stream);
    const Matrix after = observe();
    algorithm->learn({span(before), span(action), static_cast<Scalar>(0.3 * result.reward),
                      span(after),
                      /*terminated=*/false});
    if (t % 200 == 0) environment->reset(stream);
  }
  Digest digest;
  algorithm->digest(digest);
  EXPECT_EQ(session.digest(), digest.hex());
}

TEST(Session, ViewersActInAStreamOfTheirOwn) {
  Session a = quick_session(), b = quick_session();
  b.train(120, kForever);
  const auto draw = [](Session& session) {
    return read_frame(session.frame()).at(FramePacker::kDraw).values;
  };
  EXPECT_EQ(draw(a), draw(b));  // training does not move the viewer
  a.watch(5);
  EXPECT_NE(draw(a), draw(b));
  b.watch(-1);
  b.watch(0);
  const auto still = draw(b);
  b.kick(0.5);
  const auto kicked = draw(b);
  EXPECT_EQ(kicked[0], still[0]);
  EXPECT_NE(kicked[1], still[1]);
}

TEST(Session, KicksAreClamped) {
  Session a = quick_session(), b = quick_session();
  a.kick(-1);
  b.kick(-1e300);
  EXPECT_EQ(read_frame(a.frame()).at(FramePacker::kDraw).values,
            read_frame(b.frame()).at(FramePacker::kDraw).values);
}

TEST(Session, EvaluatesFromGivenStates) {
  Session session = quick_session();
  session.train(200, kForever);
  const auto grid = session.evaluate();
  ASSERT_EQ(grid.size(), 100u);
  const auto states = environments()[0].make(*environments()[0].make_config())->evaluation_states();
  const auto alone = session.evaluate({states[37]});
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone[0].total_reward, grid[37].total_reward);
  EXPECT_EQ(alone[0].length, 200);
}

TEST(Session, EvaluatesAnyNumberOfStatesAndSaysHowFarItIs) {
  struct Heard final : ProgressListener {
    void at(double share) override {
      EXPECT_GE(share, last);
      last = share;
      ++calls;
    }
    double last = 0;
    int calls = 0;
  } heard;
  const Session session("sac.hidden_units=8&sac.buffer_size=300");
  const std::vector<std::vector<double>> few{{3, 0}, {0.5, -1}, {0, 0}};
  std::vector<std::vector<double>> many;
  for (int i = 0; i < 600; ++i) many.push_back(few[static_cast<std::size_t>(i) % 3]);
  const auto alone = session.evaluate(few);
  const auto all = session.evaluate(many, &heard);
  ASSERT_EQ(all.size(), 600u);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].total_reward, alone[i % 3].total_reward);
  }
  EXPECT_GT(heard.calls, 200) << "in the course of each part";
  EXPECT_GT(heard.last, 0.9);
  EXPECT_LE(heard.last, 1);
}

TEST(Session, EvaluationsDrawWhatIsRandomAnewForEveryState) {
  const Session session("environment=gridworld&algorithm=tabular_q&gridworld.slip=0.5");
  const auto all = session.evaluate(std::vector<std::vector<double>>(512, {2, 0}));
  int different = 0;
  for (std::size_t i = 0; i < 256; ++i) different += all[i].length != all[i + 256].length;
  EXPECT_GT(different, 0);
}

TEST(Session, RefusesStatesThatCannotBe) {
  const Session session = quick_session();
  EXPECT_THROW(session.evaluate(std::vector<std::vector<double>>{}), ConfigError);
  EXPECT_THROW(session.evaluate({{1}}), ConfigError);
  EXPECT_THROW(session.evaluate({{1, 2}, {1, 2, 3}}), ConfigError);
  EXPECT_THROW(session.evaluate({{1, NAN}}), ConfigError);
  EXPECT_THROW(session.evaluate({{INFINITY, 0}}), ConfigError);
}

TEST(Session, TuneChangesWhatIsLiveAllOrNothing) {
  Session session = quick_session();
  session.train(100, kForever);
  const std::string config = session.config();
  for (const char* refused :
       {"sac.tau=0.5&sac.gamma=2", "sac.gamma=0.5&sac.batch_size=32", "sac.gamma=0.5&nonsense=1",
        "seed=2", "preset=pendulum-sac", "environment=pendulum", "sac.gamma"}) {
    EXPECT_THROW(session.tune(refused), ConfigError) << refused;
    EXPECT_EQ(session.config(), config);
  }
  EXPECT_THROW(session.tune("sac.estimator=score_function&sac.baseline=leave_one_out"),
               ConfigError);
  session.train(100, kForever);
  EXPECT_EQ(session.digest(), digest_after(200));

  Session tuned = quick_session();
  tuned.train(100, kForever);
  tuned.tune("sac.gamma=0.5 sac.critic_learning_rate=0.01");
  EXPECT_NE(tuned.config().find("sac.gamma=0.5"), std::string::npos);
  tuned.train(100, kForever);
  EXPECT_NE(tuned.digest(), session.digest());
}

TEST(Session, RefusesABadConfiguration) {
  EXPECT_THROW(Session("sac.tau=1.5"), ConfigError);
  EXPECT_THROW(Session("preset=none"), ConfigError);
}

TEST(Session, ConfigurationReproducesTheRun) {
  Session session = quick_session("seed=77&sac.activation=tanh&pendulum.gravity=5");
  session.train(200, kForever);
  Session again(session.config());
  again.train(200, kForever);
  EXPECT_EQ(again.digest(), session.digest());
  EXPECT_EQ(again.config(), session.config());
}

}  // namespace
}  // namespace acp
