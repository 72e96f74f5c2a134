// What critic and policy say of actions in one state: against networks evaluated by hand, the
// slopes of an update, and the field of the same state.
#include <cmath>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/session/config.h"
#include "core/session/field.h"
#include "support/environments.h"
#include "support/frames.h"
#include "support/traces.h"

namespace acp {
namespace {

constexpr int kCells = 64;

/// Numbers of one cell after the other.
struct Look {
  std::vector<float> about, values, actions, policy;

  explicit Look(std::span<const float> words) {
    auto sections = read_frame(words);
    about = sections.at(FramePacker::kFieldAbout).values;
    values = sections.at(FramePacker::kFieldValues).values;
    actions = sections.at(FramePacker::kFieldActions).values;
    policy = sections.at(FramePacker::kFieldPolicy).values;
  }
};

/// The middle of a cell, of actions between -1 and 1.
double middle(int cell) { return (2.0 * cell + 1) / kCells - 1; }

/// A network in double precision, as `Mlp` says how its parameters lie.
std::vector<double> by_hand(const Mlp& mlp, std::span<const Scalar> theta, std::vector<double> x) {
  for (const auto& layer : mlp.layers()) {
    std::vector<double> y;
    for (int i = 0; i < layer.outputs; ++i) {
      double sum = theta[static_cast<std::size_t>(layer.biases + i)];
      for (int j = 0; j < layer.inputs; ++j) {
        sum += theta[static_cast<std::size_t>(layer.weights + j * layer.stride() + i)] *
               x[static_cast<std::size_t>(j)];
      }
      y.push_back(layer.activation == Activation::relu ? std::max(sum, 0.0) : sum);
    }
    x = y;
  }
  return x;
}

/// An algorithm with its first weights, on its task.
class LookAt {
 public:
  explicit LookAt(const std::string& config) : config_(RunConfig::parse(config)) {
    place_ = config_.environment_entry().make(config_.environment());
    algorithm_ = config_.algorithm_entry().make(config_.algorithm(), task_shape(place_->info()), 7);
  }

  Look operator()(int dimension, const std::vector<double>& observation) {
    pack_actions(dimension, observation, *place_, *algorithm_, false, packer_);
    return Look(packer_.finish());
  }
  std::vector<double> policy(const std::vector<double>& observation) const {
    const PolicyNetwork policy = algorithm_->policy();
    return by_hand(*policy.mlp, policy.theta, observation);
  }
  /// What each critic says, component by component.
  std::vector<std::vector<double>> critics(const std::vector<double>& input) const {
    const CriticEnsemble& critics = *algorithm_->insight().critics;
    std::vector<std::vector<double>> q;
    for (int i = 0; i < critics.count(); ++i) {
      q.push_back(by_hand(critics.mlp(), critics.theta(i), input));
    }
    return q;
  }
  const Algorithm& algorithm() const { return *algorithm_; }

