// Against the examples of protobuf.dev/programming-guides/encoding.
#include "core/base/protobuf.h"

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(Protobuf, WritesTheExamplesOfItsDocumentation) {
  const auto number = ProtobufMessage().number(1, 150);
  EXPECT_EQ(ProtobufMessage(number).take(), "\x08\x96\x01");
  EXPECT_EQ(ProtobufMessage().bytes(2, "testing").take(), "\x12\x07testing");
  EXPECT_EQ(ProtobufMessage().message(3, number).take(), "\x1a\x03\x08\x96\x01");
}

TEST(Protobuf, WritesNumbersAndFieldsOfAnySize) {
  using namespace std::string_literals;
  EXPECT_EQ(ProtobufMessage().number(1, 0).number(1, 127).take(), "\x08\0\x08\x7f"s);
  EXPECT_EQ(ProtobufMessage().number(16, 128).take(), "\x80\x01\x80\x01");
  EXPECT_EQ(ProtobufMessage().number(1, ~0ull).take(), "\x08" + std::string(9, '\xff') + "\x01");
  EXPECT_EQ(ProtobufMessage().bytes(1, std::string(200, 'x')).take(),
            "\x0a\xc8\x01" + std::string(200, 'x'));
}

}  // namespace
}  // namespace acp
