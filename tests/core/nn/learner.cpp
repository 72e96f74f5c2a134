#include "core/nn/learner.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/matrices.h"

namespace acp {
namespace {

const MlpShape kShape{3, {5}, 2, Activation::tanh};
constexpr int kBatch = 4;

Learner make() {
  Rng rng(1, Stream::initialisation);
  return {kShape, kBatch, rng};
}

/// Inputs and gradients of outputs of one batch.
struct Example {
  explicit Example(std::uint64_t seed) {
    Rng rng(seed, Stream::evaluation);
    inputs = random_matrix(3, kBatch, rng);
    output_gradient = random_matrix(2, kBatch, rng);
  }
  void feed(Learner& learner) const {
    learner.forward(inputs);
    learner.accumulate(output_gradient);
  }
  Buffer gradient(const Learner& learner) const {
    MlpPass pass(learner.mlp(), kBatch);
    Buffer gradient(learner.theta().size());
    pass.forward(learner.theta(), inputs);
    pass.backward(learner.theta(), output_gradient, gradient, nullptr);
    return gradient;
  }
  Matrix inputs, output_gradient;
};

double length(const Buffer& x) {
  double squares = 0;
  for (const Scalar each : x) squares += static_cast<double>(each) * each;
  return std::sqrt(squares);
}

TEST(Learner, StepsOnceAlongTheSumOfItsBatches) {
  auto learner = make();
  Buffer theta = learner.theta();
  Adam adam(learner.mlp().parameters());
  for (const std::uint64_t round : {0, 10, 20}) {  // each forgets the round before
    Buffer sum(theta.size());
    for (const std::uint64_t batch : {1, 2, 3}) {
      const Example example(round + batch);
      example.feed(learner);
      const Buffer gradient = example.gradient(learner);
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += gradient[i];
    }
    EXPECT_TRUE(same_bits(theta, learner.theta()));
    adam.step(theta, sum, 0.01);
    EXPECT_NEAR(learner.step(0.01, 0), length(sum), 1e-6);
    EXPECT_TRUE(same_bits(theta, learner.theta()));
  }
}

TEST(Learner, ShortensALongGradient) {
  // Adam forgets the length of the first gradient, not the ratio of later ones to it.
  const Example example(1), longer(2);
  for (const double limit : {0.1, 1e3}) {
    auto learner = make();
    Buffer theta = learner.theta();
    Adam adam(learner.mlp().parameters());
    for (const Example* each : {&example, &longer}) {
      Buffer gradient = each->gradient(learner);
      const double before = length(gradient);
      const double scale = std::min(1.0, limit / before);
      for (Scalar& x : gradient) x *= static_cast<Scalar>(scale);
      each->feed(learner);
      EXPECT_NEAR(learner.step(0.01, limit), before, 1e-6);
      adam.step(theta, gradient, 0.01);
    }
    EXPECT_TRUE(same_bits(theta, learner.theta())) << limit;
  }
}

TEST(Learner, KnowsWhenItIsNotFinite) {
  auto learner = make();
  EXPECT_TRUE(learner.finite());
  Example example(1);
  example.output_gradient(0, 0) = NAN;
  example.feed(learner);
  learner.step(0.01, 0.5);
  EXPECT_FALSE(learner.finite());
}

}  // namespace
}  // namespace acp
