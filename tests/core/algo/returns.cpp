#include "core/algo/returns.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/dist/gaussian.h"
#include "support/golden.h"
#include "support/matrices.h"

namespace acp {
namespace {

TEST(Targets, AreTheClosedForm) {
  const auto given = closed_form("S12", "given"), expected = closed_form("S12");
  const auto gamma = given["gamma"].get<Scalar>(), alpha = given["alpha"].get<Scalar>();
  ASSERT_EQ(given["rows"].size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& row = given["rows"][i];
    const Matrix phi = constant_head(row["mu"], row["logsigma"], 1);
    ActionSamples next(1, 1, 1);
    next.noise(0, 0) = row["eps"].get<Scalar>();
    sample({phi}, next);
    EXPECT_NEAR(next.log_prob[0], expected[i]["logpi_next"].get<double>(), 1e-5);
    const Scalar r = row["r"].get<Scalar>();
    const Scalar discount = row["terminated"].get<bool>() ? Scalar(0) : gamma;
    const Scalar q = std::min(row["q1_target"].get<Scalar>(), row["q2_target"].get<Scalar>());
    EXPECT_NEAR(soft_td_target(r, discount, q, alpha, next.log_prob[0]),
                expected[i]["sac"].get<double>(), 1e-5);
    const Scalar q1 = row["q1_target"].get<Scalar>();
    EXPECT_NEAR(td_target(r, discount, q1), expected[i]["ddpg"].get<double>(), 1e-5);
  }
}

TEST(Targets, WithoutTemperatureTheSoftTargetIsTheHardOne) {
  EXPECT_EQ(soft_td_target(-1, Scalar(0.9), -5, 0, 100), td_target(-1, Scalar(0.9), -5));
}

TEST(Targets, OfQLearningTakeTheLargestValue) {
  const Buffer q_t{4, 16, -8};
  const Scalar half = Scalar(0.5);
  EXPECT_EQ(q_learning_target(1, half, q_t), 1 + 8);
  EXPECT_EQ(q_learning_target(1, 0, q_t), 1);
  EXPECT_EQ(double_q_target(1, half, q_t, q_t), 1 + 8);
}

TEST(Targets, OfDoubleQLearningValueWhatTheOtherNetworkChooses) {
  const Buffer q_t_value{4, 16, -8};
  const Scalar half = Scalar(0.5);
  EXPECT_EQ(double_q_target(1, half, q_t_value, Buffer{9, 3, 2}), 1 + 2);
  EXPECT_EQ(double_q_target(1, half, q_t_value, Buffer{-3, -2, -1}), 1 - 4);
  EXPECT_EQ(double_q_target(1, half, q_t_value, Buffer{0, 5, 5}), 1 + 8);  // the first of equals
  EXPECT_EQ(double_q_target(1, 0, q_t_value, Buffer{9, 3, 2}), 1);
}

TEST(Targets, OfTd3MoveTheActionByClippedNoiseWithinTheBounds) {
  const Scalar clip = Scalar(0.5), quarter = Scalar(0.25);
  EXPECT_EQ(smoothed_action(0, quarter, clip), quarter);
  EXPECT_EQ(smoothed_action(quarter, 3, clip), quarter + clip);
  EXPECT_EQ(smoothed_action(quarter, -3, clip), quarter - clip);
  EXPECT_EQ(smoothed_action(1 - quarter, 3, clip), 1);
  EXPECT_EQ(smoothed_action(quarter - 1, -3, clip), -1);
  EXPECT_EQ(smoothed_action(1, -quarter, clip), 1 - quarter);
  EXPECT_EQ(smoothed_action(quarter, 3, 0), quarter);
}

/// The numbers of a Trajectory.
struct Steps {
  Buffer reward, value, next_value;
  std::vector<std::uint8_t> terminated, truncated;

  explicit Steps(std::size_t size)
      : reward(size), value(size), next_value(size), terminated(size), truncated(size) {}
  std::size_t size() const { return reward.size(); }
  Trajectory view() const { return {reward, value, next_value, terminated, truncated}; }

