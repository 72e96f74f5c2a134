#include "core/env/lqr.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "core/env/lqr_solution.h"
#include "support/environments.h"

namespace acp {
namespace {

using Eigen::MatrixXd;

std::unique_ptr<Simulation> make_lqr(const Settings& settings) {
  return make(lqr_entry(), settings);
}

/// What the environment should be, undiscounted.
LinearQuadratic problem_of(int dimensions) {
  if (dimensions == 1) {
    const auto number = [](double x) { return MatrixXd::Constant(1, 1, x); };
    return {number(0.9), number(0.5), number(1), number(0.2), number(0.01), 1};
  }
  const MatrixXd I = MatrixXd::Identity(2, 2);
  return {MatrixXd{{0.9, 0.4}, {0, 0.9}}, 0.5 * I, I, 0.2 * I, 0.01 * I, 1};
}

std::vector<double> numbers(const Eigen::VectorXd& x) { return {x.begin(), x.end()}; }

TEST(Lqr, StepsAsItsMatricesSay) {
  for (const int n : {1, 2}) {
    const auto lqr = make_lqr({{"dimensions", n == 1 ? "1" : "2"}, {"noise", "0"}});
    const LinearQuadratic problem = problem_of(n);
    const Eigen::VectorXd s = Eigen::VectorXd{{0.7, -1.3}}.head(n);
    const Eigen::VectorXd a = Eigen::VectorXd{{-0.4, 2.1}}.head(n);
    lqr->set_state(numbers(s));
    Rng rng(1, Stream::environment);
    const auto result = lqr->step(numbers(a), rng);
    EXPECT_FALSE(result.terminated);
    EXPECT_NEAR(result.reward, -(s.dot(problem.Q * s) + a.dot(problem.R * a)), 1e-14);
    const Eigen::VectorXd next = problem.A * s + problem.B * a;
    ASSERT_EQ(lqr->state().size(), static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i)
      EXPECT_NEAR(lqr->state()[static_cast<std::size_t>(i)], next(i), 1e-14);
  }
}

TEST(Lqr, StartsAndIsDisturbedAsItShould) {
  const auto lqr = make_lqr({{"dimensions", "2"}});
  Rng rng(2, Stream::environment);
  Moments start, start_square, noise, noise_square, cross;
  for (int i = 0; i < 50'000; ++i) {
    lqr->reset(rng);
    start.add(lqr->state()[1]);
    start_square.add(lqr->state()[0] * lqr->state()[0]);
    cross.add(lqr->state()[0] * lqr->state()[1]);
    lqr->set_state(std::array{0.0, 0.0});
    lqr->step(std::array{0.0, 0.0}, rng);
    noise.add(lqr->state()[0]);
    noise_square.add(lqr->state()[1] * lqr->state()[1]);
  }
  EXPECT_LT(std::abs(z_of_mean(start, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(start_square, 1)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(cross, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(noise, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(noise_square, 0.01)), kLargestZ);
}

/// Means over the evaluation states, many times, of what a policy returns: the starts, which are
/// the same every time, add nothing to their variance.
template <class Policy>
Moments mean_returns(Simulation& lqr, Policy&& policy) {
  const auto states = lqr.evaluation_states();
  Rng chance(3, Stream::environment);
  Moments means;
  for (int sweep = 0; sweep < 40; ++sweep) {
    Moments returns;
    for (const auto& state : states) {
      lqr.set_state(state);
      returns.add(return_of(lqr, chance, policy));
    }
    means.add(returns.mean());
  }
  return means;
}

TEST(Lqr, ReferencesAreReachedByTheirPolicies) {
  for (const int n : {1, 2}) {
    const auto lqr = make_lqr({{"dimensions", n == 1 ? "1" : "2"}});
    const auto& reference = lqr->info().reference;
    const LinearQuadratic problem = problem_of(n);
    std::vector<MatrixXd> gains;  // the last first
    MatrixXd P = MatrixXd::Zero(n, n);
    for (int t = 0; t < lqr->info().time_limit; ++t) {
      const LinearOptimum step = riccati_step(problem, P);
      gains.push_back(step.K);
      P = step.P;
    }
    std::size_t t = 0;
    const auto best = mean_returns(*lqr, [&](const Simulation& each) {
      const Eigen::Map<const Eigen::VectorXd> s(each.state().data(), n);
      return numbers(-gains[gains.size() - 1 - t++ % gains.size()] * s);
    });
    EXPECT_LT(std::abs(z_of_mean(best, reference.optimum)), kLargestZ) << n;
    EXPECT_GT(best.mean(), reference.threshold);
    Rng rng(4, Stream::policy);
    const auto random = mean_returns(
        *lqr, [&](const Simulation& each) { return random_action(each.info().action, rng); });
    EXPECT_LT(std::abs(z_of_mean(random, reference.random)), kLargestZ) << n;
  }
}

TEST(Lqr, ClipsActionsAndStates) {
  const auto lqr = make_lqr({{"noise", "0"}});
  Rng rng(5, Stream::environment);
  lqr->set_state(std::array{1.0});
  EXPECT_DOUBLE_EQ(lqr->step(std::array{1e9}, rng).reward, -(1 + 0.2 * 16));
  EXPECT_DOUBLE_EQ(lqr->state()[0], 0.9 + 2);
  lqr->set_state(std::array{1e5});
  lqr->step(std::array{0.0}, rng);
  EXPECT_EQ(lqr->state()[0], 100);
}

TEST(Lqr, CanBePushedAndDragged) {
  const auto lqr = make_lqr({{"dimensions", "2"}});
  lqr->drag(0.5, -2);
  lqr->kick(1);
  EXPECT_EQ(lqr->state()[0], 0.5);
  EXPECT_EQ(lqr->state()[1], -1);
  std::array<float, 6> draw;
  lqr->draw(draw);
  EXPECT_EQ(draw, (std::array<float, 6>{2, 0.5F, -1, 0, 0, 0}));
  const auto one = make_lqr({});
  one->drag(3, 7);
  one->draw(draw);
  EXPECT_EQ(draw, (std::array<float, 6>{1, 3, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace acp
