#pragma once

#include <cmath>
#include <cstdint>

#include "core/base/archive.h"

namespace acp {

/// Running mean and variance (Welford, 1962), in double.
class Moments {
 public:
  void add(double x) {
    ++count_;
    const double delta = x - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (x - mean_);
  }
  void clear() { *this = {}; }

  std::int64_t count() const { return count_; }
  double mean() const { return count_ > 0 ? mean_ : NAN; }
  /// Unbiased; NaN below two numbers.
  double variance() const { return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : NAN; }
  double standard_deviation() const { return std::sqrt(variance()); }
  double standard_error() const { return std::sqrt(variance() / static_cast<double>(count_)); }

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("count", count_, kCount), checked("mean", mean_, kOverflowing),
            checked("squares", squares_, kOverflowing));
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

}  // namespace acp
