#include "core/lab/probe.h"

#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "support/algorithms.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr std::uint64_t kSeed = 3;
constexpr int kProbes = 300, kSteps = 200;

struct Case {
  std::string id;
  Settings settings;
  std::size_t reading;  ///< of `probed_estimators`
  EstimatorConfig gaussian{};
  CategoricalEstimatorConfig categorical{};
};

const AlgorithmEntry& entry_of(const std::string& id) {
  for (const auto& entry : algorithms()) {
    if (id == entry.id) return entry;
  }
  throw std::invalid_argument(id);
}

TaskShape task_of(const AlgorithmEntry& entry) {
  return entry.head == PolicyHead::categorical ? TaskShape{3, 4, true} : TaskShape{3, 2};
}

std::unique_ptr<Algorithm> trained(const std::string& id, const Settings& settings = {}) {
  const auto& entry = entry_of(id);
  auto algorithm = entry.make(*small_config(entry, settings), task_of(entry), kSeed);
  interact(*algorithm, task_of(entry), kSteps);
  return algorithm;
}

/// Moments of tr Cov(g) and |E g|^2 over states of their own, each from two estimates a and b:
/// |a - b|^2 / 2 and a . b.
struct Scatter {
  Moments variance, square;
};

Scatter independent(const GradientProblem& problem, const Case& each) {
  constexpr int kMany = 500, kRounds = 100;
  Batch batch = problem.batch(kMany);
  MlpPass policy(problem.network(), kMany), critic(problem.critics.mlp(), kMany);
  Matrix gradients[2] = {Matrix(problem.network().outputs(), kMany),
                         Matrix(problem.network().outputs(), kMany)};
  Matrix q(problem.critics.mlp().outputs(), kMany);
  const auto categorical = make_estimator(each.categorical, problem.action_size, kMany);
  const auto gaussian = make_estimator(each.gaussian, problem.action_size, kMany);
  CriticObjective objective = problem.objective(kMany, samples_per_state(each.gaussian));
  Rng rng(99, Stream::update);
  Scatter scatter;
  for (int round = 0; round < kRounds; ++round) {
    problem.draw(rng, batch);
    const Matrix& head = policy.forward(problem.theta(), batch.observation);
    for (Matrix& gradient : gradients) {
      if (problem.discrete()) {
        problem.action_values(critic, batch.observation, q);
        categorical->draw(rng);
        categorical->estimate(head, q, problem.alpha(), gradient);
      } else {
        objective.set_states(batch.observation);
        gaussian->draw(rng);
        gaussian->estimate({head, squash_of(problem.head)}, objective, problem.alpha(), gradient);
      }
    }
    for (int j = 0; j < kMany; ++j) {
      double distance = 0, product = 0;
      for (int i = 0; i < head.rows(); ++i) {
        const double a = gradients[0](i, j), b = gradients[1](i, j);
        distance += (a - b) * (a - b) / 2;
        product += a * b;
      }
      scatter.variance.add(distance);
      scatter.square.add(product);
    }
  }
  return scatter;
}

double z_between(const Moments& a, const Moments& b) {
  return (a.mean() - b.mean()) / std::hypot(a.standard_error(), b.standard_error());
}

class Probe : public testing::TestWithParam<Case> {};

TEST_P(Probe, AgreesWithAnIndependentMeasurement) {
  const auto algorithm = trained(GetParam().id, GetParam().settings);
  const auto problem = algorithm->gradient_problem();
  const Scatter expected = independent(*problem, GetParam());
  GradientProbe probe(*problem);
  Moments variance, square, claimed, claimed_ratio, ratio;
  for (int i = 1; i <= kProbes; ++i) {
    const auto reading = probe.measure(kSeed, i)[GetParam().reading];
    variance.add(reading.variance);
    square.add(reading.signal_to_noise * reading.variance);
    ratio.add(reading.signal_to_noise);
    claimed.add(reading.variance_error * reading.variance_error);
    claimed_ratio.add(reading.signal_to_noise_error * reading.signal_to_noise_error);
  }
  EXPECT_LT(std::abs(z_between(variance, expected.variance)), kLargestZ)
      << variance.mean() << " " << expected.variance.mean();
  EXPECT_LT(std::abs(z_between(square, expected.square)), kLargestZ)
      << square.mean() << " " << expected.square.mean();
  // What the readings claim of themselves is how they scatter; 300 of them say so within 8 %.
  EXPECT_NEAR(std::sqrt(claimed.mean() / variance.variance()), 1, 0.35);
  EXPECT_NEAR(std::sqrt(claimed_ratio.mean() / ratio.variance()), 1, 0.35);
}

