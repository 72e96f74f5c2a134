#include "core/session/series.h"

#include <array>
#include <cmath>

#include "core/base/random.h"
#include "support/frames.h"

namespace acp {
namespace {

using Rule = Series::Rule;
constexpr auto kMost = static_cast<std::int64_t>(Series::kMost);
constexpr std::size_t kMean = kBinValues, kLowest = kMean + 1, kHighest = kMean + 2;

template <Rule... rules>
Series of() {
  return Series(sizeof...(rules), [](std::size_t column) { return std::array{rules...}[column]; });
}
Series of_returns() { return of<Rule::mean, Rule::lowest, Rule::highest>(); }
void add(Series& series, std::int64_t i, double x) {
  series.add({10 * i, 10 * i - 5, static_cast<double>(i)}, std::array{x, x, x});
}

FrameSection packed(Series& series) {
  FramePacker packer;
  packer.begin(1);
  series.pack(packer, FramePacker::kEpisodes);
  return read_frame(packer.finish()).at(FramePacker::kEpisodes);
}

/// A reader of frames: what it has from the first number on is replaced.
void replace(std::vector<float>& bins, const FrameSection& section) {
  if (section.rows == 0) return;
  const auto first = static_cast<std::size_t>(section.at(0, kBinNumber));
  ASSERT_LE(first * section.columns, bins.size());
  bins.resize(first * section.columns);
  bins.insert(bins.end(), section.values.begin(), section.values.end());
}

/// Whole, so that their sums are exact.
double value(Rng& rng) { return static_cast<double>(rng.index(2001)) - 1000; }

std::int64_t width_for(std::int64_t rows) {
  std::int64_t width = 1;
  while (width * kMost < rows) width *= 2;
  return width;
}

TEST(Series, HasEveryRowAsItIsWhileThereAreFew) {
  Series series = of_returns();
  for (std::int64_t i = 0; i < kMost; ++i) add(series, i, 0.5 * static_cast<double>(i));
  const auto bins = packed(series);
  ASSERT_EQ(bins.rows, kMost);
  for (std::size_t i = 0; i < bins.rows; ++i) {
    const auto n = static_cast<std::int64_t>(i);
    EXPECT_EQ(bins.count(i, kBinSteps), 10 * n);
    EXPECT_EQ(bins.at(i, kBinNumber), static_cast<float>(i));
    EXPECT_EQ(bins.at(i, kBinRows), 1);
    for (const auto column : {kMean, kLowest, kHighest}) {
      EXPECT_EQ(bins.at(i, column), 0.5f * static_cast<float>(i));
    }
  }
  EXPECT_EQ(packed(series).rows, 0u);
}

TEST(Series, IsWhatItsRowsMakeItHoweverItIsFetched) {
  for (const std::int64_t rows : {1, 700, 1024, 1025, 2048, 2049, 5000, 33'333}) {
    SCOPED_TRACE(rows);
    Rng values(7, Stream::environment), times(static_cast<std::uint64_t>(rows), Stream::lab);
    Series series = of_returns();
    std::vector<float> seen;
    std::vector<double> all;
    for (std::int64_t i = 0; i < rows; ++i) {
      all.push_back(value(values));
      add(series, i, all.back());
      if (times.index(100) == 0) replace(seen, packed(series));
    }
    replace(seen, packed(series));

    const auto width = static_cast<std::size_t>(width_for(rows));
    const std::size_t columns = kBinValues + 3;
    ASSERT_EQ(seen.size() / columns, (all.size() + width - 1) / width);
    const FrameSection bins{static_cast<std::uint32_t>(seen.size() / columns),
                            static_cast<std::uint32_t>(columns), seen};
    double total = 0, weighted = 0;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < bins.rows; ++i) {
      const std::size_t from = i * width, to = std::min(all.size(), from + width);
      double sum = 0, low = INFINITY, high = -INFINITY;
      for (std::size_t k = from; k < to; ++k) {
        sum += all[k];
        low = std::min(low, all[k]);
        high = std::max(high, all[k]);
      }
      const auto size = static_cast<double>(to - from);
      EXPECT_EQ(bins.count(i, kBinSteps), 10 * static_cast<std::int64_t>(to - 1));
      EXPECT_EQ(bins.count(i, kBinUpdates), 10 * static_cast<std::int64_t>(to - 1) - 5);
      EXPECT_EQ(bins.at(i, kBinSeconds), static_cast<float>(to - 1));
      EXPECT_EQ(bins.at(i, kBinRows), static_cast<float>(size));
      EXPECT_EQ(bins.at(i, kMean), static_cast<float>(sum / size));
      EXPECT_EQ(bins.at(i, kLowest), static_cast<float>(low));
      EXPECT_EQ(bins.at(i, kHighest), static_cast<float>(high));
      total += sum;
      weighted += size * double{bins.at(i, kMean)};
      count += static_cast<std::int64_t>(bins.at(i, kBinRows));
    }
    EXPECT_EQ(count, rows);
    EXPECT_NEAR(weighted / static_cast<double>(rows), total / static_cast<double>(rows), 1e-3);
  }
}

TEST(Series, AMillionRowsAreAThousandBins) {
  Series series = of_returns();
  constexpr std::int64_t kRows = 1'000'000;
  std::size_t words = 0;
  for (std::int64_t i = 0; i < kRows; ++i) {
    add(series, i, static_cast<double>(i));
    if (i % 100 == 0) words += packed(series).values.size();
  }
  // What a reader has been sent is about its news: ten times all bins, and a row or two each time.
  EXPECT_LT(words, (11 * Series::kMost + 3 * kRows / 100) * (kBinValues + 3));
  Series again = of_returns();
  for (std::int64_t i = 0; i < kRows; ++i) add(again, i, static_cast<double>(i));
  const auto bins = packed(again);
  EXPECT_EQ(bins.rows, 977u);
  EXPECT_EQ(bins.at(0, kBinRows), 1024);
  EXPECT_EQ(bins.count(976, kBinSteps), 10 * (kRows - 1));
}

TEST(Series, KnowsTheLastOfABin) {
  Series series = of<Rule::mean, Rule::last>();
  for (std::int64_t i = 0; i < 3 * kMost; ++i) {
    const auto x = static_cast<double>(i);
    series.add({i, i, 0}, std::array{x, x});
  }
  const auto bins = packed(series);
  ASSERT_EQ(bins.rows, 768u);
  EXPECT_EQ(bins.at(0, kMean), 1.5f);
  EXPECT_EQ(bins.at(0, kMean + 1), 3);
}

TEST(Series, LeavesOutWhatIsNoNumberAndAddsErrorsInQuadrature) {
  Series series = of<Rule::mean, Rule::error, Rule::mean>();
  for (std::int64_t i = 0; i < 2 * kMost; ++i) {
    const double x = i % 2 == 0 ? NAN : 4;
    series.add({i, i, 0}, std::array<double, 3>{x, i % 2 == 0 ? 3.0 : 4.0, NAN});
  }
  const auto bins = packed(series);
  ASSERT_EQ(bins.rows, kMost);
  EXPECT_EQ(bins.at(0, kBinRows), 2);
  EXPECT_EQ(bins.at(0, kMean), 4);
  EXPECT_EQ(bins.at(0, kMean + 1), 2.5f);  // √(3² + 4²) / 2
  EXPECT_TRUE(std::isnan(bins.at(0, kMean + 2)));
}

TEST(Series, CountsAreExactInTwoNumbers) {
  for (const std::int64_t count :
       {std::int64_t{0}, std::int64_t{1} << 24, (std::int64_t{1} << 24) + 1,
        std::int64_t{99'999'999}, (std::int64_t{1} << 48) - 1}) {
    std::vector<float> columns;
    append_count(columns, count);
    const FrameSection section{1, 2, columns};
    EXPECT_EQ(section.count(0, 0), count);
  }
}

}  // namespace
}  // namespace acp
