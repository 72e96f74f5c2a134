#include "core/grad/estimator.h"

#include <gtest/gtest.h>

#include "core/algo/critic.h"
#include "support/estimates.h"
#include "support/finite_difference.h"

namespace acp {
namespace {

// Whatever is registered, with every baseline, must keep these promises.
class EveryEstimator : public testing::TestWithParam<EstimatorConfig> {
 protected:
  static constexpr Policy kPolicies[] = {{0.3, -0.5}, {-0.8, 0.2}, {0.1, -1, Squash::none}};

  void expect_unbiased(const Policy& policy, ActionObjective& objective, ActionObjective& at_nodes,
                       double alpha) {
    if (GetParam().entry().unbiased == Unbiased::never) return;
    const auto estimates = collect(GetParam(), policy, objective, alpha, 200'000);
    const auto exact = exact_gradient(policy, at_nodes, alpha);
    EXPECT_LT(std::abs(z_of_mean(estimates.mu, exact.mu)), kLargestZ);
    EXPECT_LT(std::abs(z_of_mean(estimates.log_sigma, exact.log_sigma)), kLargestZ);
  }
};

TEST_P(EveryEstimator, HasTheMeanOfTheExactGradientForAQuadratic) {
  QuadraticObjective objective(-1, 0.5, 2);
  for (const Policy& policy : kPolicies) {
    for (const double alpha : {0.0, 0.2}) expect_unbiased(policy, objective, objective, alpha);
  }
}

TEST_P(EveryEstimator, HasTheMeanOfTheExactGradientForACritic) {
  Rng rng(1, Stream::initialisation);
  const CriticEnsemble critics({2 + 1, {16, 16}, 1, Activation::relu}, 2, 1, rng);
  const int per_state = samples_per_state(GetParam());
  CriticObjective objective(critics, 2, 1, kStates, per_state), at_nodes(critics, 2, 1, kNodes, 1);
  Matrix states(2, 1);
  states(0, 0) = Scalar(0.4);
  states(1, 0) = Scalar(-0.9);
  objective.set_states(states);
  at_nodes.set_states(states);
  for (const Policy& policy : kPolicies) expect_unbiased(policy, objective, at_nodes, 0.1);
}

TEST_P(EveryEstimator, HasNoGradientWhereTheObjectiveIsConstant) {
  QuadraticObjective constant(0, 0, 3.25);
  const auto estimates = collect(GetParam(), {0.3, -0.5}, constant, 0, 200'000);
  const bool pathwise = GetParam().kind == reparameterization().kind;
  const bool exactly = pathwise || GetParam().baseline != Baseline::none;
  for (const Moments& each : {estimates.mu, estimates.log_sigma}) {
    if (exactly || each.variance() == 0) {
      EXPECT_EQ(each.mean(), 0);
      EXPECT_EQ(each.variance(), 0);
    } else {
      EXPECT_LT(std::abs(z_of_mean(each, 0)), kLargestZ);
    }
  }
}

TEST_P(EveryEstimator, HasNoGradientOfLogSigmaBeyondItsClamp) {
  QuadraticObjective objective(-1, 0.5, 0);
  for (const double log_sigma : {-20.5, 2.5}) {
    const auto estimates = collect(GetParam(), {0.3, log_sigma}, objective, 0.2, kStates);
    EXPECT_EQ(estimates.log_sigma.mean(), 0);
    EXPECT_EQ(estimates.log_sigma.variance(), 0);
    EXPECT_TRUE(std::isfinite(estimates.mu.mean()));
  }
}

TEST_P(EveryEstimator, TreatsEachStateOnItsOwn) {
  // With the noise of a state moved to another column, its gradient moves along, to the bit.
  constexpr int d = 2, states = 3;
  Rng rng(2, Stream::evaluation);
  const Matrix phi = random_matrix(2 * d, states, rng);
  const int per_state = samples_per_state(GetParam());
  const auto all = make_estimator(GetParam(), d, states), one = make_estimator(GetParam(), d, 1);
  all->draw(rng);
  QuadraticObjective objective(-1, 0.5, 2);
  Matrix gradient(2 * d, states), alone(2 * d, 1);
  all->estimate({phi}, objective, 0.2, gradient);
  EXPECT_TRUE(padding_is_zero(gradient));
  for (int b = 0; b < states; ++b) {
    Matrix column_of_phi(2 * d, 1);
    std::copy_n(phi.col(b), 2 * d, column_of_phi.col(0));
    for (int k = 0; k < per_state; ++k) {
      std::copy_n(all->samples().noise.col(k * states + b), d, one->samples().noise.col(k));
    }
    one->estimate({column_of_phi}, objective, 0.2, alone);
    EXPECT_TRUE(same_bits(column(std::as_const(alone), 0), column(std::as_const(gradient), b)));
  }
}

TEST_P(EveryEstimator, ReportsTheValuesOfItsSamples) {
  if (!GetParam().entry().judges_samples) return;
  QuadraticObjective objective(-1, 0.5, 2);
  const auto estimator = make_estimator(GetParam(), 1, 5);
  Rng rng(3, Stream::update);
  estimator->draw(rng);
  Matrix gradient(2, 5);
  const Matrix phi = constant_head(0.1, -0.2, 5);
  estimator->estimate({phi}, objective, 0.1, gradient);
  EXPECT_EQ(estimator->samples().count(), 5 * samples_per_state(GetParam()));
  Buffer values(estimator->values().size());
  objective.value(estimator->samples().action, values);
  EXPECT_TRUE(same_bits(values, estimator->values()));
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryEstimator, testing::ValuesIn(every_estimator()),
                         [](const auto& parameter) { return name_of(parameter.param); });

TEST(EstimatorConfig, LeaveOneOutNeedsTwoSamples) {
  EXPECT_EQ(score_function(Baseline::leave_one_out, 1).check("sac"),
            "sac.action_samples: 1 is outside [2, 64], which baseline=leave_one_out needs");
  EXPECT_EQ(score_function(Baseline::leave_one_out, 2).check("sac"), "");
  EXPECT_EQ(score_function(Baseline::none, 1).check("sac"), "");
  EstimatorConfig pathwise = reparameterization();
  pathwise.baseline = Baseline::leave_one_out;  // of no consequence there
  EXPECT_EQ(pathwise.check("sac"), "");
}

}  // namespace
}  // namespace acp
