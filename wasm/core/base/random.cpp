#include "core/base/random.h"

#include <algorithm>
#include <cmath>

#include "core/base/math.h"

namespace acp {
namespace {

std::uint64_t split_mix(std::uint64_t& x) {
  std::uint64_t z = (x += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::uint64_t rotate_left(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

}  // namespace

Rng::Rng(std::uint64_t seed, Stream stream) {
  std::uint64_t purpose = static_cast<std::uint64_t>(stream);
  std::uint64_t x = seed ^ split_mix(purpose);
  for (auto& word : state_) word = split_mix(x);
}

std::uint64_t Rng::next() {
  auto& s = state_;
  const std::uint64_t result = rotate_left(s[0] + s[3], 23) + s[0];
  const std::uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left(s[3], 45);
  return result;
}

double Rng::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

std::uint32_t Rng::index(std::uint32_t count) {
  // Lemire (2019): the high word of a product, rejecting the few values that would be favoured.
  const std::uint32_t threshold = (0u - count) % count;
  for (;;) {
    const std::uint64_t product = (next() >> 32) * count;
    if (static_cast<std::uint32_t>(product) >= threshold) {
      return static_cast<std::uint32_t>(product >> 32);
    }
  }
}

void Rng::fill_normal(std::span<Scalar> out) {
  for (std::size_t done = 0; done < out.size(); done += 2 * kPack) {
    Pack radius, angle;
    for (int lane = 0; lane < kPack; ++lane) {
      const std::uint64_t word = next();
      // 31 bits in (0, 1] for the radius, 32 bits in [-pi, pi) for the angle.
      const auto positive = static_cast<std::int32_t>((word >> 33) | 1);
      const auto symmetric = static_cast<std::int32_t>(static_cast<std::uint32_t>(word));
      radius[lane] = static_cast<Scalar>(positive) * Scalar(0x1p-31);
      angle[lane] = static_cast<Scalar>(symmetric) * static_cast<Scalar>(math::kPi * 0x1p-31);
    }
    const Pack square = -2 * math::log(radius);
    for (int lane = 0; lane < kPack; ++lane) radius[lane] = std::sqrt(square[lane]);
    Pack sine, cosine;
    math::sincos(angle, sine, cosine);
    Scalar block[2 * kPack];
    store(block, Pack(radius * cosine));
    store(block + kPack, Pack(radius * sine));
    const std::size_t count = std::min<std::size_t>(2 * kPack, out.size() - done);
    std::copy_n(block, count, out.data() + done);
  }
}

}  // namespace acp
