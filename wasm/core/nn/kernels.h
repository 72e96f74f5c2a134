#pragma once

#include <span>

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

/// What a step of Adam has in common for all parameters; rates are corrected for their start.
struct AdamStep {
  Scalar beta1, fresh1;  ///< of the mean: what stays, what the gradient adds
  Scalar beta2, fresh2;  ///< the same of the mean square
  Scalar rate;           ///< over 1 - beta1^t
  Scalar correction;     ///< 1 / (1 - beta2^t)
  Scalar epsilon;
};

/// What updates spend their time in, compiled for vectors of one width. Bits are the same in all.
struct Set {
  const char* vectors;  ///< "avx512", "avx2"; of 128 bits "sse2", "neon", "simd128"

  /// Forward: C = activation(bias + A B). `bias` has m numbers.
  void (*dense_forward)(const Product& product, const Scalar* bias, Activation activation);
  /// Gradient of an input: C = (A B) * activation'(x), where `output` = activation(x) is laid out
  /// as C; for `identity` it is not read.
  void (*dense_backward_input)(const Product& product, const Scalar* output, Activation activation);
  /// Gradient of the weights: C = A B; of the m biases: the sums of the rows of A.
  void (*dense_backward_weights)(const Product& product, Scalar* biases);
  /// out(j, i) = in(i, j) for `rows` x `cols` numbers of `in`. Padding of `out` becomes zero.
  void (*transpose)(const Scalar* in, int in_stride, int rows, int cols, Scalar* out,
                    int out_stride);
  /// Moves `count` parameters against their gradient, and their moments m and v.
  void (*adam)(const AdamStep& step, int count, const Scalar* gradient, Scalar* m, Scalar* v,
               Scalar* theta);
  /// target = old * target + fresh * source, `count` numbers.
  void (*polyak)(int count, Scalar old, Scalar fresh, const Scalar* source, Scalar* target);
};

/// All that this processor can run, the widest first; the last is what every one can.
std::span<const Set* const> sets();

/// The one that is used, chosen at the first call: the widest, unless the environment variable
/// ACP_SIMD has the name of another.
/// @throws std::invalid_argument where that names none of `sets()`
const Set& chosen();

}  // namespace acp::kernels
