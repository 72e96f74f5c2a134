#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/session/config.h"
#include "support/environments.h"

namespace acp {
namespace {

// Whatever is registered must keep these promises.
class EveryEnvironment : public testing::TestWithParam<EnvironmentEntry> {
 protected:
  std::unique_ptr<Simulation> make() const { return acp::make(GetParam()); }
  static std::vector<double> state_of(const Simulation& environment) {
    return {environment.state().begin(), environment.state().end()};
  }
  /// Whether all episodes of the default configuration start alike.
  static bool starts_alike() {
    static const std::set<std::string> ids{"bandit", "gridworld"};
    return ids.count(GetParam().id) > 0;
  }
  static bool finite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
  }
};

TEST_P(EveryEnvironment, DescribesItself) {
  const auto environment = make();
  const EnvironmentInfo& info = environment->info();
  EXPECT_EQ(info.id, GetParam().id);
  for (const auto& text : {info.id, info.title, info.help, info.source}) EXPECT_NE(text, "");
  EXPECT_FALSE(info.observation.empty());
  EXPECT_FALSE(info.draw.empty());
  EXPECT_GT(info.time_limit, 0);
  EXPECT_GT(info.seconds_per_step, 0);
  EXPECT_GT(info.action.size(), 0);
  const std::size_t bounds = info.action.discrete ? 0 : info.action.names.size();
  ASSERT_EQ(info.action.low.size(), bounds);
  ASSERT_EQ(info.action.high.size(), bounds);
  for (const auto& component : info.observation) EXPECT_LT(component.low, component.high);
  for (std::size_t i = 0; i < info.action.low.size(); ++i) {
    EXPECT_LT(info.action.low[i], info.action.high[i]);
  }
  EXPECT_EQ(environment->state().size(), info.state.size());
  EXPECT_LT(info.reference.random, info.reference.threshold);
  EXPECT_LE(info.reference.threshold, info.reference.optimum);
}

TEST_P(EveryEnvironment, SameSeedSameEpisode) {
  const auto a = make(), b = make();
  Rng rng_a(5, Stream::environment), rng_b(5, Stream::environment);
  for (int t = 0; t < 300; ++t) {
    if (t % 100 == 0) {
      a->reset(rng_a);
      b->reset(rng_b);
    }
    const auto action = random_action(a->info().action, rng_a);
    EXPECT_EQ(action, random_action(b->info().action, rng_b));
    EXPECT_EQ(a->step(action, rng_a).reward, b->step(action, rng_b).reward);
    EXPECT_EQ(state_of(*a), state_of(*b));
  }
}

TEST_P(EveryEnvironment, SeedsDiffer) {
  const auto a = make(), b = make();
  Rng rng_a(5, Stream::environment), rng_b(6, Stream::environment);
  a->reset(rng_a);
  b->reset(rng_b);
  EXPECT_EQ(state_of(*a) == state_of(*b), starts_alike());
}

TEST_P(EveryEnvironment, TheStateIsTheWholeState) {
  const auto original = make(), restored = make();
  Rng rng(7, Stream::environment);
  original->reset(rng);
  for (int t = 0; t < 200; ++t) {
    restored->set_state(original->state());
    EXPECT_EQ(state_of(*restored), state_of(*original));
    EXPECT_EQ(observation_of(*restored), observation_of(*original));
    const auto action = random_action(original->info().action, rng);
    const auto clone = simulation(original->clone());
    const Rng before = rng;
    const StepResult result = original->step(action, rng);
    for (Simulation* other : {restored.get(), clone.get()}) {
      Rng same = before;
      const StepResult theirs = other->step(action, same);
      EXPECT_EQ(theirs.reward, result.reward);
      EXPECT_EQ(theirs.terminated, result.terminated);
      EXPECT_EQ(state_of(*other), state_of(*original));
    }
    if (result.terminated) original->reset(rng);
  }
}

TEST_P(EveryEnvironment, StaysFiniteUnderAnyActionAndKick) {
  const auto environment = make();
  const auto& info = environment->info();
  Rng rng(8, Stream::environment);
  environment->reset(rng);
  std::vector<float> draw(info.draw.size());
  for (int t = 0; t < 3000; ++t) {
    if (t % 10 == 0) environment->kick(rng.uniform(-1, 1));
    if (t % 97 == 0) environment->drag(rng.uniform(-5, 5), rng.uniform(-5, 5));
    auto action = random_action(info.action, rng);
    if (t % 7 == 0 && !info.action.discrete) action[0] *= 1e6;
    const StepResult result = environment->step(action, rng);
    ASSERT_TRUE(std::isfinite(result.reward));
    ASSERT_TRUE(finite(state_of(*environment)));
    ASSERT_TRUE(finite(observation_of(*environment)));
    environment->draw(draw);
    for (const float x : draw) ASSERT_TRUE(std::isfinite(x));
    if (result.terminated) environment->reset(rng);
  }
}

TEST_P(EveryEnvironment, EvaluationStatesAreStates) {
  const auto environment = make();
  const auto states = environment->evaluation_states();
  if (starts_alike()) {
    Rng rng(9, Stream::environment);
    environment->reset(rng);
    EXPECT_EQ(std::set(states.begin(), states.end()), std::set{state_of(*environment)});
  } else {
    EXPECT_GE(states.size(), 20u);
    EXPECT_EQ(std::set(states.begin(), states.end()).size(), states.size());
  }
  for (const auto& state : states) {
    ASSERT_EQ(state.size(), environment->info().state.size());
    environment->set_state(state);
    EXPECT_EQ(state_of(*environment), state);
    EXPECT_TRUE(finite(observation_of(*environment)));
  }
}

TEST_P(EveryEnvironment, TheRandomPolicyReturnsWhatTheReferenceSays) {
  const auto environment = make();
  const auto states = static_cast<int>(environment->evaluation_states().size());
  const Moments returns = random_returns(*environment, (500 + states - 1) / states);
  EXPECT_LE(std::abs(returns.mean() - environment->info().reference.random),
            kLargestZ * returns.standard_error());
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryEnvironment, testing::ValuesIn(own_environments),
                         [](const auto& parameter) { return parameter.param.id; });

/// Adds the first environment under another id; what is wrong with that, or "".
std::string refusal(const std::string& id) {
  EnvironmentEntry entry = environments()[0];
  entry.id = id;
  try {
    add_environment(entry);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Environments, HaveDistinctIds) {
  std::set<std::string> ids;
  for (const auto& entry : environments()) EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
  for (const std::string& id : ids) EXPECT_NE(refusal(id).find("there is one"), id.npos) << id;
}

TEST(Environments, HaveIdsThatFitIntoALink) {
  const auto before = environments().size();
  for (const char* id : {"", "1d", "_a", "Pendulum", "a-b", "a.b", "a b", "a&b=", "ä", "a\n",
                         "a2345678901234567890123456789012345678901"}) {
    EXPECT_NE(refusal(id).find("an id is a small letter"), std::string::npos) << id;
  }
  EXPECT_EQ(environments().size(), before);
}

TEST(Environments, AreThereOnceTheyAreAdded) {
  const auto before = environments();
  const EnvironmentEntry* first = before.data();
  ASSERT_EQ(refusal("added_2"), "");
  const auto after = environments();
  EXPECT_EQ(after.data(), first) << "entries stay where they are";
  ASSERT_EQ(after.size(), before.size() + 1);
  EXPECT_EQ(after.back().id, "added_2");
  EXPECT_EQ(RunConfig::parse("environment=added_2").print().substr(0, 20), "environment=added_2&");
}

}  // namespace
}  // namespace acp
