#include "core/base/archive.h"

#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "support/matrices.h"

namespace acp {
namespace {

struct Part {
  int count = 0;
  std::string name;
  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("count", count, whole(-4, 3)), checked("name", name, 5));
  }
  bool operator==(const Part&) const = default;
};

enum class Colour : std::uint8_t { red, green, blue };

struct Whole {
  double number = 0;
  std::array<std::uint64_t, 2> words{};
  std::vector<float> values;
  bool flag = false;
  Colour colour = Colour::red;
  std::vector<Part> parts;
  std::string text;
  Buffer buffer;
  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("number", number, {0, 1}), checked("words", words, kBits),
            checked("values", values, kFinite), checked("flag", flag, kFlag),
            checked("colour", colour, index_below(3)));
    for (Part& each : parts) archive(named("part", each));
    archive(checked("text", text, 10), checked("buffer", buffer, kComputed));
  }
  bool operator==(const Whole&) const = default;
};

Whole example() {
  return {0.1,   {1, ~0ull}, {1.5f, -2}, true, Colour::blue, {{3, "three"}, {-4, ""}},
          "a b", {1, 2, 3}};
}
Whole of_the_same_shape() { return {0, {}, {0, 0}, false, Colour::red, {{}, {}}, "", {0, 0, 0}}; }

std::vector<std::uint8_t> bytes_of(Whole whole) {
  Writer writer;
  writer(whole);
  return writer.take();
}

TEST(Archive, ReadsWhatItWrote) {
  const auto bytes = bytes_of(example());
  Reader reader(bytes);
  Whole read = of_the_same_shape();
  reader(read);
  EXPECT_EQ(read, example());
  reader.expect_end();
}

TEST(Archive, RefusesEveryTruncation) {
  const auto bytes = bytes_of(example());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Reader reader{std::span(bytes).first(size)};
    Whole read = of_the_same_shape();
    EXPECT_THROW(reader(read), std::invalid_argument) << size << " bytes";
  }
}

TEST(Archive, RefusesBytesAfterTheEnd) {
  auto bytes = bytes_of(example());
  bytes.push_back(0);
  Reader reader(bytes);
  Whole read = of_the_same_shape();
  reader(read);
  EXPECT_THROW(reader.expect_end(), std::invalid_argument);
}

TEST(Archive, VectorsKeepTheirSize) {
  const auto bytes = bytes_of(example());
  for (const std::size_t other : {0u, 1u, 3u}) {
    Reader reader(bytes);
    Whole read = of_the_same_shape();
    read.values.resize(other);
    EXPECT_THROW(reader(read), std::invalid_argument) << other;
    EXPECT_EQ(read.values.size(), other);
  }
}

TEST(Archive, ALengthBeyondTheBytesAllocatesNothing) {
  Writer writer;
  std::uint64_t length = ~0ull;
  writer(checked("length", length, kBits));
  const auto bytes = writer.take();
  for (const std::size_t most : {std::size_t{1000}, ~std::size_t{0}}) {
    Reader reader(bytes);
    std::string text;
    EXPECT_THROW(reader(checked("text", text, most)), std::invalid_argument);
    EXPECT_TRUE(text.empty());
  }
}

/// What is wrong with a number where `allowed` ones are, or "".
template <class T>
std::string complaint_about(T number, Allowed allowed, bool healthy = true) {
  Writer writer;
  writer(checked("number", number, kFinite));
  const auto bytes = writer.take();
  Reader reader(bytes);
  T read{};
  try {
    reader(checked("number", read, allowed));
    if (healthy) reader.expect_healthy();
  } catch (const std::invalid_argument& error) {
    EXPECT_TRUE(read == T{} || !std::isfinite(static_cast<double>(number)));
    const std::string text = error.what();
    EXPECT_EQ(text.rfind("checkpoint: number: ", 0), 0U) << text;
    return text.substr(20);
  }
  EXPECT_TRUE(read == number || number != number);
  return "";
}

