#pragma once

#include <cstdint>
#include <cstring>

/// Sources that are compiled once more for processors with wider vectors, where ACP_WIDE says which
/// ("avx2"), have other names there for what is inline here: the linker keeps one of equal names,
/// and any processor must be able to run that.
#ifdef ACP_WIDE
#define ACP_VECTORS ACP_WIDE
#else
#define ACP_VECTORS narrow
#endif

namespace acp {
inline namespace ACP_VECTORS {

/// The number type of networks, estimators and replay: float, or double in the `double` preset,
/// where gradients are checked against finite differences. Environments compute in double always.
#ifdef ACP_DOUBLE
using Scalar = double;
#else
using Scalar = float;
#endif

/// `N` numbers side by side; arithmetic on them is one instruction where the processor has it, and
/// gives the same bits lane by lane as arithmetic on single numbers.
template <class T, int N>
struct LanesOf {
  typedef T type __attribute__((vector_size(sizeof(T) * N)));
};
template <class T, int N>
using Lanes = typename LanesOf<T, N>::type;

/// Columns in memory are padded to whole packs, in every build, so that layouts never differ.
inline constexpr int kPack = 4;
using Pack = Lanes<Scalar, kPack>;

inline constexpr int padded(int n) { return (n + kPack - 1) / kPack * kPack; }

/// The same number in every lane.
template <class V>
inline V splat(Scalar x) {
  return V{} + x;
}

template <class V>
inline V load(const Scalar* from) {
  V v;
  std::memcpy(&v, from, sizeof(V));
  return v;
}

template <class V>
inline void store(Scalar* to, const V& v) {
  std::memcpy(to, &v, sizeof(V));
}

/// Copies a few numbers, of which a call of memcpy would cost more than they do ("sac 32-32 batch
/// 64"). Returns where the next one goes.
inline Scalar* copy_few(const Scalar* from, int count, Scalar* to) {
#ifdef __clang__
#pragma clang loop vectorize(disable) unroll(disable)
#endif
  for (int i = 0; i < count; ++i) to[i] = from[i];
  return to + count;
}

}  // namespace ACP_VECTORS
}  // namespace acp
