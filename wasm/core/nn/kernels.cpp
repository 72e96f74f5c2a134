#include "core/nn/kernels.h"

#include <limits>

#include "core/base/math.h"

namespace acp::kernels {
namespace {

#if defined(__AVX512F__)
constexpr const char* kVectors = "avx512";
constexpr int kBytes = 64;
#elif defined(__AVX2__)
constexpr const char* kVectors = "avx2";
constexpr int kBytes = 32;
#else
constexpr int kBytes = 16;
#if defined(__SSE2__)
constexpr const char* kVectors = "sse2";
#elif defined(__ARM_NEON)
constexpr const char* kVectors = "neon";
#elif defined(__wasm_simd128__)
constexpr const char* kVectors = "simd128";
#else
constexpr const char* kVectors = "none";
#endif
#endif
constexpr int kWide = kBytes / static_cast<int>(sizeof(Scalar));

/// The most columns of A that are gathered; a layer and a batch from replay have no more.
constexpr int kDeepest = 1024;

/// Where a sum starts and what becomes of it before it is stored.
struct Epilogue {
  const Scalar* bias = nullptr;    ///< null: sums start at 0
  bool is_relu = false;            ///< of the sum
  const Scalar* output = nullptr;  ///< or its gradient, where not null, of what relu has put out
  int stride = 0;                  ///< of `output`