  Buffer n_step(Scalar gamma, int n) const {
    Buffer out(size());
    n_step_returns(view(), gamma, n, out);
    return out;
  }
  Buffer advantages(Scalar gamma, Scalar lambda) const {
    Buffer out(size());
    generalised_advantages(view(), gamma, lambda, out);
    return out;
  }
};

/// Five steps: one terminates, one is truncated, the last does neither.
Steps five_steps() {
  Steps x(5);
  x.reward = {1, 2, 4, 8, 16};
  x.value = {32, 64, 128, 256, 512};
  x.next_value = {64, 1024, 256, 2048, 4096};
  x.terminated[1] = 1;
  x.truncated[3] = 1;
  return x;
}

/// Steps with episodes of random lengths, and values of states as a network would give them.
Steps random_steps(std::size_t size, std::uint64_t seed) {
  Rng rng(seed, Stream::environment);
  Steps x(size);
  for (std::size_t t = 0; t < size; ++t) {
    x.reward[t] = static_cast<Scalar>(rng.uniform(-1, 1));
    x.value[t] = static_cast<Scalar>(rng.uniform(-1, 1));
    x.terminated[t] = rng.index(6) == 0 ? 1 : 0;
    x.truncated[t] = rng.index(6) == 0 ? 1 : 0;
  }
  for (std::size_t t = 0; t < size; ++t) {
    const bool runs_on = t + 1 < size && !x.view().ends(t);
    x.next_value[t] = runs_on ? x.value[t + 1] : static_cast<Scalar>(rng.uniform(-1, 1));
  }
  return x;
}

void expect_near(const Buffer& measured, const std::vector<double>& expected, double tolerance) {
  ASSERT_EQ(measured.size(), expected.size());
  for (std::size_t t = 0; t < expected.size(); ++t) {
    EXPECT_NEAR(measured[t], expected[t], tolerance) << "step " << t;
  }
}

TEST(NStepReturns, AreThoseComputedByHand) {
  // Powers of two: exact in every precision.
  const Steps x = five_steps();
  const Scalar half = Scalar(0.5);
  EXPECT_EQ(x.n_step(half, 1), (Buffer{1 + 32, 2, 4 + 128, 8 + 1024, 16 + 2048}));
  EXPECT_EQ(x.n_step(half, 2), (Buffer{1 + 1, 2, 4 + 4 + 512, 8 + 1024, 16 + 2048}));
  for (const int n : {3, 5, 1000}) EXPECT_EQ(x.n_step(half, n), x.n_step(half, 2));
}

TEST(NStepReturns, LookNoFurtherThanNSteps) {
  Steps x(4);
  x.reward = {1, 2, 4, 8};
  x.value = {0, 32, 64, 128};
  x.next_value = {32, 64, 128, 256};
  const Scalar half = Scalar(0.5);
  EXPECT_EQ(x.n_step(half, 2), (Buffer{1 + 1 + 16, 2 + 2 + 32, 4 + 4 + 64, 8 + 128}));
  EXPECT_EQ(x.n_step(half, 3), (Buffer{1 + 1 + 1 + 16, 2 + 2 + 2 + 32, 4 + 4 + 64, 8 + 128}));
  EXPECT_EQ(x.n_step(half, 4), (Buffer{1 + 1 + 1 + 1 + 16, 2 + 2 + 2 + 32, 4 + 4 + 64, 8 + 128}));
}

TEST(NStepReturns, FollowFromTheirDefinition) {
  const Scalar gamma = Scalar(0.9);
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Steps x = random_steps(60, seed);
    for (const int n : {1, 2, 3, 7, 60}) {
      std::vector<double> expected;
      for (std::size_t t = 0; t < x.size(); ++t) {
        double sum = 0, weight = 1;
        for (int k = 0; k < n; ++k) {
          const std::size_t at = t + static_cast<std::size_t>(k);
          sum += weight * x.reward[at];
          weight *= gamma;
          const bool last = k + 1 == n || at + 1 == x.size();
          if (x.terminated[at] != 0) break;
          if (last || x.truncated[at] != 0) {
            sum += weight * x.next_value[at];
            break;
          }
        }
        expected.push_back(sum);
      }
      expect_near(x.n_step(gamma, n), expected, 1e-6);
    }
  }
}

TEST(NStepReturns, ATerminalStateIsWorthNothingAlsoAtTheTimeLimit) {
  Steps x(1);
  x.reward = {3};
  x.next_value = {100};
  x.terminated[0] = x.truncated[0] = 1;
  EXPECT_EQ(x.n_step(1, 1)[0], 3);
  EXPECT_EQ(x.advantages(1, 1)[0], 3);
  x.terminated[0] = 0;
  EXPECT_EQ(x.n_step(1, 1)[0], 103);
  EXPECT_EQ(x.advantages(1, 1)[0], 103);
}

TEST(NStepReturns, HaveTheClosedFormBiasAndVarianceOnAnAutoregressiveChain) {
  // s' = 0.8 s + w, r = s, V(s) = 2 s: linear in the noise w, so the variance is the sum of the
  // squared responses to each w alone, exactly.
  constexpr double rho = 0.8, deviation = 0.5, gamma = 0.95, start = 2, slope = 2;
  const double exact_value = start / (1 - gamma * rho);
  for (const auto& row : closed_form("S9")) {
    const int n = row["n"].get<int>();
    const auto return_with_noise_at = [&](int kicked) {
      Steps x(static_cast<std::size_t>(n));
      double s = start;
      for (int t = 0; t < n; ++t) {
        const auto at = static_cast<std::size_t>(t);
        x.reward[at] = static_cast<Scalar>(s);
        s = rho * s + (t == kicked ? deviation : 0);
        x.next_value[at] = static_cast<Scalar>(slope * s);
      }
      return static_cast<double>(x.n_step(static_cast<Scalar>(gamma), n)[0]);
    };
    const double mean = return_with_noise_at(-1);
    double variance = 0;
    for (int t = 0; t < n; ++t) variance += std::pow(return_with_noise_at(t) - mean, 2);
    EXPECT_NEAR(mean, row["mean"].get<double>(), 1e-5);
    EXPECT_NEAR(mean - exact_value, row["bias"].get<double>(), 1e-5);
    EXPECT_NEAR(variance / row["var"].get<double>(), 1, 1e-5);
  }
}

TEST(GeneralisedAdvantages, AreThoseComputedByHand) {
  const Steps x = five_steps();
  const Scalar half = Scalar(0.5);
  // delta = 1, -62, 4, 776, 1552, and gamma lambda = 1/4.
  EXPECT_EQ(x.advantages(half, half), (Buffer{1 - Scalar(15.5), -62, 4 + 194, 776, 1552}));
}

TEST(GeneralisedAdvantages, AreTemporalDifferencesAtLambdaZero) {
  const Scalar gamma = Scalar(0.9);
  const Steps x = random_steps(60, 4);
  const Buffer one_step = x.n_step(gamma, 1), advantages = x.advantages(gamma, 0);
  for (std::size_t t = 0; t < x.size(); ++t) {
    EXPECT_EQ(advantages[t], one_step[t] - x.value[t]);
    EXPECT_EQ(one_step[t],
              td_target(x.reward[t], x.terminated[t] != 0 ? Scalar(0) : gamma, x.next_value[t]));
  }
}

TEST(GeneralisedAdvantages, AreFullReturnsMinusValuesAtLambdaOne) {
  const Scalar gamma = Scalar(0.9);
  const Steps x = random_steps(60, 5);
  const Buffer full = x.n_step(gamma, 60);
  std::vector<double> expected;
  for (std::size_t t = 0; t < x.size(); ++t) expected.push_back(full[t] - x.value[t]);
  expect_near(x.advantages(gamma, 1), expected, 1e-5);
}

TEST(GeneralisedAdvantages, AreTheWeightedSumOfNStepAdvantages) {
  // (1 - lambda) sum_n lambda^{n-1} (G^(n) - V); the weights left at the end go to the longest.
  const Scalar gamma = Scalar(0.9);
  const double lambda = 0.7;
  const int size = 40;
  const Steps x = random_steps(size, 6);
  std::vector<double> expected(x.size());
  for (int n = 1; n <= size; ++n) {
    const double weight = std::pow(lambda, n - 1) * (n < size ? 1 - lambda : 1);
    const Buffer returns = x.n_step(gamma, n);
    for (std::size_t t = 0; t < x.size(); ++t) expected[t] += weight * (returns[t] - x.value[t]);
  }
  expect_near(x.advantages(gamma, static_cast<Scalar>(lambda)), expected, 1e-5);
}

}  // namespace
}  // namespace acp
