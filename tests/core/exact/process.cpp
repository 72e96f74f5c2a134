#include "core/exact/process.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/exact/polytope.h"
#include "core/exact/surrogate.h"
#include "support/golden.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

TEST(Process, EachHasProbabilitiesAndAPolicy) {
  int environments = 0;
  for (const auto& entry : processes()) {
    SCOPED_TRACE(entry.id);
    environments += entry.environment != nullptr;
    const Process process = parse_process(entry.id).process;
    const auto n = process.mdp.states();
    EXPECT_EQ(process.states.size(), static_cast<std::size_t>(n));
    EXPECT_EQ(process.actions.size(), process.mdp.P.size());
    EXPECT_NEAR(process.mdp.rho.sum(), 1, 1e-12);
    EXPECT_GE(process.mdp.rho.minCoeff(), 0);
    for (const auto& P : process.mdp.P) {
      EXPECT_GE(P.minCoeff(), 0);
      EXPECT_LE(P.rowwise().sum().maxCoeff(), 1 + 1e-12);
    }
    EXPECT_EQ(process.theta.rows(), process.shared.rows());
    EXPECT_TRUE(std::isfinite(return_of(process.mdp, process.shared.policy(process.theta))));
  }
  EXPECT_EQ(environments, 1);  // gridworld
}

TEST(Process, TheCorridorsBestPolicyIsACoin) {
  const FiniteMdp mdp = parse_process("corridor").process.mdp;
  const auto j = [&](double right) {
    return return_of(mdp, MatrixXd(VectorXd::Ones(3) * Eigen::RowVector2d(1 - right, right)));
  };
  const double best = 2 - std::sqrt(2.0);
  EXPECT_NEAR(j(0.5), -12, 1e-10);
  EXPECT_NEAR(j(best), -6 - 4 * std::sqrt(2.0), 1e-10);
  EXPECT_LT(j(best + 1e-3), j(best));
  EXPECT_LT(j(best - 1e-3), j(best));
}

TEST(Process, OfAGridworldIsThatOfTheEnvironment) {
  const Process process = parse_process("gridworld:map=s.g,slip=0,gamma=0.5").process;
  TabularPolicy right = TabularPolicy::Zero(3, 4);
  right.col(1).setOnes();
  EXPECT_NEAR(return_of(process.mdp, right), -0.04 + 0.5 * 0.96, 1e-12);
  EXPECT_EQ(process.states[1], "row 0, column 1");
  // Nothing is asked of what is out of reach, not even that it ends.
  const Process walled = parse_process("gridworld:map=sgx.,gamma=1").process;
  EXPECT_TRUE(std::isfinite(return_of(walled.mdp, uniform_policy(walled.mdp))));
}

void expect_refused(const std::string& text, const std::string& message) {
  try {
    parse_process(text);
    FAIL() << text;
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << error.what();
  }
}

TEST(Process, SaysWhatIsWrong) {
  expect_refused("magic", "process: \"magic\" is not one of two_states, chain,");
  expect_refused("", "process: \"\" is not one of");
  expect_refused("chain:length=1", "process.chain.length: 1 is outside [2, 400]");
  expect_refused("chain:length", "process: \"length\" is not of the form key=value");
  expect_refused("chain:gamma=1", "gamma: 1 needs episodes that end");
  expect_refused("chain:slip=0,slip=0", "process.slip: is given twice");
  expect_refused("gridworld:map=s.x", "has no goal g");
  expect_refused("gridworld:map=s.xg,gamma=1", "gamma: 1 needs episodes that end");
  expect_refused("cart_pole", "is not one of");
}

TEST(Polytope, MeetsExampleTwoA) {
  const auto expected = golden("exact-processes.json")["polytope"]["vertices"];
  const auto vertices = deterministic_policies(parse_process("polytope").process);
  ASSERT_EQ(vertices.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(vertices[i].actions, (std::vector<int>{i > 1, i % 2 == 1}));
    for (const int s : {0, 1}) {
      EXPECT_NEAR(vertices[i].V(s), expected[i][static_cast<std::size_t>(s)].get<double>(), 1e-9);
    }
  }
  EXPECT_EQ(polytope_edges(vertices).size(), 4u);
}

TEST(Polytope, VerticesAreThoseOfAnEnumeration) {
  const Process process = parse_process("chain:length=3,gamma=0.8").process;
  const auto vertices = deterministic_policies(process);
  ASSERT_EQ(vertices.size(), 8u);
  for (int code = 0; code < 8; ++code) {
    TabularPolicy policy = TabularPolicy::Zero(3, 2);
    for (const int s : {0, 1, 2}) policy(s, code >> (2 - s) & 1) = 1;
    const VectorXd V = values_within(process.mdp, policy, 400);
    EXPECT_LT((vertices[static_cast<std::size_t>(code)].V - V).cwiseAbs().maxCoeff(), 1e-10);
  }
  EXPECT_EQ(polytope_edges(vertices).size(), 12u);
  EXPECT_TRUE(deterministic_policies(parse_process("chain:length=9").process).empty());
}

}  // namespace
}  // namespace acp