  template <class V>
  V start(int i) const {
    return bias ? load<V>(bias + i) : V{};
  }
};

/// Which dimension of B is contiguous.
enum class Contiguous { rows, columns };

/// `vectors` x `columns` numbers of C from row i, column j; A starts at row i.
template <class V, int vectors, int columns, Contiguous contiguous>
inline void block(const Product& x, const Epilogue& epilogue, int i, int j) {
  constexpr int lanes = sizeof(V) / sizeof(Scalar);
  constexpr bool by_column = contiguous == Contiguous::columns;
  V sum[vectors][columns];
#pragma GCC unroll 8
  for (int r = 0; r < vectors; ++r) {
    const V start = epilogue.start<V>(i + r * lanes);
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
  const auto finish = [&](auto&& finished) {
#pragma GCC unroll 8
    for (int c = 0; c < columns; ++c) {
#pragma GCC unroll 8
      for (int r = 0; r < vectors; ++r) {
        const int row = i + r * lanes;
        Scalar* out = x.c + row + static_cast<std::ptrdiff_t>(j + c) * x.c_stride;
        store(out, finished(sum[r][c], row, j + c));
      }
    }
  };
  if (epilogue.is_relu) {
    finish([](V z, int, int) { return math::relu(z); });
  } else if (epilogue.output != nullptr) {
    finish([&](V z, int row, int column) {
      const std::ptrdiff_t start = static_cast<std::ptrdiff_t>(column) * epilogue.stride;
      return load<V>(epilogue.output + start + row) > 0 ? z : V{};
    });
  } else {
    finish([](V z, int, int) { return z; });
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

template <class V, int vectors, int columns, Contiguous contiguous>
inline int rows(const Product& x, const Epilogue& epilogue, int i) {
  constexpr int height = vectors * static_cast<int>(sizeof(V) / sizeof(Scalar));
  const bool is_apart = x.a_stride > height;
  const bool is_reread = is_apart && x.n >= 4 * columns && x.k <= kDeepest;
  for (; i + height <= x.m; i += height) {
    Product y = x;
    y.a += i;
    if (is_reread) gather<V, vectors>(y);
    int j = 0;
    for (; j + columns <= x.n; j += columns) {
      block<V, vectors, columns, contiguous>(y, epilogue, i, j);
    }
    if constexpr (columns > 4 && kBytes == 64) {
      for (; j + 4 <= x.n; j += 4) block<V, vectors, 4, contiguous>(y, epilogue, i, j);
    }
    for (; j < x.n; ++j) block<V, vectors, 1, contiguous>(y, epilogue, i, j);
  }
  return i;
}

template <Contiguous contiguous>
void product(const Product& x, const Epilogue& epilogue) {
  using Wide = Lanes<Scalar, kWide>;
  int i = 0;
  if constexpr (kBytes == 64) {  // with twice the registers
    i = rows<Wide, 4, 4, contiguous>(x, epilogue, i);
    i = rows<Wide, 2, 8, contiguous>(x, epilogue, i);
  } else {
    i = rows<Wide, 2, 4, contiguous>(x, epilogue, i);
  }
  i = rows<Wide, 1, 8, contiguous>(x, epilogue, i);
  if constexpr (kWide > 2 * kPack) {
    i = rows<Lanes<Scalar, 2 * kPack>, 1, 8, contiguous>(x, epilogue, i);
  }
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

void dense_forward(const Product& x, const Scalar* bias, Activation activation) {
  const bool is_relu = activation == Activation::relu;
  product<Contiguous::columns>(x, {.bias = bias, .is_relu = is_relu});
  if (activation == Activation::tanh) apply(x, x.c, [](Pack z, Pack) { return math::tanh(z); });
}

void dense_backward_input(const Product& x, const Scalar* output, Activation activation) {
  const bool is_relu = activation == Activation::relu;
  product<Contiguous::columns>(x, {.output = is_relu ? output : nullptr, .stride = x.c_stride});
  if (activation == Activation::tanh) {
    apply(x, output, [](Pack gradient, Pack y) { return gradient * (1 - y * y); });
  }
}

/// Sums of the rows of A from row i, `vectors` vectors at a time, whose latencies overlap.
template <class V, int vectors>
int sum_rows(const Product& x, Scalar* sums, int i) {
  constexpr int lanes = sizeof(V) / sizeof(Scalar);
  for (; i + vectors * lanes <= x.m; i += vectors * lanes) {
    V sum[vectors] = {};
    const Scalar* a = x.a + i;
    for (int p = 0; p < x.k; ++p, a += x.a_stride) {
#pragma GCC unroll 8
      for (int r = 0; r < vectors; ++r) sum[r] += load<V>(a + r * lanes);
    }
#pragma GCC unroll 8
    for (int r = 0; r < vectors; ++r) store(sums + i + r * lanes, sum[r]);
  }
  return i;
}

void dense_backward_weights(const Product& x, Scalar* biases) {
  product<Contiguous::rows>(x, {});
  using Wide = Lanes<Scalar, kWide>;
  int i = sum_rows<Wide, 4>(x, biases, 0);
  i = sum_rows<Wide, 1>(x, biases, i);
  sum_rows<Pack, 1>(x, biases, i);
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

/// The moments of what has no gradient any more fade away; numbers too small to be normal would
/// take a hundred cycles each and change no parameter.
inline Scalar faded(Scalar x) {
  constexpr Scalar kSmallest = std::numeric_limits<Scalar>::min();
  return x < kSmallest && x > -kSmallest ? Scalar(0) : x;
}

inline Scalar root(Scalar x) {
  if constexpr (sizeof(Scalar) == sizeof(float)) return __builtin_sqrtf(x);
  return __builtin_sqrt(x);
}

void adam(const AdamStep& step, int count, const Scalar* gradient, Scalar* m, Scalar* v,
          Scalar* theta) {
  const auto [beta1, fresh1, beta2, fresh2, rate, correction, epsilon] = step;
  for (int i = 0; i < count; ++i) {
    const Scalar g = gradient[i];
    m[i] = faded(beta1 * m[i] + fresh1 * g);
    v[i] = faded(beta2 * v[i] + fresh2 * (g * g));
    theta[i] -= rate * m[i] / (root(v[i] * correction) + epsilon);
  }
}

void polyak(int count, Scalar old, Scalar fresh, const Scalar* source, Scalar* target) {
  for (int i = 0; i < count; ++i) target[i] = old * target[i] + fresh * source[i];
}

}  // namespace

namespace ACP_VECTORS {
extern const Set set{
    kVectors, dense_forward, dense_backward_input, dense_backward_weights, transpose, adam, polyak};
}

}  // namespace acp::kernels
