#include "core/env/bandit.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "support/environments.h"
#include "support/fields.h"

namespace acp {
namespace {

std::unique_ptr<Simulation> make_bandit(const Settings& settings) {
  return make(bandit_entry(), settings);
}

std::vector<std::string> objectives() {
  std::vector<Field> fields;
  FieldCollector collector("", "", fields);
  bandit_entry().make_config()->visit(collector);
  for (const auto& field : fields) {
    if (field.key == "objective") return field.options;
  }
  return {};
}

TEST(Bandit, EarnsTheSumOfItsObjectiveAndEnds) {
  const auto bandit = make_bandit({{"dimensions", "3"}, {"objective", "quadratic"}});
  Rng rng(1, Stream::environment);
  bandit->reset(rng);
  EXPECT_EQ(bandit->state()[0], 0);
  const auto result = bandit->step(std::array{0.3, -0.7, 5.0}, rng);
  EXPECT_DOUBLE_EQ(result.reward, -0.5 * (1 + 0.7 * 0.7));
  EXPECT_TRUE(result.terminated);
  EXPECT_EQ(bandit->state()[0], 1);
  double observation;
  bandit->observe({&observation, 1});
  EXPECT_EQ(observation, 1);
}

TEST(Bandit, ReferencesAreThoseOfTheBestAndOfRandomActions) {
  for (const auto& objective : objectives()) {
    const auto bandit =
        make_bandit({{"dimensions", "2"}, {"objective", objective.c_str()}, {"frequency", "7"}});
    const auto& info = bandit->info();
    ASSERT_EQ(info.action.size(), 2);
    double greatest = -INFINITY;
    const auto random = random_returns(*bandit, 50'000);
    for (int i = -1000; i <= 1000; ++i) {
      greatest = std::max(greatest, step(*bandit, i / 1e3, i / 1e3).reward);
    }
    EXPECT_LT(std::abs(z_of_mean(random, info.reference.random)), kLargestZ) << objective;
    EXPECT_NEAR(info.reference.optimum, greatest, 1e-4) << objective;
    EXPECT_LT(info.reference.random, info.reference.threshold) << objective;
    EXPECT_LT(info.reference.threshold, info.reference.optimum) << objective;
  }
}

TEST(Bandit, RewardNoiseHasItsDeviation) {
  const auto bandit = make_bandit({{"objective", "linear"}, {"reward_noise", "2"}});
  Rng rng(3, Stream::environment);
  Moments reward, square;
  for (int i = 0; i < 50'000; ++i) {
    const double r = bandit->step(std::array{0.25}, rng).reward;
    reward.add(r);
    square.add((r - 0.25) * (r - 0.25));
  }
  EXPECT_LT(std::abs(z_of_mean(reward, 0.25)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(square, 4)), kLargestZ);
}

TEST(Bandit, EvaluatesOnceOrOftenWhereRewardsAreRandom) {
  EXPECT_EQ(make_bandit({})->evaluation_states().size(), 1u);
  EXPECT_EQ(make_bandit({{"reward_noise", "0.1"}})->evaluation_states().size(), 100u);
}

TEST(Bandit, DrawsActionsAndItsObjective) {
  const auto bandit = make_bandit({{"dimensions", "2"}, {"objective", "cosine"}});
  Rng rng(4, Stream::environment);
  bandit->step(std::array{0.5, -2.0}, rng);
  const auto draw = drawing_of(*bandit);
  const auto& names = bandit->info().draw;
  ASSERT_EQ(names.size(), 2u + 32 + 61);
  EXPECT_EQ(names[2], "action_0");
  EXPECT_EQ(names[34], "curve_0");
  EXPECT_EQ(names.back(), "curve_60");
  EXPECT_EQ(draw[0], 2);
  EXPECT_NEAR(draw[1], std::cos(2.5) + std::cos(5.0), 1e-6);
  EXPECT_EQ(draw[2], 0.5F);
  EXPECT_EQ(draw[3], -1);
  for (std::size_t i = 4; i < 34; ++i) EXPECT_EQ(draw[i], 0);
  for (int i = 0; i <= 60; ++i) {
    EXPECT_NEAR(draw[static_cast<std::size_t>(34 + i)], std::cos(5 * (i / 30.0 - 1)), 1e-6);
  }
}

TEST(Bandit, DraggingShowsWhatAnActionWouldEarn) {
  const auto bandit = make_bandit({{"objective", "linear"}});
  bandit->drag(0.5, 9);
  EXPECT_EQ(drawing_of(*bandit)[1], 0.5F);
  EXPECT_EQ(drawing_of(*bandit)[2], 0.5F);
  bandit->drag(-7, 0);
  EXPECT_EQ(drawing_of(*bandit)[2], -1);
  bandit->kick(0.25);
  EXPECT_EQ(drawing_of(*bandit)[2], -0.75F);
}

}  // namespace
}  // namespace acp
