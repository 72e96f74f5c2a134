#include "core/base/archive.h"

#include <gtest/gtest.h>

#include "support/matrices.h"

namespace acp {
namespace {

struct Part {
  int count = 0;
  std::string name;
  template <class Archive>
  void archive(Archive& archive) {
    archive(count, name);
  }
  bool operator==(const Part&) const = default;
};

struct Whole {
  double number = 0;
  std::array<std::uint64_t, 2> words{};
  std::vector<float> values;
  std::vector<Part> parts;
  std::string text;
  Buffer buffer;
  template <class Archive>
  void archive(Archive& archive) {
    archive(number, words, values, parts, text, buffer);
  }
  bool operator==(const Whole&) const = default;
};

Whole example() {
  return {0.1, {1, ~0ull}, {1.5f, -2}, {{3, "three"}, {-4, ""}}, {"a\0b", 3}, {1, 2, 3}};
}
Whole of_the_same_shape() { return {0, {}, {0, 0}, {{}, {}}, "", {0, 0, 0}}; }

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
  writer(length);
  const auto bytes = writer.take();
  Reader reader(bytes);
  std::string text;
  EXPECT_THROW(reader(text), std::invalid_argument);
  EXPECT_TRUE(text.empty());
}

}  // namespace
}  // namespace acp
