// The policy as JSON: evaluated as docs/policy-weights.md says, it acts as the core does.
#include "core/session/policy.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/env/environment.h"
#include "core/session/evaluation.h"
#include "support/algorithms.h"
#include "support/environments.h"
#include "support/sessions.h"

namespace acp {
namespace {

using nlohmann::json;
using Numbers = std::vector<double>;

/// What the document says, in double precision.
Numbers outputs(const json& policy, const Numbers& observation) {
  Numbers x;
  for (std::size_t i = 0; i < observation.size(); ++i) {
    const auto& component = policy.at("observation").at(i);
    x.push_back(component.at("scale").get<double>() * observation[i] +
                component.at("shift").get<double>());
  }
  for (const auto& layer : policy.at("layers")) {
    Numbers y = layer.at("biases");
    for (std::size_t i = 0; i < y.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) {
        y[i] += layer.at("weights").at(i).at(j).get<double>() * x[j];
      }
      if (layer.at("activation") == "relu") y[i] = std::max(y[i], 0.0);
      if (layer.at("activation") == "tanh") y[i] = std::tanh(y[i]);
    }
    x = y;
  }
  return x;
}

/// The deterministic action, in the environment's units.
Numbers action(const json& policy, const Numbers& observation) {
  Numbers y = outputs(policy, observation);
  const std::string head = policy.at("head");
  if (policy.at("action").at("kind") == "discrete") {
    EXPECT_TRUE(head == "categorical" || head == "action_values") << head;
    return {static_cast<double>(std::max_element(y.begin(), y.end()) - y.begin())};
  }
  const Numbers low = policy.at("action").at("low"), high = policy.at("action").at("high");
  EXPECT_EQ(y.size(), head == "tanh" ? low.size() : 2 * low.size());
  y.resize(low.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double a = head == "gaussian" ? std::clamp(y[i], -1.0, 1.0) : std::tanh(y[i]);
    y[i] = low[i] + (a + 1) / 2 * (high[i] - low[i]);
  }
  return y;
}

std::string describe(const Algorithm& algorithm, const EnvironmentInfo& info, bool normalised) {
  return describe_policy(algorithm.policy(), info, {"seed=1", 60, normalised});
}

TEST(Policy, ActsAsTheDocumentSays) {
  int pairs = 0;
  for (const auto& there : own_environments) {
    const auto environment = there.make(*there.make_config());
    const auto& info = environment->info();
    const TaskShape task = task_shape(info);
    for (const auto& entry : algorithms()) {
      if (!entry.accepts(task).empty()) continue;
      for (const bool normalised : {false, true}) {
        SCOPED_TRACE(entry.id + (" on " + info.id));
        const auto algorithm = entry.make(*small_config(entry, {}), task, 5);
        interact(*algorithm, task, 60);
        const json policy = json::parse(describe(*algorithm, info, normalised));
        const auto actor = algorithm->make_actor(1);
        Place place(there.make(*there.make_config()), normalised);
        Matrix observation(task.observation_size, 1), normal(task.action_width(), 1);
        Numbers observed(info.observation.size());
        std::vector<double> acted(static_cast<std::size_t>(task.action_width()));
        const Starts starts(*environment);
        Rng chance = Starts::chance();
        for (std::size_t start = 0; start < std::min<std::size_t>(starts.size(), 20); ++start) {
          starts.bring(place, start, chance);
          place.environment().observe(observed);
          place.observe(observation.col(0));
          actor->act(observation, normal, nullptr);
          ActionScale(info.action).to_environment(normal.col(0), acted);
          const Numbers expected = action(policy, observed);
          ASSERT_EQ(acted.size(), expected.size());
          for (std::size_t i = 0; i < acted.size(); ++i) {
            const double range = task.discrete ? 0 : info.action.high[i] - info.action.low[i];
            EXPECT_NEAR(acted[i], expected[i], 1e-5 * range);
          }
        }
        ++pairs;
      }
    }
  }
  EXPECT_GE(pairs, 2 * 20);
}

TEST(Policy, SaysWhereItComesFrom) {
  Session session = quick_session("seed=3&normalise_observations=true");
  session.train(60, kForever);
  const json policy = json::parse(session.policy());
  EXPECT_EQ(policy.at("format"), "actor-critic-playground policy");
  EXPECT_EQ(policy.at("version"), 1);
  EXPECT_EQ(policy.at("config"), session.config());
  EXPECT_EQ(policy.at("environment_steps"), 60);
  EXPECT_EQ(policy.at("head"), "tanh_gaussian");
  EXPECT_EQ(policy.at("observation").at(2).at("scale"), 0.125);  // θ̇ in [-8, 8]
  ASSERT_EQ(policy.at("layers").size(), 3u);
  EXPECT_EQ(policy.at("layers").at(0).at("weights").size(), 8u);
  EXPECT_EQ(policy.at("layers").at(0).at("weights").at(7).size(), 3u);
  // tests/cli/onnx.test.mjs has what that file computes.
  const std::string onnx = session.policy_onnx();
  for (const std::string& said :
       std::initializer_list<std::string>{session.config(), "cos θ, sin θ, θ̇", "tanh_gaussian"}) {
    EXPECT_NE(onnx.find(said), onnx.npos) << said;
  }
}

TEST(Policy, IsRefusedOnceAWeightIsNotFinite) {
  const auto& entry = environments()[0];
  const auto environment = entry.make(*entry.make_config());
  const Mlp mlp({.inputs = 3, .hidden = {}, .outputs = 1});
  Buffer theta(static_cast<std::size_t>(mlp.parameters()), Scalar(0));
  const PolicyNetwork policy{PolicyHead::tanh, &mlp, theta};
  EXPECT_NO_THROW(describe_policy(policy, environment->info(), {"", 0, false}));
  EXPECT_NO_THROW(policy_as_onnx(policy, environment->info(), {"", 0, false}));
  theta[4] = std::numeric_limits<Scalar>::quiet_NaN();
  EXPECT_THROW(describe_policy(policy, environment->info(), {"", 0, false}), std::invalid_argument);
  EXPECT_THROW(policy_as_onnx(policy, environment->info(), {"", 0, false}), std::invalid_argument);
}

}  // namespace
}  // namespace acp
