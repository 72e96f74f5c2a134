#include "core/exact/simplex.h"

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "core/env/dynamic_programming.h"
#include "support/golden.h"

namespace acp {
namespace {

using Eigen::VectorXd;
using nlohmann::json;

VectorXd vector_of(const json& numbers) {
  VectorXd x(static_cast<Eigen::Index>(numbers.size()));
  for (Eigen::Index i = 0; i < x.size(); ++i) x(i) = numbers[static_cast<std::size_t>(i)];
  return x;
}
VectorXd softmax(const VectorXd& theta) { return softmax_policy(theta.transpose()).transpose(); }

TEST(Simplex, MeetsTheReference) {
  const auto expected = golden("exact-processes.json")["bandit"];
  const VectorXd r = vector_of(expected["r"]), pi = softmax(vector_of(expected["theta"]));
  EXPECT_NEAR(bandit_return(pi, r), expected["j"].get<double>(), 1e-12);
  const VectorXd gradient = bandit_direction(pi, r, BanditAscent::gradient, 0);
  EXPECT_LT((gradient - vector_of(expected["gradient"])).cwiseAbs().maxCoeff(), 1e-12);
  EXPECT_NEAR(least_variance_baseline(pi, r, false), expected["baseline"].get<double>(), 1e-12);
  const auto described = json::parse(describe_simplex(""));
  EXPECT_NEAR(described["j"].get<double>(), expected["j"].get<double>(), 1e-12);
}

TEST(Simplex, TheEntropyGradientIsAFiniteDifference) {
  VectorXd theta(3), r(3);
  theta << 0.3, -0.2, 0.9;
  r << 1, 0.7, 0;
  constexpr double tau = 0.4, h = 1e-5;
  const auto objective = [&](const VectorXd& logits) {
    const VectorXd pi = softmax(logits);
    double sum = 0;
    for (const Eigen::Index a : {0, 1, 2}) sum += pi(a) * (r(a) - tau * math::log(pi(a)));
    return sum;
  };
  const VectorXd exact = bandit_direction(softmax(theta), r, BanditAscent::entropy, tau);
  const VectorXd velocity = policy_velocity(softmax(theta), exact);
  const VectorXd moved = softmax(theta + h * exact) - softmax(theta - h * exact);
  for (const Eigen::Index a : {0, 1, 2}) {
    VectorXd above = theta, below = theta;
    above(a) += h;
    below(a) -= h;
    EXPECT_NEAR(exact(a), (objective(above) - objective(below)) / (2 * h), 1e-7);
    EXPECT_NEAR(velocity(a), moved(a) / (2 * h), 1e-7);
  }
}

/// The trace of the covariance of (r - b) (e_a - pi), or of (r - b) / pi (e_a - 1/3).
double variance(const VectorXd& pi, const VectorXd& r, double b, bool natural) {
  double second = 0;
  VectorXd mean = VectorXd::Zero(3);
  for (const Eigen::Index a : {0, 1, 2}) {
    VectorXd g = natural ? VectorXd::Zero(3) : VectorXd(-(r(a) - b) * pi);
    g(a) += natural ? (r(a) - b) / pi(a) : r(a) - b;
    g.array() -= g.mean();
    second += pi(a) * g.squaredNorm();
    mean += pi(a) * g;
  }
  return second - mean.squaredNorm();
}

TEST(Simplex, TheBaselineHasTheLeastVarianceAndASymmetricOne) {
  VectorXd pi(3), r(3);
  pi << 0.2, 0.3, 0.5;
  r << 1, 0.7, 0;
  for (const Eigen::Index scale : {1, 3}) {
    const double b = least_variance_baseline(pi, r * static_cast<double>(scale), false);
    const VectorXd rewards = r * static_cast<double>(scale);
    EXPECT_LT(variance(pi, rewards, b, false), variance(pi, rewards, b + 0.01, false));
    EXPECT_NEAR(variance(pi, rewards, b + 0.3, false), variance(pi, rewards, b - 0.3, false),
                1e-12);
  }
}

TEST(Simplex, SaysHowMuchASampleScatters) {
  VectorXd pi(3), r(3);
  pi << 0.2, 0.3, 0.5;
  r << 1, 0.7, 0;
  for (const bool natural : {false, true}) {
    const double b = least_variance_baseline(pi, r, natural);
    for (const double offset : {-0.4, 0.0, 0.7}) {
      EXPECT_NEAR(sampled_variance(pi, r, b + offset, natural),
                  variance(pi, r, b + offset, natural), 1e-12);
    }
  }
}

TEST(Simplex, EndsElsewhereOnTheOtherSideOfTheBaselineThoughItScattersAlike) {
  const auto low = json::parse(describe_simplex("ascent=natural&offset=-0.5&paths=0"));
  const auto high = json::parse(describe_simplex("ascent=natural&offset=0.5&paths=0"));
  EXPECT_NEAR(low["variance"].get<double>(), high["variance"].get<double>(),
              1e-9 * high["variance"].get<double>());
  EXPECT_EQ(low["ends"], high["mirrored"]);
  EXPECT_EQ(low["mirrored"], high["ends"]);
  const auto best = [](const json& ends) { return ends[0].get<int>(); };
  EXPECT_EQ(vector_of(low["ends"]).sum(), 200);
  // 4.5 standard errors of a difference of two shares of 200 are less than 45 runs.
  EXPECT_GT(best(high["ends"]), best(low["ends"]) + 45);
}

TEST(Simplex, IsNamedAsAProcess) {
  EXPECT_EQ(describe_named_simplex("simplex:paths=1,seed=4"), describe_simplex("paths=1&seed=4"));
  EXPECT_EQ(describe_named_simplex("chain:length=4"), std::nullopt);
  EXPECT_THROW(describe_named_simplex("simplex:tau=11"), std::invalid_argument);
}

TEST(Simplex, FieldsLieWithin) {
  const auto described =
      json::parse(describe_simplex("resolution=5&paths=2&steps=100&ascent=natural"));
  EXPECT_EQ(described["field"].size(), 15u);
  for (const auto& row : described["field"]) {
    const VectorXd x = vector_of(row);
    EXPECT_NEAR(x.head(3).sum(), 1, 1e-12);
    EXPECT_GT(x.head(3).minCoeff(), 0);
    EXPECT_NEAR(x.tail(3).sum(), 0, 1e-12);
  }
  EXPECT_EQ(described["path"].size(), 101u);
  EXPECT_EQ(described["paths"].size(), 2u);
  EXPECT_GT(described["path"].back()[0].get<double>(), 0.99);
}

TEST(Simplex, StaysFiniteWhateverTheStep) {
  const std::string wild = "ascent=natural&step_size=100&offset=-2&steps=500&theta0=-20&theta2=20";
  const auto described = json::parse(describe_simplex(wild));
  for (const auto& path : described["paths"]) {
    for (const auto& pi : path) EXPECT_NEAR(vector_of(pi).sum(), 1, 1e-12);
  }
  EXPECT_THROW(describe_simplex("tau=11"), std::invalid_argument);
  EXPECT_THROW(describe_simplex("tua=1"), std::invalid_argument);
}

}  // namespace
}  // namespace acp
