#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/session/frame.h"

namespace acp {

/// Rows of one kind since the run began, in at most `kMost` bins of equally many, the last one
/// apart: where there would be one more, neighbours merge in pairs. Bins follow from the rows
/// alone, whenever they are packed.
class Series {
 public:
  /// How a column of many rows becomes one number; NaN is no value.
  enum class Rule {
    mean,
    error,  ///< of the mean, where each value is an independent standard error
    lowest,
    highest,
    last
  };
  static constexpr std::size_t kMost = 1024;

  /// How far the run is.
  struct Time {
    std::int64_t environment_steps;
    std::int64_t updates;
    double seconds;
  };

  using RuleOf = Rule (*)(std::size_t column);

  Series(std::size_t columns, RuleOf rule_of) : columns_(columns), rule_of_(rule_of) {}

  /// `values` has a number for each column.
  void add(const Time& time, std::span<const double> values);
  /// Packs the bins that have changed since the last call (docs/boundary.md).
  void pack(FramePacker& packer, FramePacker::Section id);

 private:
  struct Bin {
    Time end;
    std::int64_t rows;
  };
  /// What a bin keeps of a column.
  struct Cell {
    double value;       ///< a sum, of squares for `error`; or an extreme
    std::int64_t rows;  ///< with a value
  };

  std::span<Cell> cells(std::size_t bin) {
    return std::span(cells_).subspan(bin * columns_, columns_);
  }
  void halve();
  static void merge(Rule rule, Cell& into, const Cell& other);
  static double reading(Rule rule, const Cell& cell);

  std::size_t columns_;
  RuleOf rule_of_;
  std::vector<Bin> bins_;
  std::vector<Cell> cells_;   ///< of the first bin, then of the next
  std::int64_t width_ = 1;    ///< rows of a full bin
  std::size_t unpacked_ = 0;  ///< the first bin that has changed
  std::vector<float> packed_;
};

}  // namespace acp
