// A network's log sigma may leave the range to which every policy clamps it. Beyond, nothing
// depends on it: exact gradients, densities and estimates must say the same.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/lab/analytic.h"
#include "core/lab/frozen_run.h"
#include "core/lab/laboratory.h"
#include "support/forever.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr double kAlpha = 0.2;

struct Side {
  const char* name;
  double log_sigma;
  bool inside;
};
constexpr Side kSides[] = {{"below_the_least", -20.5, false},
                           {"above_the_least", -19.5, true},
                           {"below_the_largest", 1.5, true},
                           {"above_the_largest", 2.5, false}};

LabFunction hill() {
  LabFunction f(Analytic::quadratic);
  f.a = -0.3;
  f.b = 0.5;
  return f;
}

/// As of a frozen run, whose heads no text has checked.
LabSubject subject_at(const char* policy, double log_sigma, double alpha = kAlpha) {
  std::vector<std::string> errors;
  LabSubject subject = parse_subject(policy, "quadratic:a=-0.3,b=0.5", alpha, errors);
  EXPECT_TRUE(errors.empty());
  subject.phi = {0, log_sigma};
  subject.exact = expectation_of(hill(), subject.phi, subject.squash(), alpha);
  return subject;
}

/// By every estimator of continuous actions, with every baseline that it has.
std::vector<std::string> every_measurement() {
  std::vector<std::string> all{"estimator=exact"};
  for (const auto& each : lab_estimators()) {
    if (each.gaussian == nullptr) continue;
    const std::string text = std::string("estimator=") + each.about.id;
    all.push_back(text);
    if (!each.gaussian->has_baseline) continue;
    for (const char* baseline : {"value", "optimal", "leave_one_out&samples=4"}) {
      all.push_back(text + "&baseline=" + baseline);
    }
  }
  return all;
}

class Clamp : public testing::TestWithParam<std::tuple<const char*, Side>> {
 protected:
  const char* policy_ = std::get<0>(GetParam());
  Side side_ = std::get<1>(GetParam());
  LabSubject subject_ = subject_at(policy_, side_.log_sigma);
};

TEST_P(Clamp, TheExactGradientIsTheSlopeOfTheExactValue) {
  const auto value = [&](std::size_t k, double h) {
    auto phi = subject_.phi;
    phi[k] += h;
    return expectation_of(hill(), phi, subject_.squash(), kAlpha).value;
  };
  AnalyticObjective objective(hill());
  const auto by_nodes = expectation_of(objective, subject_.phi, subject_.squash(), kAlpha);
  constexpr double h = 1e-3;
  for (std::size_t k = 0; k < 2; ++k) {
    const double exact = subject_.exact->gradient[k];
    const double slope = (value(k, h) - value(k, -h)) / (2 * h);
    EXPECT_NEAR(exact, slope, 1e-4 * (1 + std::abs(slope)));
  }
  const double of_log_sigma = subject_.exact->gradient[1];
  EXPECT_NEAR(by_nodes->gradient[1], of_log_sigma, 1e-4 * (1 + std::abs(of_log_sigma)));
  EXPECT_EQ(of_log_sigma == 0, !side_.inside);
  EXPECT_EQ(by_nodes->gradient[1] == 0, !side_.inside);
  EXPECT_EQ(subject_.exact->baseline[1] == 0, !side_.inside);
  EXPECT_EQ(by_nodes->baseline[1] == 0, !side_.inside);
}

TEST_P(Clamp, UnbiasedEstimatorsMeetTheExactGradient) {
  constexpr int kRepeats = 100'000;
  for (const double alpha : {0.0, kAlpha}) {
    const LabSubject subject = subject_at(policy_, side_.log_sigma, alpha);
    // Beside log pi, numbers of single precision have no room for what f does within 2e-9.
    const double rounding = alpha * 1e-5 * std::exp(-side_.log_sigma);
    for (const auto& text : every_measurement()) {
      std::vector<std::string> errors;
      const auto config = MeasurementConfig::parse(text, errors);
      if (!is_unbiased(config, subject)) continue;
      Measurement measurement(config, subject);
      measurement.run(kRepeats, kForever);
      const VectorMoments found = measurement.moments().all();
      for (int k = 0; k < 2; ++k) {
        const auto i = static_cast<std::size_t>(k);
        const double exact = subject.exact->gradient[i];
        const double error = std::sqrt(found.variance(k) / kRepeats) +
                             2e-6 * (1 + std::abs(exact)) + (k == 0 ? rounding : 0);
        EXPECT_LT(std::abs(found.mean()[i] - exact) / error, kLargestZ) << text << " " << k;
      }
      if (!side_.inside) {
        EXPECT_EQ(found.mean()[1], 0) << text;
      }
    }
  }
}

