// Runs on a task from outside: as good as one's own where it can do as much, and what happens where
// it cannot or goes wrong.
#include "support/outside.h"

#include <cmath>
#include <deque>

#include <gtest/gtest.h>

#include "core/env/simulation.h"
#include "support/environments.h"
#include "support/frames.h"
#include "support/sessions.h"

namespace acp {
namespace {

using Fault = OutsidePendulum::Fault;

constexpr const char* kSac = "&sac.batch_size=16&sac.hidden_units=8&sac.warmup_steps=50";
constexpr const char* kEvery = "&seed=4&evaluate_every=100&diagnostics_every=50";

/// Tasks that are there for the rest of the program, once each.
template <class Change>
OutsidePendulum& registered(const char* id, Change change) {
  static std::deque<OutsidePendulum> all;  // as long as the registry
  auto& outside = all.emplace_back(id);
  change(outside);
  add_environment(host_entry(outside.info, outside.functions));
  return outside;
}
OutsidePendulum& complete() {
  static OutsidePendulum& outside = registered("outside", [](auto&) {});
  return outside;
}
/// Without all that is optional.
OutsidePendulum& bare() {
  static OutsidePendulum& outside = registered("bare", [](OutsidePendulum& made) {
    made.without_snapshot();
    made.without_drawing();
    made.without_pointer();
    made.functions.copy = nullptr;
  });
  return outside;
}

std::string sac_on(const std::string& id) {
  return "environment=" + id + "&algorithm=sac" + kSac + kEvery;
}
Session run_on(const OutsidePendulum& outside) { return Session(sac_on(outside.info.id)); }

/// Everything of a frame but the wall-clock seconds.
std::vector<float> seen_in(Session& session) {
  std::vector<float> all;
  for (auto& [id, section] : read_frame(session.frame())) {
    const std::size_t seconds =
        id == FramePacker::kStatus ? std::size_t{kStatusSeconds} : std::size_t{kBinSeconds};
    for (std::size_t i = 0; i < section.values.size(); ++i) {
      const bool timed = id != FramePacker::kDraw && i % section.columns == seconds;
      if (!timed) all.push_back(std::isnan(section.values[i]) ? -1 : section.values[i]);
    }
  }
  return all;
}

std::vector<double> returns(const std::vector<Episode>& episodes) {
  std::vector<double> returns;
  for (const auto& episode : episodes) returns.push_back(episode.total_reward);
  return returns;
}

TEST(Outside, ARunIsTheOneOnTheBuiltInTask) {
  Session own(sac_on("pendulum")), outside = run_on(complete());
  for (const int steps : {130, 320}) {
    for (auto* each : {&own, &outside}) {
      each->train(steps, kForever);
      each->watch(12, true);
      each->kick(0.4);
      each->drag(-0.2, 0.7);
      each->watch(3);
    }
    EXPECT_EQ(outside.digest(), own.digest());
    EXPECT_EQ(seen_in(outside), seen_in(own)) << "evaluations, episodes and drawing included";
    const auto field = own.field({0, 1, 6, 5}), same = outside.field({0, 1, 6, 5});
    EXPECT_TRUE(std::equal(field.begin(), field.end(), same.begin(), same.end()));
  }
  EXPECT_EQ(returns(outside.evaluate()), returns(own.evaluate()));
  EXPECT_EQ(returns(outside.evaluate({{1, 0.5}})), returns(own.evaluate({{1, 0.5}})));
  EXPECT_EQ(outside.laboratory("states=grid&batch=8").describe(),
            own.laboratory("states=grid&batch=8").describe());
}

TEST(Outside, MayHaveTheIdOfAnAlgorithm) {
  registered("sac", [](auto&) {});
  const std::string config = "environment=sac&algorithm=sac&sac.gamma=0.9";
  EXPECT_EQ(RunConfig::parse(config).print(), config);
}

TEST(Outside, GoesOnBitForBitFromACheckpoint) {
  Session first = run_on(complete()), uninterrupted = run_on(complete());
  first.train(230, kForever);
  first.watch(7);
  Session resumed = Session::from_checkpoint(first.save());
  EXPECT_EQ(resumed.unresumed(), "");
  EXPECT_EQ(resumed.save(), first.save());
  resumed.train(200, kForever);
  uninterrupted.train(430, kForever);
  EXPECT_EQ(resumed.digest(), uninterrupted.digest());
}

std::string refusal_of(const std::vector<std::uint8_t>& checkpoint) {
  try {
    Session::from_checkpoint(checkpoint);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Outside, AStateThatATaskDoesNotTakeIsRefusedByName) {
  OutsidePendulum& outside = complete();
  Session session = run_on(outside);
  session.train(60, kForever);
  const auto checkpoint = session.save();
  outside.break_down("load", Fault::fails);
  EXPECT_EQ(refusal_of(checkpoint), "checkpoint: viewer.state: load of outside: the rod is gone");
  outside.break_down("load", Fault::fails, 1);
  EXPECT_EQ(refusal_of(checkpoint), "checkpoint: place.state: load of outside: the rod is gone");
  outside.mend();
  EXPECT_EQ(refusal_of(checkpoint), "");
}

TEST(Outside, ACheckpointNeedsAStateThatStaysAsItIs) {
  OutsidePendulum& rounding = registered("rounding", [](OutsidePendulum& made) {
    static const auto load = made.functions.load;
    made.functions.load = [](void* task, const double* state) {
      return load(task, std::array{std::round(state[0]), std::round(state[1])}.data());
    };
  });
  Session session = run_on(rounding);
  session.train(60, kForever);
  EXPECT_EQ(refusal_of(session.save()),
            "checkpoint: place.state: loading it leads to another state");
}

TEST(Outside, LearnsTheSameWithoutAnythingOptional) {
  Session own(sac_on("pendulum")), outside = run_on(bare());
  for (auto* each : {&own, &outside}) each->train(450, kForever);
  EXPECT_EQ(outside.digest(), own.digest());
  const auto drawn = drawn_states(*make(pendulum_entry()), 20);
  for (int repeat = 0; repeat < 2; ++repeat) {
    EXPECT_EQ(returns(outside.evaluate()), returns(own.evaluate(drawn)))
        << "from resets that come out the same every time";
  }
}

TEST(Outside, WhatIsMissingIsSaidOrLeftOut) {
  Session session = run_on(bare());
  session.train(60, kForever);
  session.watch(5);
  seen_in(session);  // the rows
  const auto before = seen_in(session);
  session.kick(1);
  session.drag(0.5, 0.5);
  EXPECT_EQ(seen_in(session), before);
  const auto frame = read_frame(session.frame());
  EXPECT_EQ(frame.at(FramePacker::kDraw).rows, 0u);
  const auto complaint = [](auto&& act) -> std::string {
    try {
      act();
    } catch (const ConfigError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(complaint([&] {
              session.evaluate({{1, 0}});
            }),
            "states, state 1: bare cannot be put into a state");
  EXPECT_EQ(complaint([&] { session.field({0, 1}); }), "across: bare cannot be put into a state");
  EXPECT_EQ(session.laboratory("states=grid&batch=8").describe(),
            session.laboratory("states=grid&batch=8").describe());
}

TEST(Outside, ACheckpointWithoutStatesSaysWhatItCannotResume) {
  Session first = run_on(bare());
  first.train(230, kForever);
  first.watch(7);
  Session resumed = Session::from_checkpoint(first.save());
  EXPECT_NE(resumed.unresumed().find("bare has no save and load"), std::string::npos);
  EXPECT_EQ(resumed.digest(), first.digest());
  EXPECT_EQ(resumed.environment_steps(), 230);
  EXPECT_EQ(read_frame(resumed.frame()).at(FramePacker::kStatus).at(0, kStatusShownLength), 0)
      << "a new episode";
  Session again = Session::from_checkpoint(first.save());
  std::vector<EpisodeRow> rows;
  struct Keep final : Listener {
    void episode(const EpisodeRow& row) override { rows->push_back(row); }
    std::vector<EpisodeRow>* rows;
  } keep;
  keep.rows = &rows;
  resumed.listen(&keep);
  for (auto* each : {&resumed, &again}) each->train(250, kForever);
  EXPECT_EQ(resumed.digest(), again.digest()) << "it goes on the same every time";
  EXPECT_EQ(resumed.environment_steps(), 480);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].environment_steps, 430) << "200 steps after the checkpoint";
  EXPECT_EQ(rows[0].length, 200);
}

TEST(Outside, WhatWaitsForTheEndOfAnEpisodeIsForgottenWithIt) {
  bare();
  const std::string a2c = "environment=bare&algorithm=a2c&a2c.environments=2&a2c.steps=5";
  Session first(a2c);
  first.train(18, kForever);
  ASSERT_EQ(first.updates(), 1);
  Session resumed = Session::from_checkpoint(first.save());
  resumed.train(8, kForever);
  EXPECT_EQ(resumed.updates(), 1) << "the rollout begins anew";
  resumed.train(2, kForever);
  EXPECT_EQ(resumed.updates(), 2);

  Session reinforce("environment=bare&algorithm=reinforce&reinforce.episodes_per_update=2");
  reinforce.train(250, kForever);
  Session later = Session::from_checkpoint(reinforce.save());
  later.train(399, kForever);
  EXPECT_EQ(later.updates(), 0) << "two whole episodes are needed";
  later.train(1, kForever);
  EXPECT_EQ(later.updates(), 1);
}

TEST(Outside, AFunctionThatFailsStopsTheRunAndNothingElse) {
  OutsidePendulum& outside = complete();
  Session alone = run_on(outside), other = run_on(outside);
  alone.train(150, kForever);
  const std::pair<const char*, Fault> faults[] = {{"step", Fault::fails},
                                                  {"step", Fault::not_a_number},
                                                  {"observe", Fault::too_few},
                                                  {"observe", Fault::not_a_number},
                                                  {"reset", Fault::fails}};
  for (const auto& [function, fault] : faults) {
    SCOPED_TRACE(function);
    Session broken = run_on(outside);
    broken.train(60, kForever);
    const auto digest = broken.digest();
    outside.break_down(function, fault);
    EXPECT_LT(broken.train(300, kForever), 300);
    outside.mend();
    const std::string status = broken.status();
    EXPECT_EQ(status.find("Stopped at environment step "), 0u) << status;
    EXPECT_NE(status.find(std::string(function) + " of outside: "), std::string::npos) << status;
    if (std::string(function) != "reset") {
      EXPECT_EQ(broken.digest(), digest);
    }
    EXPECT_EQ(broken.train(10, kForever), 0);
    EXPECT_EQ(read_frame(broken.frame()).at(FramePacker::kStatus).at(0, kStatusDiverged), 1);
    Session resumed = Session::from_checkpoint(broken.save());
    EXPECT_EQ(resumed.status(), status);
  }
  other.train(150, kForever);
  EXPECT_EQ(other.digest(), alone.digest());
}

TEST(Outside, WhatARunStoppedForIsOneLineThatACheckpointKeeps) {
  OutsidePendulum& outside = registered("lines", [](OutsidePendulum& made) {
    for (auto& each : made.info.observation) each.name = "cosine\nof\x7f" + std::string(2000, 'x');
  });
  Session session = run_on(outside);
  outside.break_down("observe", Fault::not_a_number);
  session.train(10, kForever);
  outside.mend();
  const std::string status = session.status();
  EXPECT_NE(status.find("cosine of x"), std::string::npos) << status;
  EXPECT_EQ(Session::from_checkpoint(session.save()).status(), status);
}

TEST(Outside, ADivergedRunBlamesItselfAndNotTheTask) {
  complete();
  Session session = poisoned("environment=outside&algorithm=sac");
  session.train(1000, kForever);
  const std::string status = session.status();
  EXPECT_EQ(status.find("Diverged: a weight of "), 0u) << status;
  EXPECT_EQ(session.environment_steps(), 101) << "at the first action that is none";
}

TEST(Outside, AViewerThatFailsStopsTheRunToo) {
  OutsidePendulum& outside = complete();
  const std::pair<const char*, void (*)(Session&)> uses[] = {
      {"step", [](Session& session) { session.watch(3); }},
      {"kick", [](Session& session) { session.kick(1); }},
      {"drag", [](Session& session) { session.drag(0, 1); }},
      {"draw", [](Session& session) { session.frame(); }}};
  for (const auto& [function, use] : uses) {
    SCOPED_TRACE(function);
    Session session = run_on(outside);
    outside.break_down(function, Fault::fails);
    EXPECT_NO_THROW(use(session));
    EXPECT_EQ(session.status(), "Stopped at environment step 0: " + std::string(function) +
                                    " of outside: the rod is gone");
    EXPECT_EQ(read_frame(session.frame()).at(FramePacker::kStatus).at(0, kStatusDiverged), 1);
    outside.mend();
  }
}

TEST(Outside, WhatIsAskedBesideTheRunThrowsAndLeavesItAsItWas) {
  OutsidePendulum& outside = complete();
  const std::pair<const char*, void (*)(Session&)> uses[] = {
      {"save", [](Session& session) { session.save(); }},
      {"load",
       [](Session& session) {
         session.field({0, 1, 2, 2});
       }},
      {"start", [](Session& session) { session.evaluate(); }},
      {"load",
       [](Session& session) {
         session.evaluate({{1, 0.5}});
       }},
      {"start", [](Session& session) { session.laboratory("states=grid&batch=2"); }}};
  Session session = run_on(outside), alone = run_on(outside);
  session.train(60, kForever);
  for (const auto& [function, use] : uses) {
    outside.break_down(function, Fault::fails);
    EXPECT_THROW(use(session), EnvironmentError) << function;
    outside.mend();
    EXPECT_EQ(session.status(), "");
  }
  session.train(60, kForever);
  alone.train(120, kForever);
  EXPECT_EQ(session.digest(), alone.digest());
}

TEST(Outside, ARunThatCannotStartSaysWhy) {
  OutsidePendulum& outside = complete();
  for (const char* function : {"create", "reset", "observe", "start"}) {
    outside.break_down(function, Fault::fails);
    try {
      run_on(outside);
      ADD_FAILURE() << function;
    } catch (const std::exception& error) {
      EXPECT_EQ(error.what(), std::string(function) + " of outside: the rod is gone");
    }
    outside.mend();
  }
}

TEST(Outside, TuningMakesNoOther) {
  OutsidePendulum& outside = complete();
  Session session = run_on(outside);
  for (const char* function : {"create", "copy"}) {
    outside.break_down(function, Fault::fails);
    EXPECT_NO_THROW(session.tune("sac.gamma=0.9")) << function;
    outside.mend();
  }
}

}  // namespace
}  // namespace acp
