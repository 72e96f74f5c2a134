// The lab on what an algorithm has learned: the same policy, the same estimators and the same
// backward pass as in training.
#include "core/lab/frozen_run.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/policy_gradient.h"
#include "core/env/environment.h"
#include "core/lab/measurement.h"
#include "core/lab/theta.h"
#include "support/algorithms.h"
#include "support/forever.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kTask{1, 2};  // as a bandit in two dimensions
const AlgorithmEntry& sac() {
  for (const auto& entry : algorithms()) {
    if (std::string(entry.id) == "sac") return entry;
  }
  throw std::logic_error("there is no sac");
}

std::unique_ptr<Environment> bandit() {
  for (const auto& entry : environments()) {
    if (std::string(entry.id) != "bandit") continue;
    const auto config = entry.make_config();
    set_parameter(*config, "dimensions", "2");
    return entry.make(*config);
  }
  throw std::logic_error("there is no bandit");
}

std::unique_ptr<Algorithm> trained(int steps) {
  auto algorithm = sac().make(*small_config(sac(), {}), kTask, 3);
  interact(*algorithm, kTask, steps);
  return algorithm;
}

/// A trained policy and the lab on a batch of states that it has not seen.
struct Bench {
  explicit Bench(int steps = 100, const std::string& task = "state=2 batch=5")
      : algorithm(trained(steps)),
        problem(*algorithm->gradient_problem()),
        observations(five_states()),
        run(problem, {*environment, false, 1}, observations,
            FrozenRunConfig::parse(task, problem.alpha()), {0, 0}),
        subject(run.subject()),
        theta(run, subject) {}

  static Matrix five_states() {
    Matrix states(1, 5);
    for (int j = 0; j < 5; ++j) states(0, j) = static_cast<Scalar>(0.4 * j - 1);
    return states;
  }

  std::unique_ptr<Environment> environment = bandit();
  std::unique_ptr<Algorithm> algorithm;
  GradientProblem problem;
  Matrix observations;
  FrozenRun run;
  LabSubject subject;
  ThetaSpace theta;
};

MeasurementConfig config_of(const std::string& text) {
  std::vector<std::string> errors;
  auto config = MeasurementConfig::parse(text, errors);
  EXPECT_TRUE(errors.empty());
  return config;
}

TEST(FrozenRun, HeadIsThatOfThePolicyNetwork) {
  const Bench bench;
  MlpPass pass(bench.problem.network(), 5);
  const Matrix& heads = pass.forward(bench.problem.theta(), bench.observations);
  ASSERT_EQ(bench.subject.phi.size(), 4U);
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(static_cast<Scalar>(bench.subject.phi[static_cast<std::size_t>(i)]), heads(i, 2));
  }
  EXPECT_EQ(bench.subject.alpha, bench.problem.alpha());
}

TEST(FrozenRun, ThetaIsWhatTrainingWouldTakeOnAverage) {
  const Bench bench;
  constexpr int kDraws = 4000;
  const int size = bench.problem.network().parameters();
  const auto estimator = make_estimator(*bench.problem.estimator, 2, 5);
  CriticObjective objective = bench.problem.objective(5, 1);
  objective.set_states(bench.observations);
  MlpPass pass(bench.problem.network(), 5);
  const Matrix& heads = pass.forward(bench.problem.theta(), bench.observations);
  Matrix gradient(4, 5);
  Buffer of_theta(static_cast<std::size_t>(size));
  std::vector<Moments> expected(of_theta.size());
  Rng rng(8, Stream::update);
  for (int k = 0; k < kDraws; ++k) {
    estimator->draw(rng);
    estimator->estimate({heads}, objective, bench.problem.alpha(), gradient);
    to_mean_loss(gradient);
    pass.backward(bench.problem.theta(), gradient, of_theta, nullptr);
    for (std::size_t i = 0; i < expected.size(); ++i) expected[i].add(-of_theta[i]);
  }
  Measurement measurement(config_of("space=theta estimator=reparameterization"), bench.subject,
                          &bench.theta);
  measurement.run(kDraws, kForever);
  const VectorMoments found = measurement.moments().all();
  const auto reference = bench.theta.reference();
  ASSERT_EQ(reference.size(), expected.size());
  int compared = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const double variance = found.variance(static_cast<int>(i)) / kDraws;
    const double error = std::hypot(expected[i].standard_error(), std::sqrt(variance));
    EXPECT_LE(std::abs(found.mean()[i] - expected[i].mean()), kLargestZ * error) << i;
    EXPECT_LE(std::abs(found.mean()[i] - reference[i]), kLargestZ * std::sqrt(variance) + 1e-6);
    compared += error > 0;
  }
  EXPECT_GT(compared, 50);
}

