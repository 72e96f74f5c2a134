// Critic and policy over two axes, against the networks and tables themselves.
#include "core/session/field.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "core/session/evaluation.h"
#include "core/session/session.h"
#include "support/environments.h"
#include "support/forever.h"

namespace acp {
namespace {

/// The sections of a packed field.
struct Unpacked {
  std::span<const float> about, values, actions, policy;
  int columns, rows;

  explicit Unpacked(std::span<const float> words) {
    const auto word = [&](std::size_t at) {
      std::uint32_t x = 0;
      std::memcpy(&x, words.data() + at, sizeof x);
      return x;
    };
    std::map<std::uint32_t, std::span<const float>> sections;
    for (std::size_t i = 0; i < word(2); ++i) {
      const std::size_t at = 4 + 4 * i;
      sections[word(at)] = words.subspan(word(at + 1), word(at + 2) * word(at + 3));
    }
    about = sections[FramePacker::kFieldAbout];
    values = sections[FramePacker::kFieldValues];
    actions = sections[FramePacker::kFieldActions];
    policy = sections[FramePacker::kFieldPolicy];
    columns = static_cast<int>(about[1]);
    rows = static_cast<int>(about[5]);
  }
  int cells() const { return columns * rows; }
  /// What a section says of a cell.
  std::span<const float> at(std::span<const float> section, int column, int row) const {
    const std::size_t width = section.size() / static_cast<std::size_t>(cells());
    return section.subspan(static_cast<std::size_t>(row * columns + column) * width, width);
  }
};

/// An environment and an algorithm with its first weights, to ask for fields and to compare.
class FieldOf {
 public:
  FieldOf(const std::string& config, std::vector<double> now)
      : config_(RunConfig::parse(config)),
        now_(std::move(now)),
        environment_(environments()[static_cast<std::size_t>(config_.run().environment)].make(
            config_.environment())),
        algorithm_(algorithms()[static_cast<std::size_t>(config_.run().algorithm)].make(
            config_.algorithm(), task_shape(environment_->info()), 7)) {}

  Unpacked operator()(const FieldAxes& axes) {
    pack_field(axes, *environment_, now_, *algorithm_, false, packer_);
    return Unpacked(packer_.finish());
  }
  Insight insight() const { return algorithm_->insight(); }
  PolicyNetwork policy() const { return algorithm_->policy(); }
  Matrix observation(const std::vector<double>& state) const {
    Matrix column(static_cast<int>(environment_->info().observation.size()), 1);
    set_state(*environment_, state);
    Observer(environment_->info(), false).observe(*environment_, column.col(0));
    return column;
  }
  Matrix action(const Matrix& observation) const {
    Matrix action(environment_->info().action.width(), 1);
    algorithm_->make_actor(1)->act(observation, action, nullptr);
    return action;
  }

 private:
  RunConfig config_;
  std::vector<double> now_;
  std::unique_ptr<Environment> environment_;
  std::unique_ptr<Algorithm> algorithm_;
  FramePacker packer_;
};

/// The smaller Q of all critics, by the network itself.
Scalar least_q(const CriticEnsemble& critics, const Matrix& input) {
  Scalar least = std::numeric_limits<Scalar>::infinity();
  for (int i = 0; i < critics.count(); ++i) {
    MlpPass pass(critics.mlp(), 1);
    least = std::min(least, pass.forward(critics.theta(i), input)(0, 0));
  }
  return least;
}

double centre(double low, double high, int cell, int cells) {
  return low + (high - low) * (cell + 0.5) / cells;
}

TEST(Field, IsTheSmallerQOfThePolicysActionOverTwoComponents) {
  FieldOf field("preset=pendulum-sac", {0, 0});
  const auto seen = field({0, 1, 5, 3});
  ASSERT_EQ(seen.values.size(), 15u);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 5; ++column) {
      const auto observation =
          field.observation({centre(-math::kPi, math::kPi, column, 5), centre(-8, 8, row, 3)});
      const auto action = field.action(observation);
      Matrix input(4, 1);
      stack(observation, action, input);
      EXPECT_EQ(seen.at(seen.values, column, row)[0],
                static_cast<float>(least_q(*field.insight().critics, input)));
      EXPECT_FLOAT_EQ(seen.at(seen.actions, column, row)[0], 2 * static_cast<float>(action(0, 0)));
      MlpPass policy(*field.policy().mlp, 1);
      const Matrix& head = policy.forward(field.policy().theta, observation);
      EXPECT_EQ(seen.at(seen.policy, column, row)[0], static_cast<float>(head(0, 0)));
      EXPECT_EQ(seen.at(seen.policy, column, row)[1], static_cast<float>(math::exp(head(1, 0))));
    }
  }
}

