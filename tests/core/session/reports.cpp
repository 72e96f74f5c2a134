// What a session reports: frames, listeners, divergence.
#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/base/statistics.h"
#include "support/frames.h"
#include "support/sessions.h"

namespace acp {
namespace {

TEST(Frame, OfAFreshSessionHasAllSectionsAndNoRows) {
  Session session = quick_session();
  auto sections = read_frame(session.frame());
  ASSERT_EQ(sections.size(), 7u);
  const auto& status = sections.at(FramePacker::kStatus);
  EXPECT_EQ(status.rows, 1u);
  ASSERT_EQ(status.columns, 12u);
  for (std::size_t column = kStatusSteps; column <= kStatusDiverged; ++column) {
    EXPECT_EQ(status.at(0, column), 0);
  }
  EXPECT_TRUE(std::isnan(status.at(0, kStatusLastReturn)));
  EXPECT_TRUE(std::isnan(status.at(0, kStatusMeanReturn)));
  EXPECT_EQ(status.at(0, kStatusShownReturn), 0);
  EXPECT_EQ(status.at(0, kStatusShownLength), 0);
  EXPECT_EQ(sections.at(FramePacker::kDraw).rows, 1u);
  EXPECT_EQ(sections.at(FramePacker::kDraw).columns, 4u);
  EXPECT_EQ(sections.at(FramePacker::kEpisodes).columns, kBinValues + 4);
  EXPECT_EQ(sections.at(FramePacker::kEvaluations).columns, kBinValues + 7);
  EXPECT_EQ(sections.at(FramePacker::kDiagnostics).columns, kBinValues + session.metrics().size());
  EXPECT_EQ(sections.at(FramePacker::kProbes).columns, kBinValues + 4 * session.probes().size());
  EXPECT_EQ(sections.at(FramePacker::kReplay).columns, 6u);
  for (const auto id : {FramePacker::kEpisodes, FramePacker::kEvaluations, FramePacker::kReplay,
                        FramePacker::kDiagnostics, FramePacker::kProbes}) {
    EXPECT_EQ(sections.at(id).rows, 0u);
  }
}

TEST(Frame, HasTheIterationsOfTheReplayInAtMost32Ranges) {
  for (const char* algorithm : {"sac", "dpg", "q_actor_critic"}) {
    const std::string id = algorithm;
    Session session("algorithm=" + id + "&" + id + ".warmup_steps=50&" + id + ".batch_size=4");
    session.train(149, kForever);  // the first update is due at step 50
    for (int again = 0; again < 2; ++again) {
      const auto replay = read_frame(session.frame()).at(FramePacker::kReplay);
      ASSERT_EQ(replay.rows, 26u) << "of four of the iterations 0 to 100, and one of the last";
      double next = 0, transitions = 0;
      for (std::size_t i = 0; i < replay.rows; ++i) {
        EXPECT_EQ(replay.at(i, 1), next);
        next = replay.at(i, 3) + 1;
        transitions += replay.at(i, 5);
      }
      EXPECT_EQ(next, 101);
      EXPECT_EQ(replay.at(0, 5), 53);
      EXPECT_EQ(transitions, 149);
    }
  }
  Session on_policy("environment=cart_pole&algorithm=a2c");
  on_policy.train(100, kForever);
  EXPECT_EQ(read_frame(on_policy.frame()).at(FramePacker::kReplay).rows, 0u);
}

/// The total variation from replay that a run has reported last.
double last_total_variation(const std::string& config) {
  Session session(config);
  session.train(400, kForever);
  const auto diagnostics = read_frame(session.frame()).at(FramePacker::kDiagnostics);
  const auto metrics = session.metrics();
  std::size_t column = kBinValues;
  while (std::string_view(metrics[column - kBinValues].name) != "total_variation") ++column;
  return diagnostics.at(diagnostics.rows - 1, column);
}

/// Of the last policies only, so that the warm-up has no part in it.
TEST(TotalVariationOfARun, GrowsWithTheStepsThatThePolicyTakes) {
  for (const auto& [environment, algorithm] : {std::pair{"pendulum", "sac"},
                                               {"pendulum", "q_actor_critic"},
                                               {"cart_pole", "sac_discrete"}}) {
    const std::string task = std::string("environment=") + environment;
    const auto measured = [&task, id = std::string(algorithm)](const std::string& changes) {
      std::string config = task + "&algorithm=" + id;
      for (const auto& pair : {"warmup_steps=100", "recent_iterations=20", "batch_size=16"}) {
        config += "&" + id + "." + pair;
      }
      return last_total_variation(config + "&" + id + "." + changes);
    };
    const double still = measured("actor_learning_rate=1e-6");
    const double few = measured("actor_learning_rate=0.0003");
    const double many = measured("actor_learning_rate=0.0003&" + std::string(algorithm) +
                                 ".updates_per_iteration=8");
    EXPECT_GE(still, 0);
    EXPECT_LT(still, 0.001) << algorithm;
    EXPECT_GT(few, 4 * still) << algorithm;
    EXPECT_GT(many, 1.2 * few) << algorithm;
    EXPECT_LE(many, 1);
  }
}

TEST(Frame, HandsOutEachRowOnce) {
  Session session = quick_session();
  session.train(450, kForever);
  const auto first = read_frame(session.frame());
  const auto& status = first.at(FramePacker::kStatus);
  EXPECT_EQ(status.count(0, kStatusSteps), 450);
  EXPECT_EQ(status.count(0, kStatusUpdates), 401);
  EXPECT_EQ(status.count(0, kStatusEpisodes), 2);
  EXPECT_GT(status.at(0, kStatusSeconds), 0);
  const auto& episodes = first.at(FramePacker::kEpisodes);
  ASSERT_EQ(episodes.rows, 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto steps = 200 * static_cast<std::int64_t>(i + 1);
    EXPECT_EQ(episodes.count(i, kBinSteps), steps);
    EXPECT_EQ(episodes.count(i, kBinUpdates), steps - 49);  // the first update is at step 50
    EXPECT_EQ(episodes.at(i, kBinNumber), static_cast<float>(i));
    EXPECT_EQ(episodes.at(i, kBinRows), 1);
    EXPECT_LT(episodes.at(i, kBinValues), 0);
    EXPECT_EQ(episodes.at(i, kBinValues + 3), 200);
  }
  const auto value = [&](std::size_t i) { return episodes.at(i, kBinValues); };
  EXPECT_EQ(status.at(0, kStatusLastReturn), value(1));
  EXPECT_FLOAT_EQ(status.at(0, kStatusMeanReturn), (value(0) + value(1)) / 2);
  const auto& evaluations = first.at(FramePacker::kEvaluations);
  ASSERT_EQ(evaluations.rows, 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(evaluations.count(i, kBinSteps), 100 * static_cast<std::int64_t>(i + 1));
    EXPECT_EQ(evaluations.at(i, kBinValues + 5), 100);
    EXPECT_TRUE(std::isnan(evaluations.at(i, kBinValues + 6)));  // by the one reward there is
  }
  EXPECT_EQ(first.at(FramePacker::kDiagnostics).rows, 9u);

  const auto second = read_frame(session.frame());
  EXPECT_EQ(second.at(FramePacker::kStatus).values, status.values);
  session.train(50, kForever);
  const auto third = read_frame(session.frame());
  for (const auto id : {FramePacker::kEpisodes, FramePacker::kEvaluations}) {
    EXPECT_EQ(second.at(id).rows, 0u);
    EXPECT_EQ(third.at(id).rows, id == FramePacker::kEvaluations ? 1u : 0u);
  }
  EXPECT_EQ(third.at(FramePacker::kDiagnostics).rows, 1u);
}

TEST(Frame, EvaluationsAreThoseOfEvaluate) {
  Session session = quick_session();
  session.train(200, kForever);
  Moments returns;
  for (const auto& episode : session.evaluate()) returns.add(episode.total_reward);
  const auto frame = read_frame(session.frame());
  const auto& rows = frame.at(FramePacker::kEvaluations);
  ASSERT_EQ(rows.rows, 2u);
  EXPECT_EQ(rows.at(1, kBinValues), static_cast<float>(returns.mean()));
  EXPECT_EQ(rows.at(1, kBinValues + 4), static_cast<float>(returns.standard_deviation()));
}

struct Recorder final : Listener {
  void episode(const EpisodeRow& row) override { episodes.push_back(row); }
  void evaluation(const EvaluationRow& row) override { evaluations.push_back(row); }
  void diagnostics(const DiagnosticsRow& row) override { diagnosed.push_back(row); }
  void probe(const ProbeRow& row) override { variances.push_back(row.readings[0].variance); }
  std::vector<EpisodeRow> episodes;
  std::vector<EvaluationRow> evaluations;
  std::vector<DiagnosticsRow> diagnosed;
  std::vector<double> variances;
};

TEST(Listener, HearsWhatFramesWouldHold) {
  Session heard = quick_session("probe_every=100"), framed = quick_session("probe_every=100");
  Recorder recorder;
  heard.listen(&recorder);
  heard.train(450, kForever);
  framed.train(450, kForever);
  EXPECT_EQ(heard.digest(), framed.digest());
  const auto frame = read_frame(framed.frame());
  const auto& episodes = frame.at(FramePacker::kEpisodes);
  ASSERT_EQ(recorder.episodes.size(), episodes.rows);
  for (std::size_t i = 0; i < episodes.rows; ++i) {
    const auto& row = recorder.episodes[i];
    EXPECT_EQ(episodes.count(i, kBinSteps), row.environment_steps);
    EXPECT_EQ(episodes.at(i, kBinValues), static_cast<float>(row.total_reward));
  }
  const auto& evaluations = frame.at(FramePacker::kEvaluations);
  ASSERT_EQ(recorder.evaluations.size(), evaluations.rows);
  for (std::size_t i = 0; i < evaluations.rows; ++i) {
    EXPECT_EQ(evaluations.at(i, kBinValues),
              static_cast<float>(recorder.evaluations[i].mean_return));
    EXPECT_EQ(recorder.evaluations[i].states, 100);
  }
  const auto& diagnostics = frame.at(FramePacker::kDiagnostics);
  ASSERT_EQ(recorder.diagnosed.size(), diagnostics.rows);
  for (std::size_t i = 1; i < diagnostics.rows; ++i) {  // nothing is measured in the first
    for (std::size_t k = 0; k < heard.metrics().size(); ++k) {
      const float shown = diagnostics.at(i, kBinValues + k);
      const auto told = static_cast<float>(recorder.diagnosed[i].metrics[k]);
      EXPECT_TRUE(shown == told || (std::isnan(shown) && std::isnan(told))) << shown << " " << told;
    }
  }
  const auto& probes = frame.at(FramePacker::kProbes);
  ASSERT_EQ(recorder.variances.size(), probes.rows);
  for (std::size_t i = 0; i < probes.rows; ++i) {
    EXPECT_EQ(probes.at(i, kBinValues), static_cast<float>(recorder.variances[i]));
  }
  EXPECT_EQ(read_frame(heard.frame()).at(FramePacker::kEpisodes).rows, 0u);
  heard.listen(nullptr);
  heard.train(200, kForever);
  EXPECT_EQ(recorder.episodes.size(), 2u);
  EXPECT_EQ(read_frame(heard.frame()).at(FramePacker::kEpisodes).rows, 1u);
}

TEST(Divergence, IsAStatusAndStopsTheRun) {
  Session session = poisoned();
  EXPECT_EQ(session.status(), "");
  const auto taken = session.train(10'000, kForever);
  EXPECT_LE(taken, 64);
  const std::string status = session.status();
  EXPECT_EQ(status.rfind("Diverged: a weight of ", 0), 0u) << status;
  EXPECT_NE(status.find("at environment step 128"), std::string::npos) << status;
  EXPECT_EQ(session.environment_steps(), 128);
  EXPECT_EQ(session.train(10'000, kForever), 0);
  session.watch(10);
  session.kick(1);
  EXPECT_EQ(read_frame(session.frame()).at(FramePacker::kStatus).at(0, kStatusDiverged), 1);
  EXPECT_EQ(session.digest().size(), 16u);
}

TEST(Divergence, SurvivesACheckpoint) {
  Session session = poisoned();
  session.train(10'000, kForever);
  Session resumed = Session::from_checkpoint(session.save());
  EXPECT_EQ(resumed.status(), session.status());
  EXPECT_EQ(resumed.digest(), session.digest());
  EXPECT_EQ(resumed.train(10, kForever), 0);
}

}  // namespace
}  // namespace acp
