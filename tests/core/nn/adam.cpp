#include "core/nn/adam.h"

#include <array>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr double kEpsilon = std::numeric_limits<Scalar>::epsilon();

/// The algorithm as the paper states it, in double, for one number.
struct PaperAdam {
  double beta1, beta2, epsilon;
  double m = 0, v = 0;
  int t = 0;
  double step(double theta, double g, double rate) {
    ++t;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    const double m_hat = m / (1 - std::pow(beta1, t)), v_hat = v / (1 - std::pow(beta2, t));
    return theta - rate * m_hat / (std::sqrt(v_hat) + epsilon);
  }
};

TEST(Adam, FollowsThePaper) {
  for (const Adam::Settings settings : {Adam::Settings{}, Adam::Settings{0.8, 0.99, 1e-3}}) {
    Rng rng(1, Stream::evaluation);
    PaperAdam paper{settings.beta1, settings.beta2, settings.epsilon};
    Adam adam(1, settings);
    std::array<Scalar, 1> theta{1};
    double expected = 1;
    for (int t = 0; t < 300; ++t) {
      const std::array gradient{static_cast<Scalar>(rng.uniform(-1, 1))};
      adam.step(theta, gradient, 0.01);
      expected = paper.step(expected, gradient[0], 0.01);
      ASSERT_NEAR(theta[0], expected, 300 * kEpsilon) << t;
    }
  }
}

TEST(Adam, TheFirstStepIsTheRateWhateverTheGradient) {
  for (const double scale : {1e-4, 1.0, 1e4}) {
    Adam adam(2);
    std::array<Scalar, 2> theta{0, 0};
    const std::array gradient{static_cast<Scalar>(scale), static_cast<Scalar>(-scale)};
    adam.step(theta, gradient, 0.1);
    EXPECT_NEAR(theta[0], -0.1, 1e-4);
    EXPECT_NEAR(theta[1], 0.1, 1e-4);
  }
}

TEST(Adam, LeavesPaddingAtZero) {
  Adam adam(4);
  std::array<Scalar, 4> theta{1, 2, 0, 0};
  const std::array<Scalar, 4> gradient{1, -1, 0, 0};
  for (int i = 0; i < 10; ++i) adam.step(theta, gradient, 0.1);
  EXPECT_EQ(theta[2], 0);
  EXPECT_EQ(theta[3], 0);
}

TEST(Adam, ResumesFromAnArchive) {
  Rng rng(2, Stream::evaluation);
  Adam adam(8), copy(8);
  Buffer theta = random_buffer(8, rng);
  for (int i = 0; i < 5; ++i) adam.step(theta, random_buffer(8, rng), 0.01);
  Writer writer;
  writer(adam);
  const auto bytes = writer.take();
  Reader reader(bytes);
  reader(copy);
  Buffer resumed = theta;
  const Buffer gradient = random_buffer(8, rng);
  adam.step(theta, gradient, 0.01);
  copy.step(resumed, gradient, 0.01);
  EXPECT_TRUE(same_bits(theta, resumed));
}

TEST(Polyak, MovesByTau) {
  Rng rng(3, Stream::evaluation);
  const Buffer start = random_buffer(12, rng), source = random_buffer(12, rng);
  for (const double tau : {0.0, 0.005, 0.3, 1.0}) {
    Buffer target = start;
    polyak(target, source, tau);
    for (std::size_t i = 0; i < target.size(); ++i) {
      EXPECT_NEAR(target[i], (1 - tau) * start[i] + tau * source[i], 2 * kEpsilon);
    }
  }
  Buffer copy = start;
  polyak(copy, source, 1);
  EXPECT_TRUE(same_bits(copy, source));
}

TEST(Polyak, ApproachesTheSourceGeometrically) {
  std::array<Scalar, 1> target{0};
  const std::array<Scalar, 1> source{1};
  for (int i = 0; i < 200; ++i) polyak(target, source, 0.01);
  EXPECT_NEAR(target[0], 1 - std::pow(0.99, 200), 1e-5);
}

}  // namespace
}  // namespace acp