TEST(Field, HasAxesOfTheActionToo) {
  FieldOf field("preset=pendulum-sac", {0.3, -1});
  const auto seen = field({2, 1, 4, 2});
  EXPECT_EQ(seen.about[2], -2);
  EXPECT_EQ(seen.about[3], 2);
  const auto observation = field.observation({0.3, centre(-8, 8, 1, 2)});
  for (int column = 0; column < 4; ++column) {
    Matrix action(1, 1), input(4, 1);
    action(0, 0) = static_cast<Scalar>(centre(-1, 1, column, 4));
    stack(observation, action, input);
    EXPECT_EQ(seen.at(seen.values, column, 1)[0],
              static_cast<float>(least_q(*field.insight().critics, input)));
    EXPECT_FLOAT_EQ(seen.at(seen.actions, column, 1)[0],
                    2 * static_cast<float>(field.action(observation)(0, 0)))
        << "the policy's action, not that of the axis";
  }
}

TEST(Field, WithoutAxesIsOfOneState) {
  FieldOf field("preset=pendulum-sac", {0.3, -1});
  const auto seen = field({-1, -1, 9, 0});
  ASSERT_EQ(seen.values.size(), 1u);
  const auto observation = field.observation({0.3, -1});
  Matrix input(4, 1);
  stack(observation, field.action(observation), input);
  EXPECT_EQ(seen.values[0], static_cast<float>(least_q(*field.insight().critics, input)));
  EXPECT_FLOAT_EQ(seen.about[11], 0.3F);
  EXPECT_FLOAT_EQ(seen.about[12], -1);
}

TEST(Field, HasQOfEveryChoice) {
  FieldOf field("environment=cart_pole&algorithm=dqn", {0, 0.5, 0, 0});
  const auto seen = field({2, 3, 3, 3});
  const auto observation = field.observation(
      {0, 0.5, centre(-math::kPi / 15, math::kPi / 15, 0, 3), centre(-3, 3, 2, 3)});
  MlpPass pass(field.insight().critics->mlp(), 1);
  const Matrix& q = pass.forward(field.insight().critics->theta(0), observation);
  for (int choice = 0; choice < 2; ++choice) {
    EXPECT_EQ(seen.at(seen.values, 0, 2)[static_cast<std::size_t>(choice)],
              static_cast<float>(q(choice, 0)));
  }
  EXPECT_EQ(seen.at(seen.actions, 0, 2)[0], q(1, 0) > q(0, 0) ? 1 : 0);
  const double epsilon = field.insight().epsilon;
  EXPECT_GT(epsilon, 0);
  EXPECT_FLOAT_EQ(seen.at(seen.policy, 0, 2)[q(1, 0) > q(0, 0) ? 1 : 0],
                  static_cast<float>(1 - epsilon / 2));
  EXPECT_FLOAT_EQ(seen.at(seen.policy, 0, 2)[q(1, 0) > q(0, 0) ? 0 : 1],
                  static_cast<float>(epsilon / 2));
}

TEST(Field, IsTheTableAndNothingWhereNobodyCanStand) {
  FieldOf field("environment=gridworld&algorithm=tabular_q", {2, 0});
  const auto seen = field({1, 0});
  ASSERT_EQ(seen.columns, 4);
  ASSERT_EQ(seen.rows, 3);
  const std::span table = field.policy().theta;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const auto q = seen.at(seen.values, column, row);
      for (int choice = 0; choice < 4; ++choice) {
        const float value = q[static_cast<std::size_t>(choice)];
        const bool is_wall = row == 1 && column == 1, ends = row < 2 && column == 3;
        if (is_wall || ends) {
          EXPECT_TRUE(std::isnan(value));
        } else {
          EXPECT_EQ(value,
                    static_cast<float>(
                        table[static_cast<std::size_t>((4 * row + column) * padded(4) + choice)]));
        }
      }
    }
  }
}

