// Returns that trust the critic of a frozen run.
#include "core/session/frozen_returns.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/exact/bootstrapping.h"
#include "core/session/session.h"

namespace acp {
namespace {

constexpr double kLong = 1e9;
constexpr double kErrors = 4.5;  // standard errors that are allowed

std::vector<FrozenReturns::Row> rows_of(const Session& session, const std::string& task) {
  FrozenReturns returns = session.returns(task);
  while (!returns.advance()) {
  }
  return returns.rows();
}

TEST(FrozenReturns, LongerOnesTrustLessAndScatterMore) {
  Session session("preset=cart-pole-a2c&evaluate_every=0");
  session.train(20'000, kLong);
  const auto rows = rows_of(session, "states=16&rollouts=32&longest=64");
  ASSERT_EQ(rows.size(), 7u);
  EXPECT_EQ(rows.back().n, 64);
  EXPECT_GT(rows.back().variance, rows.front().variance);
  EXPECT_LT(rows.back().squared_bias, rows.front().squared_bias);
  for (const auto& row : rows) {
    EXPECT_TRUE(std::isfinite(row.squared_bias_standard_error));
    EXPECT_GT(row.variance_standard_error, 0);
  }
  // The same numbers again, and the run as it was.
  const std::string digest = session.digest();
  EXPECT_EQ(rows_of(session, "states=16&rollouts=32&longest=64")[3].variance, rows[3].variance);
  EXPECT_EQ(session.digest(), digest);
}

TEST(FrozenReturns, OfAGridworldAreThoseOfItsProcess) {
  // One cell to be in, so that every state is the same; the time limit is far away.
  Session session(
      "environment=gridworld&algorithm=a2c&evaluate_every=0&a2c.gamma=0.8&gridworld.map=sg"
      "&gridworld.slip=0&reward_scale=2");
  session.train(200, kLong);
  const Process process = session.finite_process("").process;
  const TabularPolicy pi = softmax_policy(process.theta);
  const Eigen::VectorXd zero = Eigen::VectorXd::Zero(process.mdp.states());
  const BootstrappedReturns returns(process.mdp, pi, zero);
  const double expected = 4 * returns.of_states(returns.lambda_rest(1)).variance()(0);
  const auto row = rows_of(session, "states=128&rollouts=64&longest=64").back();
  EXPECT_GT(expected, 0.01);
  EXPECT_NEAR(row.variance, expected, kErrors * row.variance_standard_error);
  EXPECT_NEAR(row.squared_bias, 0, 1e-9);
}

TEST(FrozenReturns, SaysWhatIsWrong) {
  const Session table("environment=gridworld&algorithm=tabular_q");
  EXPECT_THROW(table.returns(""), std::invalid_argument);
  const Session bare("environment=cart_pole&algorithm=reinforce&reinforce.baseline=none");
  EXPECT_THROW(bare.returns(""), std::invalid_argument);
  const Session good("environment=cart_pole&algorithm=a2c");
  EXPECT_THROW(good.returns("states=1"), std::invalid_argument);
  EXPECT_THROW(good.returns("n=1"), std::invalid_argument);
}

}  // namespace
}  // namespace acp
