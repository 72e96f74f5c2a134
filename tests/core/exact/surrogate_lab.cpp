#include "core/exact/surrogate_lab.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace acp {
namespace {

using nlohmann::json;

constexpr std::array kEtas{0.0, 0.5, 1.0};

TEST(SurrogateLab, AnswersForEveryProcess) {
  for (const auto& entry : processes()) {
    SCOPED_TRACE(entry.id);
    SurrogateLab lab("process=" + entry.id);
    const auto about = json::parse(lab.describe());
    EXPECT_EQ(about["process"], entry.id);
    EXPECT_EQ(about["gradients"].size(), 4u);
    for (const char* direction : {"gradient", "natural", "policy_iteration", "drawn"}) {
      const std::string text = "direction=" + std::string(direction);
      const auto rows = lab.line(text, kEtas);
      ASSERT_EQ(rows.size(), 15u);
      EXPECT_NEAR(rows[1], about["pi"]["j"].get<double>(), 1e-9);
      const auto here = json::parse(lab.at(text, 0.5));
      EXPECT_EQ(here["j"].is_null() ? NAN : here["j"].get<double>(), rows[6]);
      EXPECT_EQ(lab.estimate(text, kEtas, 10, 1).size(), 21u);
      const auto rollouts = json::parse(lab.rollouts(text, 0.5, 50, 3));
      EXPECT_EQ(rollouts["alone"]["steps"][0], rollouts["once"]["steps"][0]);
    }
    EXPECT_EQ(json::parse(lab.improve("rounds=2&steps=3"))["rounds"].size(), 3u);
    EXPECT_EQ(json::parse(lab.path("steps=3")).size(), 4u);
    EXPECT_TRUE(json::parse(lab.polytope()).contains("edges"));
  }
}

TEST(SurrogateLab, MovesAndBeginsAnew) {
  SurrogateLab lab("process=three_states");
  const auto start = lab.theta();
  const auto promised = lab.line("direction=gradient", kEtas);
  lab.move("direction=gradient", 1);
  EXPECT_NE(lab.theta(), start);
  const auto after = json::parse(lab.describe());
  EXPECT_NEAR(after["pi"]["j"].get<double>(), promised[11], 1e-12);
  EXPECT_EQ(after["pi"]["j"], after["mu"]["j"]);
  lab.move("direction=policy_iteration", 0.5);
  EXPECT_GT(json::parse(lab.describe())["pi"]["j"], after["pi"]["j"]);
  lab.reset();
  EXPECT_EQ(lab.theta(), start);
}

TEST(SurrogateLab, KeepsABehaviourPolicyOfItsOwn) {
  SurrogateLab lab("process=three_states");
  lab.set_behaviour(std::array{0.0, 0.0, 0.0, 0.0, 0.0, 0.0});
  const auto about = json::parse(lab.describe());
  EXPECT_NEAR(about["mu"]["j"].get<double>(), 2.31871964, 1e-8);
  EXPECT_NEAR(about["pi"]["j"].get<double>(), 2.28340316, 1e-8);
  lab.set_behaviour({});
  EXPECT_EQ(json::parse(lab.describe())["mu"], json::parse(lab.describe())["pi"]);
}

TEST(SurrogateLab, DrawnDirectionsAreUnitVectors) {
  SurrogateLab lab("process=polytope");
  lab.set_drawn(std::array{0.0, 3.0, 0.0, 4.0});
  lab.move("direction=drawn", 10);
  EXPECT_EQ(lab.theta(), (std::vector{0.0, 6.0, 0.0, 8.0}));
}

TEST(SurrogateLab, TheSurfaceIsOfTwoChoices) {
  const SurrogateLab two("process=counterexample");
  const auto rows = two.surface(4);
  ASSERT_EQ(rows.size(), 16u * 7);
  const double p = rows[0], q = rows[1];
  EXPECT_NEAR(rows[5], 2 * p * q + (1 - p) * (1 - q), 1e-12);
  EXPECT_NEAR(rows[6], rows[5] / 2 + q / 4 + 3 * (1 - q) / 8, 1e-12);
  EXPECT_TRUE(SurrogateLab("process=three_states").surface(4).empty());
}

TEST(SurrogateLab, SaysWhatIsWrong) {
  EXPECT_THROW(SurrogateLab(""), std::invalid_argument);
  EXPECT_THROW(SurrogateLab("process=chain&x=1"), std::invalid_argument);
  SurrogateLab lab("process=three_states");
  EXPECT_THROW(lab.set_theta(std::array{1.0}), std::invalid_argument);
  EXPECT_THROW(lab.set_theta(std::array{1.0, 1.0, 1.0, 1.0, 1.0, double{NAN}}),
               std::invalid_argument);
  EXPECT_THROW(lab.line("direction=up", kEtas), std::invalid_argument);
  EXPECT_THROW(lab.improve("rounds=0"), std::invalid_argument);
  EXPECT_THROW(lab.path("steps=1e9"), std::invalid_argument);
  EXPECT_THROW(lab.move("direction=gradient", 1e6), std::invalid_argument);
}

TEST(SurrogateLab, DescribesItsParameters) {
  JsonWriter writer;
  describe_surrogate_lab(writer);
  const auto about = json::parse(writer.take());
  for (const char* part : {"processes", "line", "rounds", "path", "simplex"}) {
    EXPECT_GT(about[part].size(), 0u) << part;
  }
}

}  // namespace
}  // namespace acp
