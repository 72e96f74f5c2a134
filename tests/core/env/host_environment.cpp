// Tasks behind the table of functions: what they can do, and what is refused.
#include "core/env/host_environment.h"

#include <functional>

#include <gtest/gtest.h>

#include "core/env/exact_model.h"
#include "support/environments.h"
#include "support/outside.h"

namespace acp {
namespace {

using Fault = OutsidePendulum::Fault;

std::unique_ptr<Environment> made(const OutsidePendulum& outside) {
  const EnvironmentEntry entry = host_entry(outside.info, outside.functions);
  return entry.make(*entry.make_config());
}

/// What an action throws.
template <class Act>
std::string error_of(Act&& act) {
  try {
    act();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

TEST(HostEnvironment, IsWhatTheTableSays) {
  OutsidePendulum outside("outside");
  {
    const auto host = made(outside);
    const auto own = make(pendulum_entry());
    Rng ours(3, Stream::environment), theirs(3, Stream::environment), chance(4, Stream::policy);
    std::vector<float> drawing(4);
    for (int t = 0; t < 500; ++t) {
      if (t % 200 == 0) {
        own->reset(ours);
        host->reset(theirs);
      }
      if (t % 70 == 0) {
        own->kick(0.3);
        host->pointer()->kick(0.3);
      }
      if (t == 444) {
        own->drag(0.3, -0.4);
        host->pointer()->drag(0.3, -0.4);
      }
      const auto action = random_action(own->info().action, chance);
      EXPECT_EQ(host->step(action, theirs).reward, own->step(action, ours).reward);
      EXPECT_EQ(observation_of(*host), observation_of(*own));
      EXPECT_EQ(state_of(*host), state_of(*own));
      host->drawing()->draw(drawing);
      EXPECT_EQ(drawing, drawing_of(*own));
    }
    EXPECT_EQ(ours.next(), theirs.next());
    const auto clone = host->clone();
    EXPECT_EQ(state_of(*clone), state_of(*host));
    set_state(*host, std::array{0.5, 0.25});
    EXPECT_EQ(state_of(*host), (std::vector{0.5, 0.25}));
    EXPECT_NE(state_of(*clone), state_of(*host));
    EXPECT_EQ(host->evaluation_states(), own->evaluation_states());
    EXPECT_EQ(outside.alive, 2);
  }
  EXPECT_EQ(outside.alive, 0);
}

TEST(HostEnvironment, HasOnlyWhatTheTableHas) {
  OutsidePendulum outside("outside");
  outside.without_snapshot();
  outside.without_drawing();
  outside.without_pointer();
  outside.functions.copy = nullptr;
  const auto host = made(outside);
  EXPECT_EQ(host->snapshot(), nullptr);
  EXPECT_EQ(host->drawing(), nullptr);
  EXPECT_EQ(host->pointer(), nullptr);
  EXPECT_EQ(host->clone(), nullptr);
  EXPECT_EQ(host->exact_model(0.9), nullptr);
  EXPECT_TRUE(host->evaluation_states().empty());
}

TEST(HostEnvironment, DrawsNormalNumbersOfTheStreamItIsGiven) {
  OutsidePendulum outside("outside");
  outside.functions.reset = [](void*, const HostRandom* random) {
    std::array<double, 11> drawn;
    random->normal(random->stream, drawn.data(), 11);
    Rng same(5, Stream::environment);
    std::array<Scalar, 11> expected;
    same.fill_normal(expected);
    return std::equal(drawn.begin(), drawn.end(), expected.begin()) ? 0 : -1;
  };
  Rng rng(5, Stream::environment);
  EXPECT_NO_THROW(made(outside)->reset(rng));
}

/// An environment, and every way to call it, by the name of the function.
class Calls {
 public:
  explicit Calls(Environment& environment)
      : all{{"reset", [&] { environment.reset(rng_); }},
            {"step", [&] { environment.step(std::array{1.0}, rng_); }},
            {"observe", [&] { observation_of(environment); }},
            {"save", [&] { state_of(environment); }},
            {"load",
             [&] {
               set_state(environment, std::array{1.0, 0.0});
             }},
            {"draw",
             [&] {
               std::vector<float> drawing(environment.info().draw.size());
               environment.drawing()->draw(drawing);
             }},
            {"kick", [&] { environment.pointer()->kick(1); }},
            {"drag", [&] { environment.pointer()->drag(1, 0); }},
            {"copy", [&] { environment.clone(); }},
            {"start", [&] { environment.evaluation_states(); }}} {}

 private:
  Rng rng_{1, Stream::environment};

 public:
  std::vector<std::pair<std::string, std::function<void()>>> all;
};

TEST(HostEnvironment, ErrorsNameTheFunctionAndWhatIsWrong) {
  OutsidePendulum outside("outside");
  const auto host = made(outside);
  const Calls calls(*host);
  for (const auto& [name, call] : calls.all) {
    outside.break_down(name, Fault::fails);
    EXPECT_EQ(error_of(call), name + " of outside: the rod is gone");
    outside.mend();
    EXPECT_EQ(error_of(call), "") << "and nothing else is harmed";
  }
  outside.break_down("create", Fault::fails);
  EXPECT_EQ(error_of([&] { made(outside); }), "create of outside: the rod is gone");
  outside.functions.complaint = nullptr;
  EXPECT_EQ(error_of([&] { made(outside); }), "create of outside: it failed");
}

TEST(HostEnvironment, WrongNumbersAreErrors) {
  OutsidePendulum outside("outside");
  const auto host = made(outside);
  const Calls calls(*host);
  const auto error = [&](const char* function, Fault fault) {
    outside.break_down(function, fault);
    for (const auto& [name, call] : calls.all) {
      if (name == function) return error_of(call);
    }
    return std::string();
  };
  EXPECT_EQ(error("observe", Fault::too_few), "observe of outside: 2 numbers instead of 3");
  EXPECT_EQ(error("observe", Fault::too_many), "observe of outside: 4 numbers instead of 3");
  EXPECT_EQ(error("observe", Fault::not_a_number), "observe of outside: θ̇ is not a finite number");
  EXPECT_EQ(error("step", Fault::not_a_number),
            "step of outside: the reward is not a finite number");
  EXPECT_EQ(error("save", Fault::too_few), "save of outside: 1 numbers instead of 2");
  EXPECT_EQ(error("save", Fault::not_a_number),
            "save of outside: theta_dot is not a finite number");
  EXPECT_EQ(error("draw", Fault::too_many), "draw of outside: 5 numbers instead of 4");
  EXPECT_EQ(error("draw", Fault::not_a_number), "draw of outside: reward is not a finite number");
  EXPECT_EQ(error("start", Fault::too_few), "start of outside: 1 numbers instead of 2");
}

TEST(HostEnvironment, IsNeverAskedForAnActionThatIsNone) {
  OutsidePendulum outside("outside");
  outside.functions.step = [](void*, const double*, const HostRandom*, double*, int*) {
    ADD_FAILURE() << "the task was stepped";
    return 0;
  };
  const auto host = made(outside);
  Rng rng(1, Stream::environment);
  for (const double action : {double{NAN}, double{INFINITY}}) {
    EXPECT_EQ(error_of([&] { host->step(std::array{action}, rng); }),
              "step of outside: there is no action to take: the policy's is not a finite number");
  }
}

TEST(HostEnvironment, AStateThatCouldNotBeSetIsAnError) {
  OutsidePendulum outside("outside");
  outside.functions.save = [](void*, double* out, int) {
    out[0] = out[1] = 2e5;
    return 2;
  };
  const auto host = made(outside);
  EXPECT_EQ(error_of([&] { state_of(*host); }),
            "save of outside: theta 200000 is outside [-100000, 100000]");
}

TEST(HostEnvironment, IsNeverGivenAStateThatIsNone) {
  OutsidePendulum outside("outside");
  outside.functions.load = [](void*, const double*) {
    ADD_FAILURE() << "the task was given it";
    return 0;
  };
  const auto host = made(outside);
  EXPECT_EQ(error_of([&] {
              set_state(*host, std::array{1.0, -2e5});
            }),
            "load of outside: theta_dot -200000 is outside [-100000, 100000]");
  EXPECT_NE(error_of([&] { set_state(*host, std::array{double{NAN}, 0.0}); }), "");
}

TEST(HostEntry, RefusesWhatMakesNoTask) {
  const auto refusal = [](const std::function<void(OutsidePendulum&)>& change) {
    OutsidePendulum outside("outside");
    change(outside);
    return error_of([&] { host_entry(outside.info, outside.functions); });
  };
  EXPECT_EQ(refusal([](auto&) {}), "");
  const std::string start = "environment \"outside\": ";
  using O = OutsidePendulum;
  const std::pair<std::function<void(O&)>, const char*> cases[] = {
      {[](O& o) { o.functions.create = nullptr; }, "create is missing"},
      {[](O& o) { o.functions.destroy = nullptr; }, "destroy is missing"},
      {[](O& o) { o.functions.reset = nullptr; }, "reset is missing"},
      {[](O& o) { o.functions.step = nullptr; }, "step is missing"},
      {[](O& o) { o.functions.observe = nullptr; }, "observe is missing"},
      {[](O& o) { o.functions.save = nullptr; }, "save and load come together"},
      {[](O& o) { o.functions.load = nullptr; }, "save and load come together"},
      {[](O& o) { o.functions.drag = nullptr; }, "kick and drag come together"},
      {[](O& o) { o.info.state.clear(); }, "a state is listed if there are save and load"},
      {[](O& o) { o.functions.draw = nullptr; }, "what to draw is listed if there is draw"},
      {[](O& o) { o.info.draw.clear(); }, "what to draw is listed if there is draw"},
      {[](O& o) { o.functions.starts = 1001; }, "starts 1001 is outside [0, 1000]"},
      {[](O& o) { o.functions.start = nullptr; }, "starts need start, save and load"},
      {[](O& o) { o.info.observation.clear(); }, "observation is empty"},
      {[](O& o) {
         o.info.observation.resize(4097, {"x", 0, 1});
       },
       "4097 numbers are more than 4096"},
      {[](O& o) { o.info.observation[1].high = -1; }, "observation, sin θ: [-1, -1] is no range"},
      {[](O& o) { o.info.state[0].low = NAN; },
       "state, theta: [null, 3.141592653589793] is no range"},
      {[](O& o) { o.info.state[1].high = 2e5; }, "state, theta_dot: no state may be beyond 100000"},
      {[](O& o) { o.info.action.names.clear(); }, "action is empty"},
      {[](O& o) { o.info.action.low.clear(); }, "action: 1 bounds are needed on either side"},
      {[](O& o) { o.info.action.discrete = true; }, "action: 0 bounds are needed on either side"},
      {[](O& o) { o.info.action.low = {2}; }, "action, torque: [2, 2] is no range"},
      {[](O& o) { o.info.time_limit = 0; }, "time_limit 0 is outside [1, 1000000]"},
      {[](O& o) { o.info.seconds_per_step = 0; }, "seconds_per_step is not a positive number"},
      {[](O& o) { o.info.states = 4; }, "states is neither 0 nor the size of the observation"}};
  for (const auto& [change, complaint] : cases) EXPECT_EQ(refusal(change), start + complaint);
}

}  // namespace
}  // namespace acp
