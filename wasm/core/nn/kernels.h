#pragma once

#include "core/base/scalar.h"

namespace acp::kernels {

/// C = epilogue(start + A B), the one product behind a dense layer. Features are contiguous, so
/// the forward pass, the gradient of the input and the gradient of the weights are all
///
///     C[m x n] = A[m x k] B[k x n]      lanes over m, a loop over k inside
///
///                      4 columns
///                  +---+---+---+---+
///             B[p] | s | s | s | s |    one number of B spread over a vector
///                  +---+---+---+---+
///       +---+      +---+---+---+---+    C stays in registers for the whole loop over k:
///  A[p] | v |  *   |   |   |   |   |    2 vectors by 4 columns, eight sums that hide each
///       | v |      |   |   |   |   |    other's latency; two loads of A and four of B feed
///       +---+      +---+---+---+---+    sixteen operations
///
/// What several blocks read of A is gathered first, its columns side by side.
///
/// Every number of C is summed over p = 0, 1, ..., k - 1 in that order by one lane, so its bits
/// depend neither on the width of the vectors nor on the blocking.
struct Product {
  int m;            ///< rows of A and C, a multiple of kPack
  int n;            ///< columns of B and C
  int k;            ///< columns of A, rows of B
  const Scalar* a;  ///< A(i, p) = a[i + p * a_stride]
  int a_stride;
  const Scalar* b;  ///< B(p, j) = b[p + j * b_stride]; for the weights b[j + p * b_stride]
  int b_stride;
  Scalar* c;  ///< C(i, j) = c[i + j * c_stride]
  int c_stride;
};

enum class Activation { identity, relu, tanh };

/// Forward: C = activation(bias + A B). `bias` has m numbers.
void dense_forward(const Product& product, const Scalar* bias, Activation activation);

/// Gradient of an input: C = (A B) * activation'(x), where `output` = activation(x) is laid out as
/// C; for `identity` it is not read.
void dense_backward_input(const Product& product, const Scalar* output, Activation activation);

/// Gradient of the weights: C = A B; of the m biases: the sums of the rows of A.
void dense_backward_weights(const Product& product, Scalar* biases);

/// out(j, i) = in(i, j) for `rows` x `cols` numbers of `in`. Padding of `out` becomes zero.
void transpose(const Scalar* in, int in_stride, int rows, int cols, Scalar* out, int out_stride);

}  // namespace acp::kernels
