#include "core/base/scalar.h"

#include <array>

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(Padded, RoundsUpToWholePacks) {
  EXPECT_EQ(padded(0), 0);
  for (int n = 1; n <= 20; ++n) {
    EXPECT_EQ(padded(n) % kPack, 0);
    EXPECT_GE(padded(n), n);
    EXPECT_LT(padded(n), n + kPack);
  }
}

TEST(Lanes, LoadAndStoreNeedNoAlignment) {
  std::array<Scalar, kPack + 2> in{1, 2, 3, 4, 5, 6}, out{};
  store(out.data() + 1, load<Pack>(in.data() + 1));
  EXPECT_EQ(out, (std::array<Scalar, kPack + 2>{0, 2, 3, 4, 5, 0}));
}

}  // namespace
}  // namespace acp
