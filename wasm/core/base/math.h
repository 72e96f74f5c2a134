#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "core/base/scalar.h"

/// Elementary functions whose bits are ours: the C libraries of the platforms differ in the last
/// place, these do not. Each is written once, for float, double and lanes of either; lane by lane
/// the results equal those of the scalar. Worst errors are asserted in tests/core/base/math.cpp.
namespace acp::math {
inline namespace ACP_VECTORS {

inline constexpr double kPi = 3.14159265358979323846;
inline constexpr double kLog2 = 0.69314718055994530942;
inline constexpr double kLog2Pi = 1.83787706640934548356;

namespace detail {

template <class V>
struct Traits {  // lanes
  using T = std::remove_cvref_t<decltype(std::declval<V&>()[0])>;
  using Word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
  static constexpr int count = sizeof(V) / sizeof(T);
  using Bits = Lanes<Word, count>;
  using Signed = Lanes<std::make_signed_t<Word>, count>;
  static V from_int(Signed i) { return __builtin_convertvector(i, V); }
};
template <>
struct Traits<float> {
  using T = float;
  using Bits = std::uint32_t;
  using Signed = std::int32_t;
  static float from_int(Signed i) { return static_cast<float>(i); }
};
template <>
struct Traits<double> {
  using T = double;
  using Bits = std::uint64_t;
  using Signed = std::int64_t;
  static double from_int(Signed i) { return static_cast<double>(i); }
};

template <class T>
struct Format;
template <>
struct Format<float> {
  static constexpr int kMantissa = 23;
  static constexpr std::uint32_t kBias = 127;
  static constexpr std::uint32_t kSqrtHalf = 0x3f3504f3;
  static constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer
  static constexpr float kMinNormal = 1.17549435e-38f;
  static constexpr float kExpMin = -87.3f, kExpMax = 88.72f, kTanhMax = 10.0f;
  static constexpr float kLn2Hi = 0.693359375f, kLn2Lo = -2.12194440e-4f;
  static constexpr float kPio2[3] = {1.5703125f, 4.837512969970703125e-4f, 7.54978995489188e-8f};
  static constexpr int kExpTerms = 7, kLogTerms = 4, kSinTerms = 5, kLog1pTerms = 8;
};
template <>
struct Format<double> {
  static constexpr int kMantissa = 52;
  static constexpr std::uint64_t kBias = 1023;
  static constexpr std::uint64_t kSqrtHalf = 0x3fe6a09e667f3bcd;
  static constexpr double kRound = 6755399441055744.0;  // 1.5 * 2^52
  static constexpr double kMinNormal = 2.2250738585072014e-308;
  static constexpr double kExpMin = -708.0, kExpMax = 709.78, kTanhMax = 22.0;
  static constexpr double kLn2Hi = 6.93147180369123816490e-01;
  static constexpr double kLn2Lo = 1.90821492927058770002e-10;
  static constexpr double kPio2[3] = {1.57079632673412561417e+00, 6.07710050630396597660e-11,
                                      2.02226624879595063154e-21};
  static constexpr int kExpTerms = 14, kLogTerms = 11, kSinTerms = 9, kLog1pTerms = 17;
};

template <class To, class From>
inline To bits_of(const From& from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof(To));
  return to;
}

template <class T>
constexpr T reciprocal_factorial(int n) {
  double f = 1;
  for (int i = 2; i <= n; ++i) f *= i;
  return static_cast<T>(1 / f);
}

/// sum_{i<n} z^i / (2i + 1): atanh(s) = s * series(s^2).
template <class V, int n>
inline V atanh_series(V z) {
  using T = typename Traits<V>::T;
  V sum = V{} + static_cast<T>(1.0 / (2 * n + 1));
#pragma GCC unroll 20
  for (int i = n - 1; i >= 0; --i) sum = sum * z + static_cast<T>(1.0 / (2 * i + 1));
  return sum;
}

/// x = k log 2 + r, |r| <= log(2) / 2; returns e^r - 1 and 2^k as a float.
template <class V>
inline V expm1_reduced(V x, V& power) {
  using Tr = Traits<V>;
  using T = typename Tr::T;
  using F = Format<T>;
  const V shifted = x * static_cast<T>(1 / kLog2) + F::kRound;
  const V k = shifted - F::kRound;
  const V r = (x - k * F::kLn2Hi) - k * F::kLn2Lo;
  V sum = V{} + reciprocal_factorial<T>(F::kExpTerms);
#pragma GCC unroll 20
  for (int i = F::kExpTerms - 1; i >= 1; --i) sum = sum * r + reciprocal_factorial<T>(i);
  const auto integer = bits_of<typename Tr::Bits>(shifted);
  power = bits_of<V>((integer + F::kBias) << F::kMantissa);
  return sum * r;
}

}  // namespace detail

template <class V>
inline V abs(V x) {
  return x < 0 ? -x : x;
}
template <class V>
inline V min(V a, V b) {
  return b < a ? b : a;
}
template <class V>
inline V max(V a, V b) {
  return a < b ? b : a;
}

/// max(x, 0); NaN stays.
template <class V>
inline V relu(V x) {
  using Bits = typename detail::Traits<V>::Bits;
  return detail::bits_of<V>(Bits(detail::bits_of<Bits>(x) & ~Bits(x < 0)));
}

/// e^x; 0 below and infinity above the range of normal numbers.
template <class V>
inline V exp(V x) {
  using T = typename detail::Traits<V>::T;
  using F = detail::Format<T>;
  const V low = V{} + F::kExpMin, high = V{} + F::kExpMax;
  const V inside = min(max(x, low), high);
  V power;
  // Half the exponent twice: 2^k itself may be out of range where e^x is not.
  const V r = detail::expm1_reduced<V>(inside * T(0.5), power);
  const V half = power + power * r;
  V y = half * half;
  y = x < low ? V{} : y;
  y = x > high ? V(V{} + static_cast<T>(INFINITY)) : y;
  return x != x ? x : y;
}

/// Natural logarithm; -infinity at 0, NaN below.
template <class V>
inline V log(V x) {
  using Tr = detail::Traits<V>;
  using T = typename Tr::T;
  using F = detail::Format<T>;
  using Bits = typename Tr::Bits;
  const V infinity = V{} + static_cast<T>(INFINITY);
  const auto subnormal = x < F::kMinNormal;
  const V scaled = subnormal ? V(x * T(std::uint64_t(1) << F::kMantissa)) : x;
  const Bits from_sqrt_half = detail::bits_of<Bits>(scaled) - F::kSqrtHalf;
  const auto exponent = detail::bits_of<typename Tr::Signed>(from_sqrt_half) >> F::kMantissa;
  using Word = std::remove_cvref_t<decltype(F::kSqrtHalf)>;
  constexpr Word mask = (Word(1) << F::kMantissa) - 1;
  const V m = detail::bits_of<V>(Bits((from_sqrt_half & mask) + F::kSqrtHalf));
  V k = Tr::from_int(exponent);
  k = subnormal ? V(k - T(F::kMantissa)) : k;
  const V s = (m - 1) / (m + 1);
  const V log_m = 2 * s * detail::atanh_series<V, F::kLogTerms>(s * s);
  V y = k * F::kLn2Hi + (log_m + k * F::kLn2Lo);
  y = x == infinity ? x : y;
  y = x == 0 ? V(-infinity) : y;
  y = x < 0 ? V(V{} + static_cast<T>(NAN)) : y;
  return x != x ? x : y;
}

/// Sine and cosine in radians; accurate for |x| <= 10^5 (10^3 in float).
template <class V>
inline void sincos(V x, V& sine, V& cosine) {
  using Tr = detail::Traits<V>;
  using T = typename Tr::T;
  using F = detail::Format<T>;
  const V shifted = x * static_cast<T>(2 / kPi) + F::kRound;
  const V k = shifted - F::kRound;
  const V r = ((x - k * F::kPio2[0]) - k * F::kPio2[1]) - k * F::kPio2[2];
  const V z = r * r;
  V s = V{}, c = s;
#pragma GCC unroll 20
  for (int i = F::kSinTerms; i >= 1; --i) {
    const T sign = i % 2 ? T(-1) : T(1);
    s = (s + sign * detail::reciprocal_factorial<T>(2 * i + 1)) * z;
    c = (c + sign * detail::reciprocal_factorial<T>(2 * i)) * z;
  }
  s = r + r * s;
  c = 1 + c;
  const auto quadrant = detail::bits_of<typename Tr::Bits>(shifted);
  const auto odd = (quadrant & 1) != 0;
  const V sine_of = odd ? c : s, cosine_of = odd ? s : c;
  sine = (quadrant & 2) != 0 ? V(-sine_of) : sine_of;
  cosine = ((quadrant + 1) & 2) != 0 ? V(-cosine_of) : cosine_of;
}
template <class V>
inline V sin(V x) {
  V s, c;
  sincos(x, s, c);
  return s;
}
template <class V>
inline V cos(V x) {
  V s, c;
  sincos(x, s, c);
  return c;
}

/// Hyperbolic tangent, odd to the bit, accurate near 0.
template <class V>
inline V tanh(V x) {
  using T = typename detail::Traits<V>::T;
  using F = detail::Format<T>;
  const V magnitude = min(abs(x), V(V{} + F::kTanhMax));
  V power;
  const V r = detail::expm1_reduced<V>(magnitude + magnitude, power);
  const V e = power * r + (power - 1);  // e^{2|x|} - 1
  const V t = e / (e + 2);
  return x != x ? x : x < 0 ? V(-t) : t;
}

/// log(1 + e^x) without overflow, relatively accurate in both tails.
template <class V>
inline V softplus(V x) {
  using F = detail::Format<typename detail::Traits<V>::T>;
  const V e = exp<V>(-abs(x));
  const V s = e / (e + 2);
  const V log1p = 2 * s * detail::atanh_series<V, F::kLog1pTerms>(s * s);
  return max(x, V{}) + log1p;
}

}  // namespace ACP_VECTORS
}  // namespace acp::math
