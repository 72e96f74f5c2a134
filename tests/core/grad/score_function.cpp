#include "core/grad/score_function.h"

#include <gtest/gtest.h>

#include "support/estimates.h"
#include "support/finite_difference.h"
#include "support/golden.h"

namespace acp {
namespace {

TEST(ScoreFunction, IsTheClosedFormEstimateOfTheActorLoss) {
  for (const auto& row : closed_form("S6")) {
    QuadraticObjective objective(row["q"], row["c"], 0);
    const auto estimator = make_estimator(score_function(Baseline::none), 1, 1);
    const Matrix phi = constant_head(row["mu"], row["logsigma"], 1);
    estimator->samples().noise(0, 0) = static_cast<Scalar>(row["eps"].get<double>());
    Matrix gradient(2, 1);
    estimator->estimate({phi}, objective, row["alpha"], gradient);
    EXPECT_NEAR(-gradient(0, 0), row["SF_dmu"].get<double>(), 1e-5);
    EXPECT_NEAR(-gradient(1, 0), row["SF_dlogsigma"].get<double>(), 1e-5);
  }
}

struct Case {
  const char* id;
  Policy policy;
  QuadraticObjective objective;
  double variance_of_f;
  nlohmann::json expected = closed_form(id);
  double operator[](const std::string& key) const { return expected.at(key).get<double>(); }
};

/// Var f = f1^2 sigma^2 + 2 q^2 sigma^4.
std::vector<Case> cases() {
  return {{"S1",
           {1.2, std::log(0.6), Squash::none},
           {-0.7, 0.3, 1},
           1.38 * 1.38 * 0.36 + 2 * 0.49 * 0.36 * 0.36},
          {"S2", {0.4, std::log(0.5), Squash::none}, {0, 1.5, 2}, 1.5 * 1.5 * 0.25}};
}

/// Runs 200,000 estimates and expects their closed-form mean; returns them.
Estimates collect_case(Case& x, const EstimatorConfig& config) {
  const auto estimates = collect(config, x.policy, x.objective, 0, 200'000);
  EXPECT_LT(std::abs(z_of_mean(estimates.mu, x["grad_mu"])), 5) << x.id;
  EXPECT_LT(std::abs(z_of_mean(estimates.log_sigma, x["grad_logsigma"])), 5) << x.id;
  return estimates;
}

void expect_relative(double measured, double exact, double tolerance) {
  EXPECT_NEAR(measured / exact, 1, tolerance);
}

TEST(ScoreFunction, HasTheClosedFormVarianceWithoutBaseline) {
  for (Case& x : cases()) {
    const auto estimates = collect_case(x, score_function(Baseline::none));
    expect_relative(estimates.mu.variance(), x["var_SF_mu_nobaseline"],
                    x["reltol_var_SF_mu_nobaseline"]);
    expect_relative(estimates.log_sigma.variance(), x["var_SF_logsigma_nobaseline"],
                    x["reltol_var_SF_logsigma_nobaseline"]);
  }
}

TEST(ScoreFunction, HasTheClosedFormVarianceWithLeaveOneOut) {
  // N Var = Var with b = F, plus (gradient^2 + Var f Var S) / (N - 1).
  for (Case& x : cases()) {
    const double sigma = std::exp(x.policy.log_sigma);
    for (const int n : {2, 8}) {
      const auto variance = [&](const char* parameter, double score_variance) {
        const double gradient = x[std::string("grad_") + parameter];
        return (x[std::string("var_SF_") + parameter + "_meanbaseline"] +
                (gradient * gradient + x.variance_of_f * score_variance) / (n - 1)) /
               n;
      };
      const double of_mu = variance("mu", 1 / (sigma * sigma)),
                   of_log_sigma = variance("logsigma", 2);
      if (n == 8) {
        expect_relative(of_mu, x["var_LOO_mu_N8"], 1e-6);
        expect_relative(of_log_sigma, x["var_LOO_logsigma_N8"], 1e-6);
      }
      const auto estimates = collect_case(x, score_function(Baseline::leave_one_out, n));
      expect_relative(estimates.mu.variance(), of_mu, 0.1);
      expect_relative(estimates.log_sigma.variance(), of_log_sigma, 0.2);
    }
  }
}

TEST(ScoreFunction, HasTheClosedFormVarianceWithAnEstimateOfV) {
  // An independent baseline of mean F adds Var f Var S / M.
  for (Case& x : cases()) {
    const double sigma = std::exp(x.policy.log_sigma);
    for (const int m : {1, 4}) {
      EstimatorConfig config = score_function(Baseline::value);
      config.baseline_samples = m;
      const auto estimates = collect_case(x, config);
      expect_relative(estimates.mu.variance(),
                      x["var_SF_mu_meanbaseline"] + x.variance_of_f / (sigma * sigma) / m, 0.1);
      expect_relative(estimates.log_sigma.variance(),
                      x["var_SF_logsigma_meanbaseline"] + x.variance_of_f * 2 / m, 0.2);
    }
  }
}

TEST(ScoreFunction, AveragingDividesTheVariance) {
  for (Case& x : cases()) {
    const auto estimates = collect_case(x, score_function(Baseline::none, 4));
    expect_relative(estimates.mu.variance(), x["var_SF_mu_nobaseline"] / 4, 0.1);
  }
}

#ifdef ACP_DOUBLE

TEST(ScoreFunctionGradient, AgreesWithFiniteDifferencesOfItsSurrogate) {
  // The surrogate is the mean of (f - alpha log pi - b) log N(u; phi), in which only the density
  // depends on phi: the actions and the weights are held.
  constexpr int d = 2, states = 2;
  for (const auto& [baseline, count] : {std::pair{Baseline::none, 1},
                                        {Baseline::none, 3},
                                        {Baseline::leave_one_out, 2},
                                        {Baseline::leave_one_out, 5},
                                        {Baseline::value, 2}}) {
    const auto config = score_function(baseline, count);
    Rng rng(4, Stream::evaluation);
    Matrix phi = random_matrix(2 * d, states, rng);
    const auto estimator = make_estimator(config, d, states);
    estimator->draw(rng);
    QuadraticObjective objective(-0.8, 0.6, 1);
    const double alpha = 0.3;
    Matrix gradient(2 * d, states);
    estimator->estimate({phi}, objective, alpha, gradient);

    const ActionSamples& x = estimator->samples();
    const auto weight = [&](int j) {
      const auto at = static_cast<std::size_t>(j);
      return estimator->values()[at] - alpha * x.log_prob[at];
    };
    const auto baseline_of = [&](int j) {
      if (baseline == Baseline::none) return 0.0;
      const bool value = baseline == Baseline::value;
      double sum = 0;
      int terms = 0;
      for (int k = value ? count : 0; k < x.count() / states; ++k) {
        const int other = k * states + j % states;
        if (!value && other == j) continue;
        sum += weight(other);
        ++terms;
      }
      return sum / terms;
    };
    const auto surrogate = [&] {
      double sum = 0;
      for (int j = 0; j < count * states; ++j) {
        double log_density = 0;
        for (int i = 0; i < d; ++i) {
          const double log_sigma = phi(d + i, j % states);
          const double z = (x.pre_squash(i, j) - phi(i, j % states)) / std::exp(log_sigma);
          log_density += -0.5 * z * z - log_sigma;
        }
        sum += (weight(j) - baseline_of(j)) * log_density / count;
      }
      return sum;
    };
    for (int b = 0; b < states; ++b) {
      expect_gradient(column(phi, b), column(std::as_const(gradient), b), surrogate);
    }
  }
}

#endif

}  // namespace
}  // namespace acp