TEST(Field, OfAValueFunctionIsV) {
  FieldOf field("environment=pendulum&algorithm=a2c", {0, 0});
  const auto seen = field({0, 1, 2, 2});
  const auto observation = field.observation({-math::kPi / 2, 4});
  MlpPass pass(field.insight().value->mlp(), 1);
  EXPECT_EQ(seen.at(seen.values, 0, 1)[0],
            static_cast<float>(pass.forward(field.insight().value->theta(), observation)(0, 0)));
}

TEST(Field, IsThereForEveryAlgorithmAndTask) {
  for (const auto& environment : own_environments) {
    const auto task = environment.make(*environment.make_config());
    for (const auto& algorithm : algorithms()) {
      if (!algorithm.accepts(task_shape(task->info())).empty()) continue;
      std::string config = "environment=" + environment.id;
      config += "&algorithm=" + std::string(algorithm.id);
      if (std::string(algorithm.id) == "reinforce") config += "&reinforce.baseline=value";
      Session session(config);
      session.watch(1);
      const Unpacked seen(session.field({0, 1, 3, 2}));
      for (const float value : seen.values) EXPECT_TRUE(std::isfinite(value)) << config;
      EXPECT_GE(seen.values.size(), 6u) << config;
      EXPECT_EQ(seen.actions.size(), 6u * static_cast<std::size_t>(task->info().action.width()));
    }
  }
}

TEST(Field, TellsOfTheEntropyBonusAndOfExploring) {
  const auto weight = [](const std::string& pairs) {
    FieldOf field("environment=gridworld&algorithm=" + pairs, {2, 0});
    return field({1, 0}).about[10];
  };
  EXPECT_FLOAT_EQ(weight("sac_discrete&sac_discrete.temperature=0.25"), 0.25F);
  EXPECT_EQ(weight("a2c"), 0);
  FieldOf field(
      "environment=gridworld&algorithm=tabular_q&tabular_q.epsilon_start=0.1&tabular_q.epsilon_end="
      "0.1",
      {2, 0});
  const auto seen = field({1, 0});
  for (int column = 0; column < 4; ++column) {
    const auto best = static_cast<std::size_t>(seen.at(seen.actions, column, 0)[0]);
    for (std::size_t choice = 0; choice < 4; ++choice) {
      EXPECT_FLOAT_EQ(seen.at(seen.policy, column, 0)[choice], choice == best ? 0.925F : 0.025F);
    }
  }
}

TEST(Field, HasProbabilitiesOfChoicesWithoutACritic) {
  FieldOf field("environment=cart_pole&algorithm=reinforce&reinforce.baseline=none",
                {0, 0, 0.1, 0});
  const auto seen = field({-1, -1});
  EXPECT_TRUE(seen.values.empty());
  MlpPass pass(*field.policy().mlp, 1);
  const Matrix& z = pass.forward(field.policy().theta, field.observation({0, 0, 0.1, 0}));
  ASSERT_EQ(seen.policy.size(), 2u);
  EXPECT_FLOAT_EQ(seen.policy[1], 1 / (1 + std::exp(z(0, 0) - z(1, 0))));
  EXPECT_FLOAT_EQ(seen.policy[0] + seen.policy[1], 1);
}

TEST(Field, ChangesNothing) {
  const char* config = "preset=pendulum-sac&sac.warmup_steps=50";
  Session looked(config), alone(config);
  for (Session* session : {&looked, &alone}) session->train(60, kForever);
  looked.field({0, 1});
  for (Session* session : {&looked, &alone}) {
    session->watch(3);
    session->train(20, kForever);
  }
  EXPECT_EQ(looked.save().size(), alone.save().size());
  EXPECT_EQ(looked.digest(), alone.digest());
}

TEST(Field, RefusesWhatCannotBe) {
  Session session("preset=pendulum-sac");
  const std::pair<FieldAxes, const char*> cases[] = {
      {{3, 1}, "across: 3 is outside [-1, 2]"},
      {{0, -2}, "up: -2 is outside [-1, 2]"},
      {{1, 1}, "up: the same as across"},
      {{0, 1, 65, 0}, "columns: 65 is outside [0, 64]"},
      {{0, 1, 0, -1}, "rows: -1 is outside [0, 64]"}};
  for (const auto& [axes, message] : cases) {
    try {
      session.field(axes);
      ADD_FAILURE() << message;
    } catch (const ConfigError& error) {
      EXPECT_STREQ(error.what(), message);
    }
  }
}

}  // namespace
}  // namespace acp
