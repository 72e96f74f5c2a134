#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/base/archive.h"
#include "core/base/scalar.h"

namespace acp {

/// One independent stream of random numbers per purpose: watching or evaluating a run never
/// changes its training.
enum class Stream : std::uint64_t {
  initialisation,
  environment,
  policy,
  replay,
  update,
  evaluation,
  viewer,
  probe,
  lab,
  resampling,
};

/// xoshiro256++ 1.0 (Blackman and Vigna, 2019), seeded by SplitMix64 from (seed, stream).
class Rng {
 public:
  Rng(std::uint64_t seed, Stream stream);

  std::uint64_t next();
  /// Uniform in [0, 1), 53 bits.
  double uniform();
  /// Uniform in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Uniform in {0, ..., count - 1}, without bias; `count` >= 1.
  std::uint32_t index(std::uint32_t count);
  /// Independent standard normal numbers (Box and Muller, 1958). Draws whole blocks of eight.
  void fill_normal(std::span<Scalar> out);

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("state", state_, kBits));
    archive.require(state_ != std::array<std::uint64_t, 4>{}, "state", "would draw zeros for ever");
  }

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace acp
