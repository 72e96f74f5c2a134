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
    if constexpr (activation == Activation::relu) return math::relu(sum);
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

/// Which dimension of B is contiguous.
enum class Contiguous { rows, columns };

/// `vectors` x `columns` numbers of C from row i, column j.
template <class V, int vectors, int columns, Contiguous contiguous, class Epilogue>
inline void block(const Product& x, const Epilogue& epilogue, int i, int j) {
  constexpr int lanes = sizeof(V) / sizeof(Scalar);
  constexpr bool by_column = contiguous == Contiguous::columns;
  V sum[vectors][columns];
#pragma GCC unroll 8
  for (int r = 0; r < vectors; ++r) {
    const V start = epilogue.template start<V>(i + r * lanes);
#pragma GCC unroll 8
    for (int c = 0; c < columns; ++c) sum[r][c] = start;
  }
  const std::ptrdiff_t to_row = by_column ? 1 : x.b_stride;
  const std::ptrdiff_t to_column = by_column ? x.b_stride : 1;
  const Scalar* a = x.a + i;
  const Scalar* b = x.b + j * to_column;
  for (int p = 0; p < x.k; ++p, a += x.a_stride, b += to_row) {
    V left[vectors];
#pragma GCC unroll 8
    for (int r = 0; r < vectors; ++r) left[r] = load<V>(a + r * lanes);
#pragma GCC unroll 8
    for (int c = 0; c < columns; ++c) {
      const Scalar right = b[c * to_column];
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

template <class V, int vectors, int columns, Contiguous contiguous, class Epilogue>
inline int rows(const Product& x, const Epilogue& epilogue, int i) {
  constexpr int height = vectors * static_cast<int>(sizeof(V) / sizeof(Scalar));
  for (; i + height <= x.m; i += height) {
    int j = 0;
    for (; j + columns <= x.n; j += columns) {
      block<V, vectors, columns, contiguous>(x, epilogue, i, j);
    }
    for (; j < x.n; ++j) block<V, vectors, 1, contiguous>(x, epilogue, i, j);
  }
  return i;
}

template <Contiguous contiguous, class Epilogue>
void product(const Product& x, const Epilogue& epilogue) {
  using Wide = Lanes<Scalar, kWide>;
  int i = rows<Wide, 2, 4, contiguous>(x, epilogue, 0);
  i = rows<Wide, 1, 8, contiguous>(x, epilogue, i);
  if constexpr (kWide > kPack) rows<Pack, 1, 8, contiguous>(x, epilogue, i);
}

}  // namespace

void dense_forward(const Product& x, const Scalar* bias, Activation activation) {
  switch (activation) {
    case Activation::identity:
      return product<Contiguous::columns>(x, Forward<Activation::identity>{bias});
    case Activation::relu:
      return product<Contiguous::columns>(x, Forward<Activation::relu>{bias});
    case Activation::tanh:
      return product<Contiguous::columns>(x, Forward<Activation::tanh>{bias});
  }
}

void dense_backward_input(const Product& x, const Scalar* output, Activation activation) {
  switch (activation) {
    case Activation::identity:
      return product<Contiguous::columns>(x, Plain{});
    case Activation::relu:
      return product<Contiguous::columns>(x, BackwardInput<Activation::relu>{output, x.c_stride});
    case Activation::tanh:
      return product<Contiguous::columns>(x, BackwardInput<Activation::tanh>{output, x.c_stride});
  }
}

void dense_backward_weights(const Product& x, Scalar* biases) {
  product<Contiguous::rows>(x, Plain{});
  for (int i = 0; i < x.m; i += kPack) {
    Pack sum{};
    const Scalar* a = x.a + i;
    for (int p = 0; p < x.k; ++p, a += x.a_stride) sum += load<Pack>(a);
    store(biases + i, sum);
  }
}

void transpose(const Scalar* in, int in_stride, int rows, int cols, Scalar* out, int out_stride) {
  // Whole packs of `in`, whose padding is zero; columns beyond its last count as zero.
  for (int j = 0; j < cols; j += kPack) {
    for (int i = 0; i < rows; i += kPack) {
      Pack column[kPack];
      for (int c = 0; c < kPack; ++c) {
        const bool inside = j + c < cols;
        column[c] =
            inside ? load<Pack>(in + i + static_cast<std::ptrdiff_t>(j + c) * in_stride) : Pack{};
      }
      const Pack low01 = __builtin_shufflevector(column[0], column[1], 0, 4, 1, 5);
      const Pack high01 = __builtin_shufflevector(column[0], column[1], 2, 6, 3, 7);
      const Pack low23 = __builtin_shufflevector(column[2], column[3], 0, 4, 1, 5);
      const Pack high23 = __builtin_shufflevector(column[2], column[3], 2, 6, 3, 7);
      const Pack row[kPack] = {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
                               __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
                               __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
                               __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
      for (int r = 0; r < kPack && i + r < rows; ++r) {
        store(out + j + static_cast<std::ptrdiff_t>(i + r) * out_stride, row[r]);
      }
    }
  }
}

}  // namespace acp::kernels
