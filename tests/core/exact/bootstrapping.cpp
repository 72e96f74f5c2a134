#include "core/exact/bootstrapping.h"

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/statistics.h"
#include "core/exact/bootstrap_lab.h"
#include "core/exact/rollout.h"
#include "support/golden.h"
#include "support/random_mdp.h"

namespace acp {
namespace {

using Eigen::VectorXd;
using nlohmann::json;

constexpr double kErrors = 4.5;  // standard errors that are allowed

TEST(Bootstrapping, MeetsTheRandomWalk) {
  const auto expected = golden("exact-processes.json")["random_walk_moments"];
  const BootstrapLab lab("process=random_walk");
  double best = 1e9;
  for (const auto& [n, moments] : expected["n"].items()) {
    const auto row = lab.n_steps(1, std::array{std::stoi(n)});
    EXPECT_NEAR(row[1], moments[0].get<double>(), 1e-9) << n;
    EXPECT_NEAR(row[2], moments[1].get<double>(), 1e-9) << n;
    best = std::min(best, row[1] + row[2]);
  }
  EXPECT_NEAR(best, expected["best_sum"].get<double>(), 1e-9);
  for (const int n : {32, 64, 512}) {
    const auto row = lab.n_steps(1, std::array{n});
    EXPECT_GT(row[1] + row[2], best);
  }
  const auto last = lab.lambdas(1, std::array{1.0});
  EXPECT_NEAR(last[1], 0, 1e-9);
  EXPECT_NEAR(last[2], 0.7, 1e-9);
  const auto between = lab.lambdas(1, std::array{0.95});
  EXPECT_NEAR(between[1] + between[2], expected["lambda_0.95_sum"].get<double>(), 1e-9);
  EXPECT_LT(between[1] + between[2], best);
}

TEST(Bootstrapping, LambdaReachesFromOneStepToTheEnd) {
  const BootstrapLab lab("process=three_states");
  for (const double error : {0.0, 0.3, 1.0}) {
    const auto one = lab.n_steps(error, std::array{1}),
               shortest = lab.lambdas(error, std::array{0.0});
    const auto many = lab.n_steps(error, std::array{1024}),
               longest = lab.lambdas(error, std::array{1.0});
    for (const std::size_t i : {1, 2, 3, 4}) {
      EXPECT_NEAR(one[i], shortest[i], 1e-12);
      EXPECT_NEAR(many[i], longest[i], 1e-9);
    }
  }
  // Of a right value function nothing is biased.
  EXPECT_NEAR(lab.lambdas(0, std::array{0.5})[1], 0, 1e-18);
  EXPECT_NEAR(lab.lambdas(0, std::array{0.5})[3], 0, 1e-18);
}

/// Returns of sampled episodes from one state.
struct Sampled {
  Moments n_step, lambda;
  std::array<Moments, 3> gradient;
};

TEST(Bootstrapping, SampledReturnsHaveThoseMoments) {
  constexpr int n = 3, samples = 40'000;
  constexpr double lambda = 0.7;
  Rng rng(1, Stream::lab);
  FiniteMdp mdp = random_process(rng, 4, 3, 0.9, 0.2);
  const TabularPolicy pi = random_policy(rng, mdp);
  const VectorXd V = random_matrix(rng, 4, 1, -1, 1);
  const BootstrappedReturns returns(mdp, pi, V);
  const auto rests = returns.n_step_rests(n);
  const StateMoments by_n = returns.of_states(rests.back());
  const StateMoments by_lambda = returns.of_states(returns.lambda_rest(lambda));
  mdp.rho << 1, 0, 0, 0;
  Sampled sampled;
  Moments squares, lambda_squares;
  for (int i = 0; i < samples; ++i) {
    const auto steps = roll_out(mdp, pi, pi, rng, 2000);
    const auto value_at = [&](std::size_t t) { return t < steps.size() ? V(steps[t].s) : 0.0; };
    double G = 0;
    for (std::size_t t = steps.size(); t-- > 0;) {
      G = mdp.R(steps[t].s, steps[t].a) + mdp.gamma * ((1 - lambda) * value_at(t + 1) + lambda * G);
    }
    double H = std::pow(mdp.gamma, n) * value_at(n);
    for (std::size_t t = 0; t < std::min<std::size_t>(n, steps.size()); ++t) {
      H += std::pow(mdp.gamma, t) * mdp.R(steps[t].s, steps[t].a);
    }
    sampled.lambda.add(G);
    sampled.n_step.add(H);
    lambda_squares.add(G * G);
    squares.add(H * H);
    for (const int a : {0, 1, 2}) {
      const double score = (steps[0].a == a) - pi(0, a);
      sampled.gradient[static_cast<std::size_t>(a)].add(score * (H - V(0)));
    }
  }
  const auto expect = [](const Moments& moments, double expected) {
    EXPECT_NEAR(moments.mean(), expected, kErrors * moments.standard_error());
  };
  expect(sampled.n_step, by_n.mean(0));
  expect(squares, by_n.second(0));
  expect(sampled.lambda, by_lambda.mean(0));
  expect(lambda_squares, by_lambda.second(0));

  // Alone in its process, the state is what the means over states are of.
  const Eigen::MatrixXd gradient =
      logit_gradient(pi, VectorXd::Ones(4), returns.of_actions(rests.back()).mean);
  double variance = 0;
  for (const int a : {0, 1, 2}) {
    expect(sampled.gradient[static_cast<std::size_t>(a)], gradient(0, a));
    variance += sampled.gradient[static_cast<std::size_t>(a)].variance();
  }
  EXPECT_GT(variance, 0);
}

TEST(Bootstrapping, TheGradientScattersAsItsSamplesDo) {
  // Of one state that may end, the means over states are its own.
  Rng rng(2, Stream::lab);
  FiniteMdp mdp = random_process(rng, 1, 3, 0.9, 0.3);
  const TabularPolicy pi = random_policy(rng, mdp);
  const VectorXd V = VectorXd::Constant(1, 0.4);
  const BootstrappedReturns returns(mdp, pi, V);
  const TabularValues exact = values_of(mdp, pi);
  constexpr std::size_t n = 2;
  const auto expected =
      compare(mdp, pi, exact, V, returns, returns.n_step_rests(static_cast<int>(n)).back());
  std::array<Moments, 3> gradient;
  for (int i = 0; i < 100'000; ++i) {
    const auto steps = roll_out(mdp, pi, pi, rng, 2000);
    double G = mdp.R(0, steps[0].a);
    if (steps.size() > 1) G += mdp.gamma * mdp.R(0, steps[1].a);
    if (steps.size() > n) G += mdp.gamma * mdp.gamma * V(0);
    for (const int a : {0, 1, 2}) {
      gradient[static_cast<std::size_t>(a)].add(((steps[0].a == a) - pi(0, a)) * (G - V(0)));
    }
  }
  const double variance = gradient[0].variance() + gradient[1].variance() + gradient[2].variance();
  EXPECT_NEAR(variance, expected.gradient_variance, 0.02 * variance);
  const Eigen::MatrixXd right = logit_gradient(pi, VectorXd::Ones(1), exact.Q);
  double squared_bias = 0;
  for (const int a : {0, 1, 2}) {
    squared_bias += std::pow(gradient[static_cast<std::size_t>(a)].mean() - right(0, a), 2);
  }
  EXPECT_NEAR(std::sqrt(squared_bias), std::sqrt(expected.gradient_squared_bias), 0.01);
}

TEST(BootstrapLab, TheBestLengthShrinksAsTheCriticGetsBetter) {
  const BootstrapLab lab("process=random_walk");
  std::vector<int> steps(256);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = static_cast<int>(i) + 1;
  const auto best = [&](double error) {
    const auto rows = lab.n_steps(error, steps);
    std::size_t at = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (rows[5 * i + 1] + rows[5 * i + 2] < rows[5 * at + 1] + rows[5 * at + 2]) at = i;
    }
    return steps[at];
  };
  EXPECT_EQ(best(1), 15);
  EXPECT_LT(best(0.8), best(1));
  EXPECT_LT(best(0.6), best(0.8));
  EXPECT_EQ(best(0.5), 1);
}

TEST(BootstrapLab, SaysWhatIsWrong) {
  EXPECT_THROW(BootstrapLab(""), std::invalid_argument);
  EXPECT_THROW(BootstrapLab("process=autoregression:rho=1"), std::invalid_argument);
  EXPECT_THROW(BootstrapLab("process=autoregression:x=1"), std::invalid_argument);
  EXPECT_THROW(BootstrapLab("process=nothing"), std::invalid_argument);
  EXPECT_THROW(describe_random_walk("n=0"), std::invalid_argument);
  EXPECT_THROW(describe_random_walk("states=4"), std::invalid_argument);
  JsonWriter writer;
  describe_bootstrap_lab(writer);
  EXPECT_EQ(json::parse(writer.take())["random_walk"].size(), 6u);
}

}  // namespace
}  // namespace acp