TEST(Archive, RefusesNumbersThatAreNotAllowed) {
  constexpr int kMost = std::numeric_limits<int>::max();
  for (const int x : {0, 9}) EXPECT_EQ(complaint_about(x, index_below(10)), "");
  EXPECT_EQ(complaint_about(-1, index_below(10)), "-1 is not one of 0..9");
  EXPECT_EQ(complaint_about(10, index_below(10)), "10 is not one of 0..9");
  EXPECT_EQ(complaint_about(kMost, index_below(10)), "2147483647 is not one of 0..9");
  EXPECT_EQ(complaint_about(2.0f, index_below(3)), "");
  EXPECT_EQ(complaint_about(1.5f, index_below(3)), "1.5 is not one of 0..2");
  EXPECT_EQ(complaint_about(NAN, index_below(3)), "nan is not one of 0..2");
  EXPECT_EQ(complaint_about(std::int64_t{1} << 53, kCount), "");
  EXPECT_NE(complaint_about(std::numeric_limits<std::int64_t>::max(), kCount), "");
  EXPECT_EQ(complaint_about(~0ull, kBits), "");
  EXPECT_EQ(complaint_about(1.0, {0, 1}), "");
  EXPECT_EQ(complaint_about(1.25, {0, 1}), "1.25 is outside [0, 1]");
  EXPECT_EQ(complaint_about(-HUGE_VAL, {0, 1}), "-infinity is not a finite number");
}

TEST(Archive, OnlyADivergedRunHasWhatIsNotFinite) {
  for (const double x : {HUGE_VAL, -HUGE_VAL, std::nan("")}) {
    for (const bool healthy : {false, true}) {
      EXPECT_NE(complaint_about(x, kFinite, healthy), "");
      EXPECT_EQ(complaint_about(x, kComputed, healthy).empty(), !healthy);
      EXPECT_EQ(complaint_about(x, kOverflowing, healthy), "");
    }
  }
  constexpr Allowed kNotNegative{0, kLargestNumber, false, NonFinite::diverged};
  EXPECT_EQ(complaint_about(-1.0, kNotNegative, false), "-1 is less than 0");
}

TEST(Archive, WhatIsNoBoolAndNoEnumerationNeverBecomesOne) {
  const auto complaint_with = [](std::size_t at, std::uint8_t byte) -> std::string {
    auto bytes = bytes_of(example());
    bytes[at] = byte;
    Reader reader(bytes);
    Whole read = of_the_same_shape();
    try {
      reader(read);
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
  constexpr std::size_t kFlagAt = 8 + 16 + 8 + 8;
  EXPECT_EQ(complaint_with(kFlagAt, 0), "");
  EXPECT_EQ(complaint_with(kFlagAt, 2), "checkpoint: flag: 2 is not one of 0..1");
  EXPECT_EQ(complaint_with(kFlagAt + 1, 1), "");
  EXPECT_EQ(complaint_with(kFlagAt + 1, 3), "checkpoint: colour: 3 is not one of 0..2");
  EXPECT_EQ(complaint_with(kFlagAt + 2, 4), "checkpoint: part.count: 4 is not one of -4..3");
  EXPECT_EQ(complaint_with(kFlagAt + 6, 6), "checkpoint: part.name: longer than 5 characters");
  EXPECT_EQ(complaint_with(kFlagAt + 14, '\n'),
            "checkpoint: part.name: not free of control characters");
}

struct Pair {
  int small = 2;
  int large = 1;
  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("small", small, kCount), checked("large", large, kCount));
    archive.require(small <= large, "large", "less than small");
  }
};

TEST(Archive, FieldsMustAgree) {
  Pair pair;
  Writer writer;
  writer(named("pair", pair));
  const auto bytes = writer.take();
  Reader reader(bytes);
  try {
    reader(named("pair", pair));
    FAIL() << "was accepted";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "checkpoint: pair.large: less than small");
  }
}

}  // namespace
}  // namespace acp