TEST_P(Clamp, TheDensityIsThatOfTheActionsDrawn) {
  const double sigma = std::exp(std::min(2.0, std::max(-20.0, side_.log_sigma)));
  const Laboratory lab(subject_at(policy_, side_.log_sigma));
  const auto rows = lab.slice(-0.5, 0.5, 3);  // the mean is in the middle
  EXPECT_NEAR(static_cast<double>(rows[5]) * sigma, 1 / std::sqrt(2 * std::acos(-1)), 1e-6);
}

INSTANTIATE_TEST_SUITE_P(BothSidesOfBothBounds, Clamp,
                         testing::Combine(testing::Values("gaussian", "tanh_gaussian"),
                                          testing::ValuesIn(kSides)),
                         [](const auto& one) {
                           return std::string(std::get<0>(one.param)) + "_" +
                                  std::get<1>(one.param).name;
                         });

/// A network whose log sigma has gone far beyond its clamp, and a critic that has not.
struct Saturated {
  static constexpr int kStates = 3;

  explicit Saturated(double direction)
      : policy({1, {8}, 2, Activation::relu}, kStates, rng),
        critics({2, {8}, 1, Activation::tanh}, 1, kStates, rng),
        observations(1, kStates) {
    Matrix gradient(2, kStates);
    for (int j = 0; j < kStates; ++j) {
      observations(0, j) = static_cast<Scalar>(j - 1);
      gradient(1, j) = static_cast<Scalar>(-direction);
    }
    for (int step = 0; step < 400; ++step) {
      policy.forward(observations);
      policy.descend(gradient, 0.02);
    }
  }

  Rng rng{3, Stream::initialisation};
  Learner policy;
  CriticEnsemble critics;
  Matrix observations;
};

TEST(ClampOfAFrozenRun, TheGradientOfTheWeightsHasNothingOfLogSigma) {
  const auto& entries = environments();
  const auto lqr = std::find_if(entries.begin(), entries.end(),
                                [](const auto& entry) { return std::string(entry.id) == "lqr"; });
  const auto environment = lqr->make(*lqr->make_config());
  for (const double direction : {1.0, -1.0}) {
    Saturated run(direction);
    const Temperature temperature(kAlpha, false);
    const ReplayBuffer replay(1, 1, 1);
    const ReplaySettings settings;
    const EstimatorConfig estimator;
    const GradientProblem problem{.policy = run.policy,
                                  .head = PolicyHead::tanh_gaussian,
                                  .critics = run.critics,
                                  .temperature = temperature,
                                  .replay = replay,
                                  .replay_settings = settings,
                                  .gamma = 0.9,
                                  .action_size = 1,
                                  .estimator = &estimator};
    const FrozenRun frozen(problem, {*environment, false, 1}, run.observations,
                           FrozenRunConfig(kAlpha), {0, 0});
    const LabSubject subject = frozen.subject();
    const ThetaSpace theta(frozen, subject);
    ASSERT_FALSE(inside_clamp(static_cast<Scalar>(subject.phi[1]))) << subject.phi[1];
    EXPECT_EQ(subject.exact->gradient[1], 0);
    std::vector<std::string> errors;
    Measurement measurement(
        MeasurementConfig::parse("space=theta&estimator=reparameterization", errors), subject,
        &theta);
    const auto bias = static_cast<std::size_t>(run.policy.mlp().layers().back().biases);
    EXPECT_NE(theta.reference()[bias], 0);
    EXPECT_EQ(theta.reference()[bias + 1], 0);
    measurement.run(200, kForever);
    EXPECT_EQ(measurement.moments().all().mean()[bias + 1], 0);
  }
}

}  // namespace
}  // namespace acp
