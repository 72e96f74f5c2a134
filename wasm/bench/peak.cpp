#include <string_view>

#include "bench/scenarios.h"
#include "core/base/scalar.h"
#include "core/nn/kernels.h"

namespace acp::bench {
namespace {

/// Read by nobody, yet what is kept must be made.
volatile double keep;

template <int lanes>
[[gnu::always_inline]] inline double multiply_and_add_lanes() {
  using V = Lanes<float, lanes>;
  // Enough independent sums to hide the latency of both operations, few enough for the registers,
  // of which WebAssembly has 15 here.
  constexpr int kSums = 13, kRounds = 100'000;
  // Reaches the registers through memory that the compiler cannot see through.
  static volatile float scale = 0.999f, shift = 0.001f;
  const V a = V{} + scale, b = V{} + shift;
  V sum[kSums];
#pragma GCC unroll 16
  for (int i = 0; i < kSums; ++i) sum[i] = V{} + static_cast<float>(i);
  for (int round = 0; round < kRounds; ++round) {
#pragma GCC unroll 16
    for (int i = 0; i < kSums; ++i) sum[i] = sum[i] * a + b;
  }
  V total{};
#pragma GCC unroll 16
  for (int i = 0; i < kSums; ++i) total += sum[i];
  keep = static_cast<double>(total[0]);
  return 2.0 * kRounds * kSums * lanes;
}

#ifdef __x86_64__
[[gnu::target("avx512f")]] double with_avx512() { return multiply_and_add_lanes<16>(); }
[[gnu::target("avx2")]] double with_avx2() { return multiply_and_add_lanes<8>(); }
#endif

}  // namespace

double multiply_and_add() {
#ifdef __x86_64__
  const std::string_view vectors = kernels::chosen().vectors;
  if (vectors == "avx512") return with_avx512();
  if (vectors == "avx2") return with_avx2();
#endif
  return multiply_and_add_lanes<4>();
}

}  // namespace acp::bench
