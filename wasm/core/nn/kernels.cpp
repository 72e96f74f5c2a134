#include "core/nn/kernels.h"

#include "core/base/math.h"

namespace acp::kernels {
namespace {

#ifdef __AVX__
constexpr int kWide = 32 / static_cast<int>(sizeof(Scalar));
#else
constexpr int kWide = 16 / static_cast<int>(sizeof(Scalar));
#endif

/// The most columns of A that are gathered; a layer and a batch from replay have no more.
constexpr int kDeepest = 1024;

/// Where a sum starts and what becomes of it before it is stored.
struct Identity {
  const Scalar* bias = nullptr;  ///< null: sums start at 0
  template <class V>
  V start(int i) const {
    return bias ? load<V>(bias + i) : V{};
  }
  template <class V>
  V finish(V sum, int, int) const {
    return sum;
  }
};

struct Relu {
  const Scalar* bias;
  template <class V>
  V start(int i) const {
    return load<V>(bias + i);
  }
  template <class V>
  V finish(V sum, int, int) const {
    return math::relu(sum);
  }
};

struct ReluGradient {
  const Scalar* output;
  int stride;
  template <class V>
  V start(int) const {
    return V{};
  }
  template <class V>
  V finish(V sum, int i, int j) const {
    const V y = load<V>(output + i + static_cast<std::ptrdiff_t>(j) * stride);
    return y > 0 ? sum : V{};
  }
};

/// Which dimension of B is contiguous.
enum class Contiguous { rows, columns };

/// `vectors` x `columns` numbers of C from row i, column j; A starts at row i.
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
  const Scalar* a = x.a;
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

/// Copies the first `vectors` vectors of each column of A side by side, to be read from there: of
/// columns a power of two apart, few fit into the cache ("sac 512-512 batch 100, by width").
template <class V, int vectors>
void gather(Product& x) {
  constexpr int lanes = sizeof(V) / sizeof(Scalar);
  alignas(64) static thread_local Scalar panel[vectors * lanes * kDeepest];
  const Scalar* a = x.a;
  for (int p = 0; p < x.k; ++p, a += x.a_stride) {
    for (int r = 0; r < vectors; ++r) {
      store(panel + (p * vectors + r) * lanes, load<V>(a + r * lanes));
    }
  }
  x.a = panel;
  x.a_stride = vectors * lanes;
}

template <class V, int vectors, int columns, Contiguous contiguous, class Epilogue>
inline int rows(const Product& x, const Epilogue& epilogue, int i) {
  constexpr int height = vectors * static_cast<int>(sizeof(V) / sizeof(Scalar));
  const bool is_reread = x.n >= 4 * columns && x.k <= kDeepest;
  for (; i + height <= x.m; i += height) {
    Product y = x;
    y.a += i;
    if (is_reread) gather<V, vectors>(y);
    int j = 0;
    for (; j + columns <= x.n; j += columns) {
      block<V, vectors, columns, contiguous>(y, epilogue, i, j);
    }
    for (; j < x.n; ++j) block<V, vectors, 1, contiguous>(y, epilogue, i, j);
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

/// C = f(C, `other`), pack by pack, where `other` is laid out as C.
template <class F>
void apply(const Product& x, const Scalar* other, F f) {
  for (int j = 0; j < x.n; ++j) {
    const std::ptrdiff_t column = static_cast<std::ptrdiff_t>(j) * x.c_stride;
    for (int i = 0; i < x.m; i += kPack) {
      Scalar* c = x.c + column + i;
      store(c, f(load<Pack>(c), load<Pack>(other + column + i)));
    }
  }
}

}  // namespace

void dense_forward(const Product& x, const Scalar* bias, Activation activation) {
  if (activation == Activation::relu) return product<Contiguous::columns>(x, Relu{bias});
  product<Contiguous::columns>(x, Identity{bias});
  if (activation == Activation::tanh) apply(x, x.c, [](Pack z, Pack) { return math::tanh(z); });
}

void dense_backward_input(const Product& x, const Scalar* output, Activation activation) {
  if (activation == Activation::relu) {
    return product<Contiguous::columns>(x, ReluGradient{output, x.c_stride});
  }
  product<Contiguous::columns>(x, Identity{});
  if (activation == Activation::tanh) {
    apply(x, output, [](Pack gradient, Pack y) { return gradient * (1 - y * y); });
  }
}

void dense_backward_weights(const Product& x, Scalar* biases) {
  product<Contiguous::rows>(x, Identity{});
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
