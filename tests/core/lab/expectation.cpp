#include "core/lab/expectation.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/lab/analytic.h"

namespace acp {
namespace {

constexpr double kMu = 0.7, kLogSigma = -0.4;
const double kSigma = std::exp(kLogSigma);
const std::vector<double> kHead{kMu, kLogSigma};

Expectation of(const LabFunction& f, Squash squash = Squash::none, double alpha = 0) {
  return expectation_of(f.prepared(), kHead, squash, alpha);
}

void expect_near(const Expectation& e, double value, double mu, double log_sigma) {
  EXPECT_NEAR(e.value, value, 1e-12 * (1 + std::abs(value)));
  EXPECT_NEAR(e.gradient[0], mu, 1e-12 * (1 + std::abs(mu)));
  EXPECT_NEAR(e.gradient[1], log_sigma, 1e-12 * (1 + std::abs(log_sigma)));
  EXPECT_LT(e.error, 1e-9);
}

TEST(Expectation, OfTheQuadraticIsItsClosedForm) {
  LabFunction f(Analytic::quadratic);
  f.a = -0.7;
  f.b = 0.3;
  f.c = 1;
  f.offset = 2;
  const double s2 = kSigma * kSigma, f0 = f.a * kMu * kMu + f.b * kMu + 3;
  const Expectation e = of(f);
  expect_near(e, f0 + f.a * s2, 2 * f.a * kMu + f.b, 2 * f.a * s2);
  EXPECT_NEAR(e.baseline[0], f0 + 3 * f.a * s2, 1e-12);
  EXPECT_NEAR(e.baseline[1], f0 + 5 * f.a * s2, 1e-12);
}

TEST(Expectation, OfTheExponentialIsItsClosedForm) {
  LabFunction f(Analytic::exponential);
  f.k = 1.5;
  const double s = f.k * kSigma, F = std::exp(f.k * kMu + s * s / 2);
  const Expectation e = of(f);
  expect_near(e, F, f.k * F, s * s * F);
  EXPECT_NEAR(e.baseline[0], F * (1 + s * s), 1e-11);
  EXPECT_NEAR(e.baseline[1], F * (2 + 4 * s * s + s * s * s * s) / 2, 1e-11);
}

TEST(Expectation, OfTheCosineIsItsClosedForm) {
  LabFunction f(Analytic::cosine);
  for (const double k : {0.5, 5.0, 40.0, 200.0, 1000.0}) {
    f.frequency = k;
    const double s2 = k * k * kSigma * kSigma, h = std::exp(-s2 / 2);
    const Expectation e = of(f);
    expect_near(e, h * std::cos(k * kMu), -k * h * std::sin(k * kMu), -s2 * h * std::cos(k * kMu));
    EXPECT_NEAR(e.baseline[0], (1 - s2) * h * std::cos(k * kMu), 1e-12);
  }
}

TEST(Expectation, OfTheStepIsItsClosedForm) {
  LabFunction f(Analytic::step);
  f.at = 0.9;
  const double z = (f.at - kMu) / kSigma;
  const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
  expect_near(of(f), 0.5 * std::erfc(z / std::sqrt(2.0)), density / kSigma, z * density);
}

TEST(Expectation, OfTheRippleIsItsClosedForm) {
  LabFunction f(Analytic::ripple);
  const double w = f.frequency, s2 = kSigma * kSigma, h = std::exp(-w * w * s2 / 2);
  expect_near(of(f), -kMu * kMu - s2 + f.amplitude * h * std::sin(w * kMu),
              -2 * kMu + f.amplitude * w * h * std::cos(w * kMu),
              -2 * s2 - f.amplitude * w * w * s2 * h * std::sin(w * kMu));
}

TEST(Expectation, OfTheEntropyOfAGaussianIsItsLogarithm) {
  LabFunction f(Analytic::linear);
  f.b = 0;
  const double entropy = 0.5 * std::log(2 * std::acos(-1.0) * std::exp(1.0)) + kLogSigma;
  expect_near(of(f, Squash::none, 0.3), 0.3 * entropy, 0, 0.3);
}

TEST(Expectation, OfASquashedPolicyIsThatOfAnyObjective) {
  LabFunction f(Analytic::bimodal);
  const Expectation separable = of(f, Squash::tanh, 0.2);
  AnalyticObjective objective(f);
  const auto general = expectation_of(objective, kHead, Squash::tanh, 0.2);
  ASSERT_TRUE(general);
  constexpr double tolerance = sizeof(Scalar) == 4 ? 2e-6 : 1e-9;
  EXPECT_NEAR(general->value, separable.value, tolerance);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_NEAR(general->gradient[k], separable.gradient[k], tolerance);
    EXPECT_NEAR(general->baseline[k], separable.baseline[k], tolerance);
  }
}

TEST(Expectation, InTwoDimensionsIsTheSumOfItsParts) {
  LabFunction f(Analytic::quadratic);
  f.b = 0.4;
  const std::vector<double> head{0.3, -0.2, -1, -0.5};
  const Expectation separable = expectation_of(f.prepared(), head, Squash::tanh, 0.1);
  AnalyticObjective objective(f);
  const auto general = expectation_of(objective, head, Squash::tanh, 0.1);
  ASSERT_TRUE(general);
  constexpr double tolerance = sizeof(Scalar) == 4 ? 5e-6 : 1e-9;
  EXPECT_NEAR(general->value, separable.value, tolerance);
  for (std::size_t k = 0; k < 4; ++k) {
    EXPECT_NEAR(general->gradient[k], separable.gradient[k], tolerance);
    EXPECT_NEAR(general->baseline[k], separable.baseline[k], tolerance);
  }
}

TEST(Expectation, OfAnyObjectiveEndsAtTwoDimensions) {
  LabFunction f(Analytic::quadratic);
  AnalyticObjective objective(f);
  EXPECT_FALSE(expectation_of(objective, std::vector<double>(6), Squash::none, 0));
}

TEST(Expectation, OfTheRegulatorIsThatOfCaseS8) {
  LabFunction f(Analytic::lqr);
  f = f.prepared();
  EXPECT_NEAR(f.term(0.5) + f.constant(), -4.410054711, 1e-8);  // closed-forms.json, S8
}

TEST(Expectation, OverCategoriesIsTheSumOfCaseS7) {
  const Expectation e = expectation_of({std::log(0.7), std::log(0.2), std::log(0.1)}, {1, 2, 3}, 0);
  EXPECT_NEAR(e.value, 1.4, 1e-12);
  EXPECT_NEAR(e.gradient[0], -0.28, 1e-12);
  EXPECT_NEAR(e.gradient[1], 0.12, 1e-12);
  EXPECT_NEAR(e.gradient[2], 0.16, 1e-12);
  EXPECT_NEAR(e.baseline[0], 2.07826087, 1e-8);
}

TEST(Expectation, OfChoicesThatNeverHappenIsFinite) {
  const auto exact = expectation_of({0, 10'000}, {1, 2}, 0.5);
  EXPECT_EQ(exact.value, 2);
  EXPECT_EQ(exact.gradient, (std::vector<double>{0, 0}));
}

}  // namespace
}  // namespace acp