const Settings kLeaveOneOut{
    {"estimator", "score_function"}, {"baseline", "leave_one_out"}, {"action_samples", "4"}};

INSTANTIATE_TEST_SUITE_P(
    Estimators, Probe,
    testing::Values(Case{"sac", {}, 0, {0, Baseline::none, 1}},
                    Case{"sac", {}, 2, {1, Baseline::none, 1}},
                    Case{"sac", {}, 3, {1, Baseline::leave_one_out, 2}},
                    Case{"sac", kLeaveOneOut, 0, {1, Baseline::leave_one_out, 4}},
                    Case{"sac", kLeaveOneOut, 1, {0, Baseline::none, 1}},
                    Case{"q_actor_critic", {}, 0, {1, Baseline::value, 1}},
                    Case{"sac_discrete", {}, 1, {}, {1, Baseline::none, 1}},
                    Case{"sac_discrete", {}, 2, {}, {1, Baseline::value, 1}},
                    Case{"sac_discrete", {{"relaxation", "2"}}, 3, {}, {2, Baseline::none, 1, {2}}},
                    Case{"sac_discrete", kLeaveOneOut, 0, {}, {1, Baseline::leave_one_out, 4}}));

TEST(GradientProbe, HasNothingToSayOfAnAlternativeThatTrains) {
  const std::pair<const char*, std::vector<Settings>> cases[] = {
      {"sac",
       {{{"baseline", "leave_one_out"}},
        {{"estimator", "score_function"}},
        {{"estimator", "score_function"}, {"baseline", "leave_one_out"}, {"action_samples", "2"}}}},
      {"sac_discrete",
       {{{"estimator", "score_function"}},
        {{"estimator", "score_function"}, {"baseline", "value"}},
        {{"estimator", "gumbel_softmax"}, {"baseline", "value"}, {"relaxation", "0.3"}}}}};
  for (const auto& [id, all] : cases) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto algorithm = trained(id, all[i]);
      GradientProbe probe(*algorithm->gradient_problem());
      const auto readings = probe.measure(kSeed, 1);
      ASSERT_EQ(readings.size(), probed_estimators(entry_of(id).head).size());
      for (std::size_t k = 0; k < readings.size(); ++k) {
        EXPECT_EQ(std::isnan(readings[k].variance), k == i + 1) << id << " " << i << " " << k;
      }
    }
  }
}

TEST(GradientProbe, OfAnExactSumFindsNoVariance) {
  const auto algorithm = trained("sac_discrete");
  GradientProbe probe(*algorithm->gradient_problem());
  const auto reading = probe.measure(kSeed, 1)[0];
  EXPECT_EQ(reading.variance, 0);
  EXPECT_EQ(reading.variance_error, 0);
  EXPECT_FALSE(std::isfinite(reading.signal_to_noise));
}

TEST(GradientProbe, FollowsFromSeedAndUpdates) {
  const auto algorithm = trained("sac");
  GradientProbe probe(*algorithm->gradient_problem()), again(*algorithm->gradient_problem());
  const double first = probe.measure(kSeed, 1)[0].variance;
  std::set<double> others{probe.measure(kSeed, 2)[0].variance,
                          probe.measure(kSeed + 1, 1)[0].variance};
  EXPECT_EQ(others.size(), 2u);
  EXPECT_EQ(others.count(first), 0u);
  EXPECT_EQ(again.measure(kSeed, 1)[0].variance, first);
}

TEST(GradientProbe, HasEstimatorsWhereThereIsAGradientProblem) {
  for (const auto& entry : algorithms()) {
    const TaskShape continuous{3, 2};
    const TaskShape task =
        entry.accepts(continuous).empty() ? continuous : TaskShape{3, 4, true, 3};
    const auto problem = entry.make(*small_config(entry, {}), task, 1)->gradient_problem();
    EXPECT_EQ(problem ? std::optional(problem->head) : std::nullopt, entry.head) << entry.id;
    EXPECT_EQ(probed_estimators(entry.head).empty(), !problem) << entry.id;
  }
}

}  // namespace
}  // namespace acp
