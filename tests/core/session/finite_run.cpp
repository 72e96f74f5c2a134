// The process and the policy of a run that has finitely many states.
#include <gtest/gtest.h>

#include "core/exact/surrogate.h"
#include "core/exact/surrogate_lab.h"
#include "core/session/session.h"

namespace acp {
namespace {

constexpr double kLong = 1e9;

TEST(FiniteRun, HasThePolicyOfTheRun) {
  for (const char* more : {"", "&normalise_observations=true"}) {
    Session session("environment=gridworld&algorithm=a2c&evaluate_every=0&a2c.gamma=0.9" +
                    std::string(more));
    session.train(2000, kLong);
    const ChosenProcess chosen = session.finite_process("");
    EXPECT_EQ(chosen.id, "gridworld");
    EXPECT_EQ(chosen.process.mdp.gamma, 0.9);
    const FiniteMdp& mdp = chosen.process.mdp;
    EXPECT_GT(return_of(mdp, softmax_policy(chosen.process.theta)),
              return_of(mdp, uniform_policy(mdp)) + 0.01);
    EXPECT_EQ(session.finite_process("gamma=0.5").process.mdp.gamma, 0.5);
  }
}

TEST(FiniteRun, OfATableIsSoftmaxOfItsValues) {
  Session session("environment=gridworld&algorithm=tabular_q&evaluate_every=0");
  session.train(20'000, kLong);
  const auto greedy = session.finite_process("temperature=0.001").process;
  const double best = greedy.mdp.rho.dot(optimal_values(greedy.mdp).V);
  EXPECT_NEAR(return_of(greedy.mdp, softmax_policy(greedy.theta)), best, 0.05);
  const auto warm = session.finite_process("temperature=1000").process;
  EXPECT_NEAR(return_of(warm.mdp, softmax_policy(warm.theta)),
              return_of(warm.mdp, uniform_policy(warm.mdp)), 0.01);
  EXPECT_GT(SurrogateLab(session.finite_process("")).theta().size(), 0u);
}

TEST(FiniteRun, SaysWhatIsWrong) {
  const Session continuum("environment=cart_pole&algorithm=dqn");
  EXPECT_THROW(continuum.finite_process(""), std::invalid_argument);
  const Session finite("environment=gridworld&algorithm=tabular_q");
  EXPECT_THROW(finite.finite_process("gamma=2"), std::invalid_argument);
  EXPECT_THROW(finite.finite_process("x=2"), std::invalid_argument);
}

}  // namespace
}  // namespace acp