 private:
  RunConfig config_;
  std::unique_ptr<Environment> place_;
  std::unique_ptr<Algorithm> algorithm_;
  FramePacker packer_;
};

TEST(Look, IsTheSmallerQAlongOneDimensionTheOthersBeingThePolicys) {
  LookAt look("environment=lqr&lqr.dimensions=2&algorithm=sac&sac.critics=2&sac.hidden_units=8");
  const std::vector<double> state{0.75, -0.5};
  const auto head = look.policy(state);
  ASSERT_EQ(head.size(), 4u);
  for (const int dimension : {0, 1}) {
    const auto other = static_cast<std::size_t>(1 - dimension);
    const Look seen = look(dimension, state);
    ASSERT_EQ(seen.values.size(), std::size_t{kCells});
    EXPECT_EQ(seen.about[0], 2 + dimension);
    EXPECT_EQ(seen.about[1], kCells);
    const double high = seen.about[3];
    EXPECT_EQ(seen.about[2], -high);
    for (int cell = 0; cell < kCells; ++cell) {
      double input[] = {state[0], state[1], middle(cell), middle(cell)};
      input[2 + other] = std::tanh(head[other]);
      const auto at = static_cast<std::size_t>(cell);
      const auto q = look.critics({std::begin(input), std::end(input)});
      ASSERT_EQ(q.size(), 2u);
      EXPECT_NEAR(seen.values[at], std::min(q[0][0], q[1][0]), 1e-5);
      for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(seen.actions[2 * at + i], high * std::tanh(head[i]), 1e-5 * high);
        EXPECT_NEAR(seen.policy[4 * at + i], head[i], 1e-5);
        EXPECT_NEAR(seen.policy[4 * at + 2 + i], std::exp(head[2 + i]), 1e-5);
      }
    }
  }
}

TEST(Look, HasQOfEveryChoiceAndItsProbability) {
  const std::vector<double> state{0.1, -0.2, 0.3, 0.4};
  for (const bool is_minimum : {true, false}) {
    LookAt look(
        "environment=cart_pole&algorithm=sac_discrete&sac_discrete.hidden_units=8&sac_discrete."
        "twin=" +
        std::string(is_minimum ? "minimum" : "average"));
    const Look seen = look(-1, state);
    const auto q = look.critics(state);
    const auto z = look.policy(state);
    ASSERT_EQ(seen.values.size(), 2u);
    ASSERT_EQ(seen.policy.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
      const double mean = (q[0][i] + q[1][i]) / 2;
      EXPECT_NEAR(seen.values[i], is_minimum ? std::min(q[0][i], q[1][i]) : mean, 1e-5);
      EXPECT_NEAR(seen.policy[i], 1 / (1 + std::exp(z[1 - i] - z[i])), 1e-5);
    }
    EXPECT_EQ(seen.actions[0], z[1] > z[0] ? 1 : 0);
  }
}

TEST(Look, OfATableIsTheRowOfTheState) {
  LookAt look("environment=gridworld&algorithm=tabular_q");
  const auto table = look.algorithm().policy().theta;
  for (const std::size_t cell : {0u, 6u, 11u}) {
    std::vector<double> state(12, 0.0);
    state[cell] = 1;
    const Look seen = look(-1, state);
    ASSERT_EQ(seen.values.size(), 4u);
    for (std::size_t choice = 0; choice < 4; ++choice) {
      const auto at = cell * static_cast<std::size_t>(padded(4)) + choice;
      EXPECT_EQ(seen.values[choice], static_cast<float>(table[at]));
    }
  }
}

/// Q of networks without hidden layers is a straight line, so that it is known between cells too.
class StraightLine : public testing::TestWithParam<const char*> {};

TEST_P(StraightLine, HasTheValuesAndTheSlopesOfTheUpdate) {
  const std::string algorithm = GetParam();
  Session session("environment=pendulum&algorithm=" + algorithm + "&" + algorithm + ".critics=1&" +
                  algorithm + ".hidden_layers=0&" + algorithm + ".batch_size=8&" + algorithm +
                  ".warmup_steps=20");
  for (int i = 0; i < 5; ++i) session.trace();
  Session before = Session::from_checkpoint(session.save());
  const ReadTrace trace(session.trace());
  for (int j = 0; j < trace.batch(); ++j) {
    Row state;
    for (int i = 0; i < 3; ++i) state.push_back(trace.at("sample", "s", j, i));
    const auto line = [&](Session& of) {
      const auto q = Look(of.look(state, 0)).values;
      const double slope = (q.back() - q.front()) / (middle(kCells - 1) - middle(0));
      return std::pair(slope, q.front() - slope * middle(0));
    };
    const auto [slope, height] = line(session);
    const double a = trace.at("action", "action", j);
    EXPECT_NEAR(slope, trace.at("actor", "dq_da", j), 1e-4);
    EXPECT_NEAR(height + slope * a, trace.at("actor", "q", j), 1e-4);
    const auto [old_slope, old_height] = line(before);
    const double replayed = trace.at("sample", "a", j);
    EXPECT_NEAR(old_height + old_slope * replayed, trace.at("critic", "q", j), 1e-4);
  }
}
INSTANTIATE_TEST_SUITE_P(Look, StraightLine, testing::Values("dpg", "sac"));

TEST(Look, IsTheFieldOfTheSameState) {
  for (const char* const more : {"", "&normalise_observations=true"}) {
    for (const char* const task :
         {"environment=reacher&algorithm=sac", "environment=cart_pole&algorithm=dqn",
          "environment=pendulum&algorithm=a2c"}) {
      const std::string config = std::string(task) + more;
      const RunConfig parsed = RunConfig::parse(config);
      const auto place = parsed.environment_entry().make(parsed.environment());
      const EnvironmentInfo& info = place->info();
      Session session(config);
      session.watch(3);
      const int dimension = info.action.discrete ? -1 : 0;
      const auto components = static_cast<int>(info.state.size());
      const Look field(session.field({info.action.discrete ? -1 : components, -1, kCells, 1}));
      const std::vector<double> state(field.about.begin() + 11, field.about.end());
      set_state(*place, state);
      Matrix observation(static_cast<int>(info.observation.size()), 1);
      Observer(info, parsed.run().normalise_observations).observe(*place, observation.col(0));
      std::vector<double> seen;
      for (int i = 0; i < observation.rows(); ++i) seen.push_back(observation(i, 0));
      const Look look(session.look(seen, dimension));
      const auto expect_alike = [&](const std::vector<float>& a, const std::vector<float>& b) {
        ASSERT_EQ(a.size(), b.size()) << config;
        for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-5) << config;
      };
      EXPECT_FALSE(look.values.empty());
      expect_alike(look.values, field.values);
      expect_alike(look.actions, field.actions);
      expect_alike(look.policy, field.policy);
    }
  }
}

