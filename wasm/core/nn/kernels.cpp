#include "core/nn/kernels.h"

#include "core/base/math.h"

namespace acp::kernels {
namespace {

#ifdef __AVX__
constexpr int kWide = 32 / static_cast<int>(sizeof(Scalar));
#else
constexpr int kWide = 16 / static_cast<int>(sizeof(Scalar));
#endif

/// Where a sum starts and what becomes of it before it is stored.
struct Plain {
  template <class V>
  V start(int) const {
    return V{};
  }
  template <class V>
  V finish(V sum, int, int) const {
    return sum;
  }
};

template <Activation activation>
struct Forward {
  const Scalar* bias;
  template <class V>
  V start(int i) const {
    return load<V>(bias + i);
  }
  template <class V>
  V finish(V sum, int, int) const {
    if constexpr (activation == Activation::relu) return sum < 0 ? V{} : sum;  // NaN passes
    if constexpr (activation == Activation::tanh) return math::tanh(sum);
    return sum;
  }
};

template <Activation activation>
struct BackwardInput {
  const Scalar* output;
  int stride;
  template <class V>
  V start(int) const {
    return V{};
  }
  template <class V>
  V finish(V sum, int i, int j) const {
    const V y = load<V>(output + i + static_cast<std::ptrdiff_t>(j) * stride);
    if constexpr (activation == Activation::relu) return y > 0 ? sum : V{};
    return sum * (1 - y * y);
  }
};

/// `vectors` x `columns` numbers of C from row i, column j.
template <class V, int vectors, int columns, class Epilogue>
inline void block(const Product& x, const Epilogue& epilogue, int i, int j) {
  constexpr int lanes = sizeof(V) / sizeof(Scalar);
  V sum[vectors][columns];
#pragma GCC unroll 8
  for (int r = 0; r < vectors; ++r) {
    const V start = epilogue.template start<V>(i + r * lanes);
#pragma GCC unroll 8
    for (int c = 0; c < columns; ++c) sum[r][c] = start;
  }
  const Scalar* a = x.a + i;
  const Scalar* b = x.b + static_cast<std::ptrdiff_t>(j) * x.b_column;
  for (int p = 0; p < x.k; ++p, a += x.a_stride, b += x.b_row) {
    V left[vectors];
#pragma GCC unroll 8
    for (int r = 0; r < vectors; ++r) left[r] = load<V>(a + r * lanes);
#pragma GCC unroll 8
    for (int c = 0; c < columns; ++c) {
      const V right = V{} + b[static_cast<std::ptrdiff_t>(c) * x.b_column];
#pragma GCC unroll 8
      for (int r = 0; r < vectors; ++r) sum[r][c] += left[r] * right;
    }
  }
#pragma GCC unroll 8
  for (int c = 0; c < columns; ++c) {
#pragma GCC unroll 8
    for (int r = 0; r < vectors; ++r) {
      const int row = i + r * lanes;
      Scalar* out = x.c + row + static_cast<std::ptrdiff_t>(j + c) * x.c_stride;
      store(out, epilogue.finish(sum[r][c], row, j + c));
    }
  }
}

template <class V, int vectors, int columns, class Epilogue>
inline int rows(const Product& x, const Epilogue& epilogue, int i) {
  constexpr int height = vectors * static_cast<int>(sizeof(V) / sizeof(Scalar));
  for (; i + height <= x.m; i += height) {
    int j = 0;
    for (; j + columns <= x.n; j += columns) block<V, vectors, columns>(x, epilogue, i, j);
    for (; j < x.n; ++j) block<V, vectors, 1>(x, epilogue, i, j);
  }
  return i;
}

template <class Epilogue>
void product(const Product& x, const Epilogue& epilogue) {
  using Wide = Lanes<Scalar, kWide>;
  int i = rows<Wide, 4, 2>(x, epilogue, 0);
  i = rows<Wide, 1, 8>(x, epilogue, i);
  if constexpr (kWide > kPack) rows<Pack, 1, 8>(x, epilogue, i);
}

}  // namespace

void dense_forward(const Product& x, const Scalar* bias, Activation activation) {
  switch (activation) {
    case Activation::identity:
      return product(x, Forward<Activation::identity>{bias});
    case Activation::relu:
      return product(x, Forward<Activation::relu>{bias});
    case Activation::tanh:
      return product(x, Forward<Activation::tanh>{bias});
  }
}

void dense_backward_input(const Product& x, const Scalar* output, Activation activation) {
  switch (activation) {
    case Activation::identity:
      return product(x, Plain{});
    case Activation::relu:
      return product(x, BackwardInput<Activation::relu>{output, x.c_stride});
    case Activation::tanh:
      return product(x, BackwardInput<Activation::tanh>{output, x.c_stride});
  }
}

void dense_backward_weights(const Product& x) { product(x, Plain{}); }

void transpose(const Scalar* in, int in_stride, int rows, int cols, Scalar* out, int out_stride) {
  for (int j = 0; j < cols; ++j) {
    for (int i = 0; i < rows; ++i) out[j + i * out_stride] = in[i + j * in_stride];
  }
}

}  // namespace acp::kernels
