#pragma once

#include <cstring>
#include <map>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "core/session/frame.h"

namespace acp {

/// A section of a frame, read as docs/boundary.md has it.
struct FrameSection {
  std::uint32_t rows;
  std::uint32_t columns;
  std::vector<float> values;
  float at(std::size_t row, std::size_t column) const { return values.at(row * columns + column); }
  /// In two columns.
  std::int64_t count(std::size_t row, std::size_t column) const {
    return (static_cast<std::int64_t>(at(row, column)) << 24) +
           static_cast<std::int64_t>(at(row, column + 1));
  }
};

enum StatusColumn : std::size_t {
  kStatusSteps = 0,
  kStatusUpdates = 2,
  kStatusEpisodes = 4,
  kStatusSeconds = 6,
  kStatusDiverged,
  kStatusLastReturn,
  kStatusMeanReturn,
  kStatusShownReturn,
  kStatusShownLength
};
/// The columns of a section of bins.
enum BinColumn : std::size_t {
  kBinSteps = 0,
  kBinUpdates = 2,
  kBinSeconds = 4,
  kBinNumber,
  kBinRows,
  kBinValues
};

inline std::map<std::uint32_t, FrameSection> read_frame(std::span<const float> words) {
  const auto word = [&](std::size_t i) {
    std::uint32_t x;
    std::memcpy(&x, words.data() + i, sizeof x);
    return x;
  };
  std::map<std::uint32_t, FrameSection> sections;
  EXPECT_EQ(word(0), 0x46504341u);
  EXPECT_EQ(word(1), 2u);
  EXPECT_EQ(word(3), words.size());
  std::size_t expected_offset = 4 + 4 * std::size_t{word(2)};
  for (std::size_t i = 4; i < 4 + 4 * std::size_t{word(2)}; i += 4) {
    EXPECT_EQ(word(i + 1), expected_offset);
    FrameSection section{word(i + 2), word(i + 3), {}};
    const auto values = words.subspan(word(i + 1), std::size_t{section.rows} * section.columns);
    section.values.assign(values.begin(), values.end());
    expected_offset += values.size();
    EXPECT_TRUE(sections.emplace(word(i), section).second);
  }
  EXPECT_EQ(expected_offset, words.size());
  return sections;
}

}  // namespace acp
