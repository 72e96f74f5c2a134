#include "core/nn/kernels.h"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "core/base/math.h"
#include "support/finite_difference.h"
#include "support/matrices.h"

namespace acp {
namespace {

using namespace kernels;

constexpr Activation kActivations[] = {Activation::identity, Activation::relu, Activation::tanh};

Scalar activate(Activation activation, Scalar x) {
  switch (activation) {
    case Activation::identity:
      return x;
    case Activation::relu:
      return x < 0 ? Scalar(0) : x;
    case Activation::tanh:
      return math::tanh(x);
  }
  return x;
}

/// By the derivative of the activation, given its value y.
Scalar scaled_by_slope(Activation activation, Scalar y, Scalar gradient) {
  switch (activation) {
    case Activation::identity:
      return gradient;
    case Activation::relu:
      return y > 0 ? gradient : Scalar(0);
    case Activation::tanh:
      return gradient * (1 - y * y);
  }
  return gradient;
}

/// Kernels of every width that this processor can run.
class Kernels : public testing::TestWithParam<const Set*> {
 protected:
  const Set& set = *GetParam();
};

INSTANTIATE_TEST_SUITE_P(, Kernels, testing::ValuesIn(sets().begin(), sets().end()),
                         [](const auto& info) { return std::string(info.param->vectors); });

enum class Contiguous { columns, rows };

/// The product of whole matrices.
Product product_of(const Matrix& a, const Matrix& b, Matrix& c) {
  return {.m = c.stride(),
          .n = c.cols(),
          .k = a.cols(),
          .a = a.col(0),
          .a_stride = a.stride(),
          .b = b.col(0),
          .b_stride = b.stride(),
          .c = c.col(0),
          .c_stride = c.stride()};
}

/// One number of A B, summed over p = 0, 1, ... from `start`; of B this dimension is contiguous.
Scalar dot(const Product& x, Contiguous contiguous, int i, int j, Scalar start) {
  Scalar sum = start;
  for (int p = 0; p < x.k; ++p) {
    const bool columns = contiguous == Contiguous::columns;
    const int b = columns ? p + j * x.b_stride : j + p * x.b_stride;
    sum += x.a[i + p * x.a_stride] * x.b[b];
  }
  return sum;
}

/// Runs `body(product, c)` for every size up to 20, and for some of which A is gathered or, beyond
/// 1024 columns of it, is too deep for that.
template <class Body>
void for_each_size(Contiguous contiguous, Body body) {
  Rng rng(1, Stream::evaluation);
  const auto run = [&](int m, int n, int k) {
    const bool columns = contiguous == Contiguous::columns;
    const Matrix a = random_matrix(m, k, rng);
    const Matrix b = columns ? random_matrix(k, n, rng) : random_matrix(n, k, rng);
    Matrix c(m, n);
    body(product_of(a, b, c), c);
  };
  for (int m = 4; m <= 20; m += 4) {
    for (int k = 1; k <= 20; ++k) {
      for (int n = 1; n <= 20; ++n) run(m, n, k);
    }
    for (const int k : {1, 1024, 1025}) run(m, 33, k);
  }
  for (const int m : {32, 64, 84}) {
    for (int n = 1; n <= 13; ++n) run(m, n, 7);
    run(m, 33, 9);
  }
}

/// Counts the numbers of C whose bits are not those of `expected(i, j)`.
template <class Expected>
int differences(const Matrix& c, Expected expected) {
  int count = 0;
  for (int j = 0; j < c.cols(); ++j) {
    for (int i = 0; i < c.rows(); ++i) count += !same_bits(c(i, j), expected(i, j));
  }
  return count;
}

TEST_P(Kernels, ForwardEqualsTheNaiveLoopToTheBit) {
  Rng rng(2, Stream::evaluation);
  const Buffer bias = random_buffer(84, rng);
  for (const Activation activation : kActivations) {
    for_each_size(Contiguous::columns, [&](const Product& x, const Matrix& c) {
      set.dense_forward(x, bias.data(), activation);
      EXPECT_EQ(differences(c,
                            [&](int i, int j) {
                              return activate(activation, dot(x, Contiguous::columns, i, j,
                                                              bias[static_cast<std::size_t>(i)]));
                            }),
                0)
          << x.m << " " << x.n << " " << x.k;
    });
  }
}

TEST_P(Kernels, BackwardInputEqualsTheNaiveLoopToTheBit) {
  Rng rng(3, Stream::evaluation);
  for (const Activation activation : kActivations) {
    for_each_size(Contiguous::columns, [&](const Product& x, const Matrix& c) {
      Matrix output = random_matrix(x.m, x.n, rng);
      for (int j = 0; j < x.n; ++j) {
        for (Scalar& y : column(output, j)) y = activate(activation, y);
      }
      set.dense_backward_input(x, output.col(0), activation);
      EXPECT_EQ(differences(c,
                            [&](int i, int j) {
                              return scaled_by_slope(activation, output(i, j),
                                                     dot(x, Contiguous::columns, i, j, 0));
                            }),
                0)
          << x.m << " " << x.n << " " << x.k;
    });
  }
}

TEST_P(Kernels, BackwardWeightsEqualsTheNaiveLoopToTheBit) {
  for_each_size(Contiguous::rows, [&](const Product& x, const Matrix& c) {
    Matrix biases(x.m, 1);
    set.dense_backward_weights(x, biases.col(0));
    EXPECT_EQ(differences(c, [&](int i, int j) { return dot(x, Contiguous::rows, i, j, 0); }), 0)
        << x.m << " " << x.n << " " << x.k;
    const Scalar one = 1;
    Product ones = x;
    ones.b = &one;
    ones.b_stride = 0;
    EXPECT_EQ(
        differences(biases, [&](int i, int j) { return dot(ones, Contiguous::rows, i, j, 0); }), 0);
  });
}

TEST_P(Kernels, WriteNothingBeyondC) {
  Rng rng(4, Stream::evaluation);
  const Matrix a = random_matrix(12, 5, rng), b = random_matrix(7, 5, rng);
  Matrix c(20, 9);
  c.map().setConstant(42);
  Buffer biases(12);
  set.dense_backward_weights({.m = 12,
                              .n = 7,
                              .k = 5,
                              .a = a.col(0),
                              .a_stride = a.stride(),
                              .b = b.col(0),
                              .b_stride = b.stride(),
                              .c = c.col(1) + 4,
                              .c_stride = c.stride()},
                             biases.data());
  const auto touched = c.map().array() != Scalar(42);
  EXPECT_EQ(touched.count(), 12 * 7);
  EXPECT_TRUE(touched.block(4, 1, 12, 7).all());
}

TEST_P(Kernels, AgreeWithEigen) {
  Rng rng(5, Stream::evaluation);
  const Matrix a = random_matrix(64, 64, rng), b = random_matrix(100, 64, rng);
  Matrix c(64, 100);
  Buffer biases(64);
  set.dense_backward_weights(product_of(a, b, c), biases.data());
  const auto product = (a.map().cast<double>() * b.map().cast<double>().transpose()).eval();
  const double bound = 64 * std::numeric_limits<Scalar>::epsilon();
  EXPECT_LT((c.map().cast<double>() - product).cwiseAbs().maxCoeff(), bound * 4);
}

TEST_P(Kernels, NaNPassesEveryActivation) {
  const Buffer a(4, 1), bias(4, 0);
  Buffer b(1, std::numeric_limits<Scalar>::quiet_NaN()), c(4, 0);
  for (const Activation activation : kActivations) {
    set.dense_forward({.m = 4,
                       .n = 1,
                       .k = 1,
                       .a = a.data(),
                       .a_stride = 4,
                       .b = b.data(),
                       .b_stride = 1,
                       .c = c.data(),
                       .c_stride = 4},
                      bias.data(), activation);
    for (const Scalar y : c) EXPECT_TRUE(std::isnan(y));
  }
}

TEST_P(Kernels, TransposeMovesEveryNumberAndClearsPadding) {
  Rng rng(6, Stream::evaluation);
  for (int rows = 1; rows <= 9; ++rows) {
    for (int cols = 1; cols <= 9; ++cols) {
      const Matrix in = random_matrix(rows, cols, rng);
      Matrix out(cols, rows);
      std::fill_n(out.col(0), out.stride() * rows, Scalar(42));
      set.transpose(in.col(0), in.stride(), rows, cols, out.col(0), out.stride());
      EXPECT_EQ(out.map(), in.map().transpose());
      EXPECT_TRUE(padding_is_zero(out));
    }
  }
}

/// Adam and Polyak averaging, number by number.
TEST_P(Kernels, MoveParametersAsOneByOneToTheBit) {
  Rng rng(7, Stream::evaluation);
  const AdamStep step{.beta1 = Scalar(0.9),
                      .fresh1 = Scalar(0.1),
                      .beta2 = Scalar(0.999),
                      .fresh2 = Scalar(0.001),
                      .rate = Scalar(0.01),
                      .correction = 3,
                      .epsilon = Scalar(1e-8)};
  for (int count = 0; count <= 70; ++count) {
    Buffer theta = random_buffer(count, rng), expected = theta;
    const Buffer gradient = random_buffer(count, rng);
    Buffer m(theta.size()), v(theta.size());
    set.adam(step, count, gradient.data(), m.data(), v.data(), theta.data());
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const Scalar g = gradient[i], mean = step.fresh1 * g, square = step.fresh2 * (g * g);
      EXPECT_TRUE(same_bits(m[i], mean) && same_bits(v[i], square)) << count;
      expected[i] -= step.rate * mean / (std::sqrt(square * step.correction) + step.epsilon);
      EXPECT_TRUE(same_bits(theta[i], expected[i])) << count;
    }
    set.polyak(count, Scalar(0.75), Scalar(0.25), gradient.data(), theta.data());
    for (std::size_t i = 0; i < theta.size(); ++i) {
      expected[i] = Scalar(0.75) * expected[i] + Scalar(0.25) * gradient[i];
      EXPECT_TRUE(same_bits(theta[i], expected[i])) << count;
    }
  }
}

TEST(KernelSets, TheWidestIsChosenUnlessAnotherIsNamed) {
  const char* name = std::getenv("ACP_SIMD");
  EXPECT_STREQ(chosen().vectors, name == nullptr ? sets().front()->vectors : name);
}

#ifdef ACP_DOUBLE

/// One dense layer with `loss` = sum of `weights` * output.
struct Layer {
  Layer(int inputs, int outputs, int batch, Activation act)
      : rng(static_cast<std::uint64_t>(inputs * 100 + outputs), Stream::evaluation),
        activation(act),
        weights(random_matrix(outputs, inputs, rng)),
        bias(random_matrix(outputs, 1, rng)),
        x(random_matrix(inputs, batch, rng)),
        y(outputs, batch),
        slope(random_matrix(outputs, batch, rng)) {}

