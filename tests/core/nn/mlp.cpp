#include "core/nn/mlp.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "support/finite_difference.h"
#include "support/matrices.h"

namespace acp {
namespace {

const std::vector<MlpShape>& shapes() {
  static const std::vector<MlpShape> all{
      {3, {64, 64}, 2, Activation::relu},     {1, {1}, 1, Activation::tanh},
      {3, {5}, 7, Activation::relu},          {5, {7, 3}, 1, Activation::tanh},
      {7, {1, 5, 3, 7}, 2, Activation::tanh}, {4, {8, 12}, 4, Activation::identity},
      {2, {9, 17, 33}, 3, Activation::relu},  {5, {}, 3, Activation::relu}};
  return all;
}

Buffer initialised(const Mlp& mlp, std::uint64_t seed = 1) {
  Rng rng(seed, Stream::initialisation);
  Buffer theta(static_cast<std::size_t>(mlp.parameters()));
  mlp.initialise(theta, rng);
  return theta;
}

TEST(Mlp, LayersFillTheFlatVectorInOrder) {
  for (const auto& shape : shapes()) {
    const Mlp mlp(shape);
    ASSERT_EQ(mlp.layers().size(), shape.hidden.size() + 1);
    EXPECT_EQ(mlp.inputs(), shape.inputs);
    EXPECT_EQ(mlp.outputs(), shape.outputs);
    int offset = 0, inputs = shape.inputs;
    for (const auto& layer : mlp.layers()) {
      EXPECT_EQ(layer.inputs, inputs);
      EXPECT_EQ(layer.weights, offset);
      EXPECT_EQ(layer.biases, offset + layer.stride() * layer.inputs);
      offset = layer.biases + layer.stride();
      inputs = layer.outputs;
    }
    EXPECT_EQ(mlp.parameters(), offset);
    EXPECT_EQ(mlp.layers().back().activation, Activation::identity);
  }
}

TEST(Mlp, InitialisesWithinItsBoundsAndPadsWithZeros) {
  for (const auto& shape : shapes()) {
    const Mlp mlp(shape);
    const Buffer theta = initialised(mlp);
    EXPECT_TRUE(same_bits(theta, initialised(mlp)));
    EXPECT_FALSE(same_bits(theta, initialised(mlp, 2)));
    for (const auto& layer : mlp.layers()) {
      const double bound = 1 / std::sqrt(layer.inputs);
      for (int j = 0; j <= layer.inputs; ++j) {
        for (int i = 0; i < layer.stride(); ++i) {
          const auto at = static_cast<std::size_t>(layer.weights + j * layer.stride() + i);
          EXPECT_LE(std::abs(theta[at]), i < layer.outputs ? bound : 0);
        }
      }
    }
  }
}

/// The same network with Eigen, in double.
Eigen::MatrixXd reference_forward(const Mlp& mlp, const Buffer& theta, const Matrix& x) {
  Eigen::MatrixXd in = x.map().cast<double>();
  for (const auto& layer : mlp.layers()) {
    using Weights = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
    const Eigen::Map<const Weights, 0, Eigen::OuterStride<>> weights(
        theta.data() + layer.weights, layer.outputs, layer.inputs,
        Eigen::OuterStride<>(layer.stride()));
    const Eigen::Map<const Eigen::Vector<Scalar, Eigen::Dynamic>> biases(
        theta.data() + layer.biases, layer.outputs);
    Eigen::MatrixXd out = weights.cast<double>() * in;
    out.colwise() += biases.cast<double>();
    if (layer.activation == Activation::relu) out = out.cwiseMax(0).eval();
    if (layer.activation == Activation::tanh) out = out.array().tanh().matrix().eval();
    in = out;
  }
  return in;
}

TEST(MlpPass, ForwardAgreesWithEigen) {
  for (const auto& shape : shapes()) {
    for (const int batch : {1, 4, 7}) {
      const Mlp mlp(shape);
      const Buffer theta = initialised(mlp);
      Rng rng(3, Stream::evaluation);
      const Matrix x = random_matrix(shape.inputs, batch, rng, 2);
      MlpPass pass(mlp, batch);
      const Matrix& y = pass.forward(theta, x);
      const Eigen::MatrixXd error = y.map().cast<double>() - reference_forward(mlp, theta, x);
      EXPECT_LT(error.cwiseAbs().maxCoeff(), 50 * std::numeric_limits<Scalar>::epsilon());
      EXPECT_TRUE(padding_is_zero(y));
    }
  }
}

TEST(MlpPass, EachStateHasTheSameBitsInEveryBatch) {
  for (const auto& shape : shapes()) {
    const Mlp mlp(shape);
    const Buffer theta = initialised(mlp);
    Rng rng(4, Stream::evaluation);
    const Matrix x = random_matrix(shape.inputs, 7, rng);
    MlpPass all(mlp, 7), one(mlp, 1);
    const Matrix y = all.forward(theta, x);
    for (int j = 0; j < x.cols(); ++j) {
      Matrix alone(shape.inputs, 1);
      std::copy_n(x.col(j), x.rows(), alone.col(0));
      EXPECT_TRUE(same_bits(column(one.forward(theta, alone), 0), column(y, j)));
    }
  }
}

TEST(MlpPass, BackwardKeepsPaddingAtZero) {
  for (const auto& shape : shapes()) {
    const Mlp mlp(shape);
    const Buffer theta = initialised(mlp);
    Rng rng(5, Stream::evaluation);
    const Matrix x = random_matrix(shape.inputs, 5, rng);
    const Matrix slope = random_matrix(shape.outputs, 5, rng);
    MlpPass pass(mlp, 5);
    Buffer gradient(theta.size(), 1);
    Matrix of_x(shape.inputs, 5);
    pass.forward(theta, x);
    pass.backward(theta, slope, gradient, &of_x);
    EXPECT_TRUE(padding_is_zero(of_x));
    for (const auto& layer : mlp.layers()) {
      for (int j = 0; j <= layer.inputs; ++j) {
        const Scalar* start = gradient.data() + layer.weights + j * layer.stride();
        for (int i = layer.outputs; i < layer.stride(); ++i) EXPECT_EQ(start[i], 0);
      }
    }
  }
}

TEST(MlpPass, GradientsOfThetaAndOfTheInputDoNotNeedEachOther) {
  const Mlp mlp({3, {16, 8}, 2, Activation::tanh});
  const Buffer theta = initialised(mlp);
  Rng rng(6, Stream::evaluation);
  const Matrix x = random_matrix(3, 5, rng), slope = random_matrix(2, 5, rng);
  MlpPass pass(mlp, 5);
  Buffer both(theta.size()), alone(theta.size());
  Matrix x_both(3, 5), x_alone(3, 5);
  pass.forward(theta, x);
  pass.backward(theta, slope, both, &x_both);
  pass.backward(theta, slope, alone, nullptr);
  pass.backward(theta, slope, {}, &x_alone);
  EXPECT_TRUE(same_bits(both, alone));
  EXPECT_EQ(x_both.map(), x_alone.map());
}

#ifdef ACP_DOUBLE

TEST(MlpGradients, AgreeWithFiniteDifferences) {
  constexpr int kBatch = 3;
  for (const auto& shape : shapes()) {
    const Mlp mlp(shape);
    Buffer theta = initialised(mlp);
    Rng rng(7, Stream::evaluation);
    Matrix x = random_matrix(shape.inputs, kBatch, rng);
    const Matrix slope = random_matrix(shape.outputs, kBatch, rng);
    MlpPass pass(mlp, kBatch);
    const auto loss = [&] { return pass.forward(theta, x).map().cwiseProduct(slope.map()).sum(); };
    loss();
    Buffer gradient(theta.size());
    Matrix of_x(shape.inputs, kBatch);
    pass.backward(theta, slope, gradient, &of_x);
    expect_gradient(theta, gradient, loss);
    for (int j = 0; j < kBatch; ++j) {
      expect_gradient(column(x, j), column(std::as_const(of_x), j), loss);
    }
  }
}

#endif

}  // namespace
}  // namespace acp