TEST(Look, ChangesNothing) {
  Session looked("preset=pendulum-sac"), alone("preset=pendulum-sac");
  for (Session* session : {&looked, &alone}) session->train(600, kForever);
  looked.look(std::vector{1.0, 0.0, 0.0}, 0);
  for (Session* session : {&looked, &alone}) session->train(50, kForever);
  EXPECT_EQ(looked.digest(), alone.digest());
}

TEST(Look, RefusesWhatCannotBe) {
  Session continuous("preset=pendulum-sac"), choices("environment=cart_pole&algorithm=dqn");
  struct Case {
    Session& session;
    std::vector<double> observation;
    int dimension;
    const char* message;
  };
  const Case cases[] = {{continuous, {1, 0, 0}, 1, "dimension: 1 is outside [0, 0]"},
                        {continuous, {1, 0, 0}, -1, "dimension: -1 is outside [0, 0]"},
                        {continuous, {}, 0, "observation: 0 is outside [3, 3]"},
                        {continuous, {1, 0, 0, 0}, 0, "observation: 4 is outside [3, 3]"},
                        {choices, {0, 0, 0, 0}, 0, "dimension: 0 is outside [-1, -1]"},
                        {choices, {0, 0, 0}, -1, "observation: 3 is outside [4, 4]"}};
  for (const auto& [session, observation, dimension, message] : cases) {
    const std::string digest = session.digest();
    try {
      session.look(observation, dimension);
      ADD_FAILURE() << message;
    } catch (const ConfigError& error) {
      EXPECT_STREQ(error.what(), message);
    }
    EXPECT_EQ(session.digest(), digest);
  }
}

TEST(Look, OfTheFarthestStatesThatTheBoundaryLetsThroughIsFinite) {
  Session session("preset=pendulum-sac");
  for (const double far : {-1e6, 1e6}) {
    const Look seen(session.look(std::vector{far, far, far}, 0));
    ASSERT_EQ(seen.values.size(), std::size_t{kCells});
    for (const auto* numbers : {&seen.values, &seen.actions, &seen.policy}) {
      for (const float x : *numbers) EXPECT_TRUE(std::isfinite(x));
    }
  }
}

}  // namespace
}  // namespace acp