TEST(FrozenRun, TheOracleOfABanditHasItsClosedForm) {
  // f = -(a - 0.3)^2 / 2 in each dimension, a = tanh(u); alpha = 0: d/dmu E[f], by differences of
  // a rule over many points.
  const Bench bench(100, "state=2 batch=5 objective=oracle alpha=0");
  const auto& phi = bench.subject.phi;
  const auto expected = [](double mu, double log_sigma) {
    double sum = 0, weights = 0;
    for (int k = -6000; k <= 6000; ++k) {
      const double eps = k / 750.0, weight = std::exp(-0.5 * eps * eps);
      const double a = std::tanh(mu + std::exp(log_sigma) * eps);
      sum -= weight * 0.5 * (a - 0.3) * (a - 0.3);
      weights += weight;
    }
    return sum / weights;
  };
  constexpr double h = 1e-4;
  for (std::size_t i = 0; i < 2; ++i) {
    const double slope =
        (expected(phi[i] + h, phi[2 + i]) - expected(phi[i] - h, phi[2 + i])) / (2 * h);
    const double widening =
        (expected(phi[i], phi[2 + i] + h) - expected(phi[i], phi[2 + i] - h)) / (2 * h);
    EXPECT_NEAR(bench.subject.exact->gradient[i], slope, 1e-5);
    EXPECT_NEAR(bench.subject.exact->gradient[2 + i], widening, 1e-5);
  }
}

/// What the estimator that trains would say in these columns of a head.
Matrix estimate(const GradientProblem& problem, const Matrix& heads, const Matrix& observations,
                double alpha, Rng& rng) {
  const auto estimator =
      problem.training().make(problem.settings(), problem.action_size, heads.cols());
  CriticObjective objective =
      problem.objective(heads.cols(), samples_per_state(*problem.estimator));
  objective.set_states(observations);
  Matrix gradient(heads.rows(), heads.cols());
  estimator->draw(rng);
  estimator->estimate({heads}, objective, alpha, gradient);
  return gradient;
}

TEST(FrozenRun, TrainingTakesTheEstimateOfItsEntry) {
  // The first update there is, by hand: the policy as it was, the critics as they are since.
  const auto before = trained(19), after = trained(20);
  const GradientProblem was = *before->gradient_problem(), is = *after->gradient_problem();
  Batch batch = is.batch(16);
  Rng replay(3, Stream::replay), update(3, Stream::update);
  is.draw(replay, batch);
  MlpPass pass(was.network(), 16);
  const Matrix& heads = pass.forward(was.theta(), batch.observation);
  Matrix of_the_target(kTask.action_size, 16);
  draw_noise(update, of_the_target);
  Matrix gradient = estimate(is, heads, batch.observation, was.alpha(), update);
  EXPECT_EQ(metric(*after, "actor_gradient"), to_mean_loss(gradient));
}

TEST(FrozenRun, TheLabTakesTheEstimateOfTheSameEntry) {
  const Bench bench;
  const MeasurementConfig config = config_of("estimator=reparameterization");
  ASSERT_EQ(config.chosen().gaussian, &bench.problem.training());
  Rng here(4, Stream::lab), there(4, Stream::lab);
  Matrix head(4, 1), found(4, 1);
  std::copy(bench.subject.phi.begin(), bench.subject.phi.end(), head.col(0));
  Matrix state(1, 1);
  state(0, 0) = bench.observations(0, 2);
  const Matrix expected = estimate(bench.problem, head, state, bench.subject.alpha, here);
  make_sampler(config, bench.subject, bench.subject.source.get(), {&bench.subject})
      ->estimate(there, found);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(found(i, 0), expected(i, 0));
}

}  // namespace
}  // namespace acp
