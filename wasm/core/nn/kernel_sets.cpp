#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "core/nn/kernels.h"

namespace acp::kernels {

// Of kernels.cpp, once for each width that it is compiled for.
namespace narrow {
extern const Set set;
}
#ifdef ACP_HAS_WIDE
namespace avx2 {
extern const Set set;
}
namespace avx512 {
extern const Set set;
}

namespace {

std::span<const Set* const> runnable() {
  static constexpr std::array kAll{&avx512::set, &avx2::set, &narrow::set};
  const bool has_avx2 = __builtin_cpu_supports("avx2");
  const bool has_avx512 = has_avx2 && __builtin_cpu_supports("avx512f") &&
                          __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  return std::span(kAll).subspan(has_avx512 ? 0 : has_avx2 ? 1 : 2);
}

const Set& choose() {
  const char* name = std::getenv("ACP_SIMD");
  if (name == nullptr || *name == '\0') return *sets().front();
  std::string names;
  for (const Set* set : sets()) {
    if (std::string(name) == set->vectors) return *set;
    names += std::string(names.empty() ? "" : ", ") + set->vectors;
  }
  throw std::invalid_argument("ACP_SIMD: \"" + std::string(name) +
                              "\" is none of what this processor can run: " + names);
}

}  // namespace

std::span<const Set* const> sets() {
  static const auto all = runnable();
  return all;
}

const Set& chosen() {
  static const Set& set = choose();
  return set;
}
#else
std::span<const Set* const> sets() {
  static constexpr std::array kAll{&narrow::set};
  return kAll;
}

const Set& chosen() { return narrow::set; }
#endif

}  // namespace acp::kernels