  double loss() {
    chosen().dense_forward(product_of(weights, x, y), bias.col(0), activation);
    return y.map().cwiseProduct(slope.map()).sum();
  }
  /// d loss / d (the sum before the activation).
  Matrix delta() {
    loss();
    Matrix d(y.rows(), y.cols()), unit(y.rows(), y.rows());
    unit.map().setIdentity();
    chosen().dense_backward_input(product_of(unit, slope, d), y.col(0), activation);
    return d;
  }

  Rng rng;
  Activation activation;
  Matrix weights, bias, x, y, slope;
};

TEST(KernelGradients, AgreeWithFiniteDifferences) {
  for (const Activation activation : kActivations) {
    for (const int inputs : {1, 3, 5, 7}) {
      for (const int outputs : {1, 3, 5, 7}) {
        Layer layer(inputs, outputs, 3, activation);
        const auto loss = [&] { return layer.loss(); };
        const Matrix delta = layer.delta();
        Matrix of_weights(outputs, inputs), of_biases(outputs, 1), of_x(inputs, 3);
        Matrix transposed(inputs, outputs);
        chosen().dense_backward_weights(product_of(delta, layer.x, of_weights), of_biases.col(0));
        chosen().transpose(layer.weights.col(0), layer.weights.stride(), outputs, inputs,
                           transposed.col(0), transposed.stride());
        chosen().dense_backward_input(product_of(transposed, delta, of_x), nullptr,
                                      Activation::identity);
        for (int j = 0; j < inputs; ++j) {
          if (of_weights.map().col(j).isZero(0)) continue;  // every unit of a ReLU layer is off
          expect_gradient(column(layer.weights, j), column(std::as_const(of_weights), j), loss);
        }
        if (!of_biases.map().isZero(0)) {
          expect_gradient(column(layer.bias, 0), column(std::as_const(of_biases), 0), loss);
        }
        for (int j = 0; j < 3; ++j) {
          if (of_x.map().col(j).isZero(0)) continue;
          expect_gradient(column(layer.x, j), column(std::as_const(of_x), j), loss);
        }
        EXPECT_TRUE(padding_is_zero(of_weights));
        EXPECT_TRUE(padding_is_zero(of_x));
      }
    }
  }
}

#endif

}  // namespace
}  // namespace acp
