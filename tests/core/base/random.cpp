#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

Rng with_state(std::array<std::uint64_t, 4> state) {
  std::array<std::uint8_t, sizeof state> bytes;
  std::memcpy(bytes.data(), state.data(), bytes.size());
  Rng rng(0, Stream::policy);
  Reader reader(bytes);
  reader(rng);
  return rng;
}

TEST(Rng, IsXoshiro256PlusPlus) {
  // The first numbers of the authors' xoshiro256plusplus.c from state {1, 2, 3, 4}.
  Rng rng = with_state({1, 2, 3, 4});
  for (const std::uint64_t expected :
       {41943041ull, 58720359ull, 3588806011781223ull, 3591011842654386ull, 9228616714210784205ull,
        9973669472204895162ull, 14011001112246962877ull, 12406186145184390807ull,
        15849039046786891736ull, 10450023813501588000ull}) {
    EXPECT_EQ(rng.next(), expected);
  }
}

TEST(Rng, IsSeededBySplitMixFromSeedAndStream) {
  // From a second implementation, in Python.
  const auto expect = [](Rng rng, std::array<std::uint64_t, 3> numbers) {
    for (const auto number : numbers) EXPECT_EQ(rng.next(), number);
  };
  expect(Rng(1, Stream::initialisation),
         {0x4887886c7244e091, 0x4cfafb3b6cc3ea99, 0xfbce21167403a2c1});
  expect(Rng(1, Stream::environment), {0x8d6176e2f1f41696, 0x4488d4fc02c8f1e9, 0xf2c0ec18a408301});
  expect(Rng(42, Stream::update), {0x65b79de76bfeaf2, 0xb4cf0c991b843866, 0x9e1cfa73f01aa8d});
  expect(Rng(2147483647, Stream::viewer),
         {0x3ff3f328759ae44f, 0x7e32222cf3b2c56b, 0xf1f047f519a99304});
}

TEST(Rng, RefusesTheStateThatStandsStill) {
  EXPECT_THROW(with_state({0, 0, 0, 0}), std::invalid_argument);
}

TEST(Rng, UniformIsUniform) {
  Rng rng(7, Stream::policy);
  std::vector<int> counts(128);
  Moments mean, square, lagged;
  double last = rng.uniform();
  for (int i = 0; i < 400'000; ++i) {
    const double x = rng.uniform();
    ASSERT_GE(x, 0);
    ASSERT_LT(x, 1);
    ++counts[static_cast<std::size_t>(x * 128)];
    mean.add(x);
    square.add(x * x);
    lagged.add((x - 0.5) * (last - 0.5));
    last = x;
  }
  EXPECT_LT(std::abs(z_of_mean(mean, 0.5)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(square, 1.0 / 3)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(lagged, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
}

TEST(Rng, UniformStaysInItsInterval) {
  Rng rng(8, Stream::policy);
  double least = 10, most = -10;
  for (int i = 0; i < 10'000; ++i) {
    const double x = rng.uniform(-3, 5);
    least = std::min(least, x);
    most = std::max(most, x);
  }
  EXPECT_GE(least, -3);
  EXPECT_LT(most, 5);
  EXPECT_NEAR(least, -3, 0.01);
  EXPECT_NEAR(most, 5, 0.01);
}

TEST(Rng, IndexIsUniform) {
  for (const std::uint32_t count : {2u, 7u, 100u, 1000u}) {
    Rng rng(9, Stream::replay);
    std::vector<int> counts(count);
    for (int i = 0; i < 200'000; ++i) ++counts.at(rng.index(count));
    EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ) << count;
  }
}

TEST(Rng, IndexBelowOneIsZero) { EXPECT_EQ(Rng(9, Stream::replay).index(1), 0u); }

TEST(Rng, IndexRejectsWhatWouldBeFavoured) {
  // Without rejection every third index would come twice as often as the others.
  Rng rng(10, Stream::replay);
  std::vector<int> counts(3);
  for (int i = 0; i < 100'000; ++i) ++counts[rng.index(3u << 30) % 3];
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
}

TEST(Rng, NormalHasTheMomentsOfTheNormalDistribution) {
  Rng rng(11, Stream::update);
  std::vector<Scalar> x(400'000);
  rng.fill_normal(x);
  std::array<Moments, 6> powers;
  Moments neighbours, cosine_and_sine, beyond_three;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double value = x[i];
    double power = 1;
    for (auto& moment : powers) moment.add(power *= value);
    if (i > 0) neighbours.add(value * x[i - 1]);
    if (i % (2 * kPack) < kPack) cosine_and_sine.add(value * value * x[i + kPack] * x[i + kPack]);
    beyond_three.add(std::abs(value) > 3 ? 1 : 0);
  }
  const double expected[] = {0, 1, 0, 3, 0, 15};
  for (std::size_t i = 0; i < powers.size(); ++i) {
    EXPECT_LT(std::abs(z_of_mean(powers[i], expected[i])), kLargestZ) << "moment " << i + 1;
  }
  EXPECT_LT(std::abs(z_of_mean(neighbours, 0)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(cosine_and_sine, 1)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(beyond_three, std::erfc(3 / std::sqrt(2.0)))), kLargestZ);
}

TEST(Rng, NormalIsFilledInWholeBlocks) {
  constexpr std::size_t block = 2 * kPack;
  std::vector<Scalar> whole(3 * block);
  Rng(12, Stream::update).fill_normal(whole);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    Rng rng(12, Stream::update);
    std::vector<Scalar> part(size);
    rng.fill_normal(part);
    EXPECT_TRUE(same_bits(part, std::span(whole).first(size)));
    Rng blocks(12, Stream::update);
    std::vector<Scalar> rounded((size + block - 1) / block * block);
    blocks.fill_normal(rounded);
    EXPECT_EQ(rng.next(), blocks.next()) << size << " numbers";
  }
}

TEST(Rng, StreamsAndSeedsAreIndependent) {
  const auto correlation = [](Rng a, Rng b) {
    Moments product;
    for (int i = 0; i < 50'000; ++i) product.add((a.uniform() - 0.5) * (b.uniform() - 0.5));
    return std::abs(z_of_mean(product, 0));
  };
  constexpr int streams = static_cast<int>(Stream::viewer) + 1;
  for (int i = 0; i < streams; ++i) {
    const Rng stream(1, static_cast<Stream>(i));
    for (int j = 0; j < i; ++j) {
      EXPECT_LT(correlation(stream, Rng(1, static_cast<Stream>(j))), kLargestZ) << i << " " << j;
    }
    EXPECT_LT(correlation(stream, Rng(2, static_cast<Stream>(i))), kLargestZ) << i;
  }
}

}  // namespace
}  // namespace acp
