#include "core/grad/reparameterization.h"

#include <gtest/gtest.h>

#include "support/estimates.h"
#include "support/finite_difference.h"
#include "support/golden.h"

namespace acp {
namespace {

TEST(Reparameterization, IsTheClosedFormGradientOfTheActorLoss) {
  for (const auto& row : closed_form("S6")) {
    QuadraticObjective objective(row["q"], row["c"], 0);
    const auto estimator = make_estimator(reparameterization(), 1, 1);
    const Matrix phi = constant_head(row["mu"], row["logsigma"], 1);
    estimator->samples().noise(0, 0) = static_cast<Scalar>(row["eps"].get<double>());
    Matrix gradient(2, 1);
    estimator->estimate({phi}, objective, row["alpha"], gradient);
    const double log_prob = estimator->samples().log_prob[0];
    const double loss = row["alpha"].get<double>() * log_prob - estimator->values()[0];
    EXPECT_NEAR(loss, row["loss"].get<double>(), 1e-5);
    EXPECT_NEAR(-gradient(0, 0), row["RP_dmu"].get<double>(), 1e-5);
    EXPECT_NEAR(-gradient(1, 0), row["RP_dlogsigma"].get<double>(), 1e-5);
  }
}

/// Expects `measured` to have the variance `exact`, to a relative `tolerance`.
void expect_variance(const Moments& measured, double exact, double tolerance) {
  EXPECT_NEAR(measured.variance(), exact, tolerance * exact + 1e-12);
}

TEST(Reparameterization, HasTheClosedFormMeanAndVariance) {
  const std::tuple<const char*, Policy, QuadraticObjective> cases[] = {
      {"S1", {1.2, std::log(0.6), Squash::none}, {-0.7, 0.3, 1}},
      {"S2", {0.4, std::log(0.5), Squash::none}, {0, 1.5, 2}}};
  for (auto [id, policy, objective] : cases) {
    const auto expected = closed_form(id);
    const auto x = collect(reparameterization(), policy, objective, 0, 200'000);
    expect_variance(x.mu, expected["var_RP_mu"], expected["reltol_var_RP_mu"]);
    expect_variance(x.log_sigma, expected["var_RP_logsigma"], expected["reltol_var_RP_logsigma"]);
    const double standard_error = std::sqrt(expected["var_RP_mu"].get<double>() / 200'000);
    EXPECT_NEAR(x.mu.mean(), expected["grad_mu"], 5 * standard_error + 1e-6);
    EXPECT_LT(std::abs(z_of_mean(x.log_sigma, expected["grad_logsigma"])), 5);
  }
}

TEST(Reparameterization, IsZeroAndWrongForAStep) {
  class Step final : public ActionObjective {
   public:
    void value(const Matrix& actions, std::span<Scalar> values) override {
      for (int j = 0; j < actions.cols(); ++j) {
        values[static_cast<std::size_t>(j)] = actions(0, j) > 0 ? Scalar(1) : Scalar(0);
      }
    }
    void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                            Matrix& gradient) override {
      value(actions, values);
      gradient.set_zero();
    }
  } step;
  const Policy policy{0.3, -0.5};
  EXPECT_EQ(collect(reparameterization(), policy, step, 0, kStates).mu.variance(), 0);
  const auto x = collect(score_function(Baseline::none), policy, step, 0, 200'000);
  const double sigma = std::exp(policy.log_sigma), z = -policy.mu / sigma;
  const double density = std::exp(-0.5 * z * z - 0.5 * math::kLog2Pi);
  EXPECT_LT(std::abs(z_of_mean(x.mu, density / sigma)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(x.log_sigma, z * density)), kLargestZ);
}

#ifdef ACP_DOUBLE

TEST(ReparameterizationGradient, AgreesWithFiniteDifferencesForFixedNoise) {
  for (const Squash squash : {Squash::tanh, Squash::none}) {
    for (const int d : {1, 2, 3, 5}) {
      constexpr int states = 2, count = 3;
      Rng rng(static_cast<std::uint64_t>(d), Stream::evaluation);
      Matrix phi = random_matrix(2 * d, states, rng);
      const auto estimator = make_estimator(reparameterization(count), d, states);
      estimator->draw(rng);
      QuadraticObjective objective(-0.8, 0.6, 1);
      const double alpha = 0.3;
      Matrix gradient(2 * d, states), ignored(2 * d, states);
      const auto mean_objective = [&] {
        estimator->estimate({phi, squash}, objective, alpha, ignored);
        double sum = 0;
        for (std::size_t j = 0; j < estimator->values().size(); ++j) {
          sum += estimator->values()[j] - alpha * estimator->samples().log_prob[j];
        }
        return sum / count;
      };
      estimator->estimate({phi, squash}, objective, alpha, gradient);
      for (int b = 0; b < states; ++b) {
        expect_gradient(column(phi, b), column(std::as_const(gradient), b), mean_objective);
      }
    }
  }
}

#endif

}  // namespace
}  // namespace acp
