#include "core/session/frame.h"

#include <cassert>
#include <cstring>

namespace acp {
namespace {

constexpr std::size_t kHeader = 4;
constexpr std::size_t kEntry = 4;

}  // namespace

void append_count(std::vector<float>& to, std::int64_t count) {
  constexpr std::int64_t kWhole = 1 << 24;  // whole numbers are exact up to here
  const std::int64_t wholes = count / kWhole;
  to.push_back(static_cast<float>(wholes));
  to.push_back(static_cast<float>(count % kWhole));
}

void FramePacker::put(std::size_t at, std::uint32_t word) {
  std::memcpy(words_.data() + at, &word, sizeof word);
}

void FramePacker::begin(int sections) {
  words_.assign(kHeader + kEntry * static_cast<std::size_t>(sections), 0);
  filled_ = 0;
  put(0, kMagic);
  put(1, kVersion);
  put(2, static_cast<std::uint32_t>(sections));
}

void FramePacker::section(Section id, std::span<const float> values, int columns) {
  assert(values.size() % static_cast<std::size_t>(columns) == 0);
  const std::size_t entry = kHeader + kEntry * static_cast<std::size_t>(filled_++);
  put(entry, id);
  put(entry + 1, static_cast<std::uint32_t>(words_.size()));
  put(entry + 2, static_cast<std::uint32_t>(values.size()) / static_cast<std::uint32_t>(columns));
  put(entry + 3, static_cast<std::uint32_t>(columns));
  words_.insert(words_.end(), values.begin(), values.end());
}

std::span<const float> FramePacker::finish() {
  put(3, static_cast<std::uint32_t>(words_.size()));
  return words_;
}

}  // namespace acp
