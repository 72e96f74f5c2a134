#include "core/base/digest.h"

#include <string_view>

#include <gtest/gtest.h>

#include "core/base/scalar.h"

namespace acp {
namespace {

std::string digest_of(std::string_view text) {
  Digest digest;
  digest.add(std::span<const char>(text));
  return digest.hex();
}

TEST(Digest, IsFnv1a) {  // test vectors of the authors
  EXPECT_EQ(digest_of(""), "cbf29ce484222325");
  EXPECT_EQ(digest_of("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(digest_of("foobar"), "85944171f73967e8");
}

TEST(Digest, SeesEveryBit) {
  const Scalar zero[] = {0}, negative_zero[] = {Scalar(-0.0)};
  Digest a, b;
  a.add(std::span<const Scalar>(zero));
  b.add(std::span<const Scalar>(negative_zero));
  EXPECT_NE(a.hex(), b.hex());
}

}  // namespace
}  // namespace acp
