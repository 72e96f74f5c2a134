#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/matrix.h"

namespace acp {

/// Mean and sums of products of deviations of vectors, in double; of the products of different
/// coordinates only if `full`. Parts are merged after Chan et al. (1979).
class VectorMoments {
 public:
  VectorMoments(int size, bool full);

  /// Takes in columns [first, last).
  void add(const Matrix& columns, int first, int last);
  void merge(const VectorMoments& other);
  void clear();

  std::int64_t count() const { return count_; }
  int size() const { return static_cast<int>(mean_.size()); }
  bool full() const { return full_; }
  double bytes() const {
    return sizeof(double) * static_cast<double>(mean_.size() + products_.size() + block_.size());
  }
  const std::vector<double>& mean() const { return mean_; }
  /// Unbiased; needs two vectors, and `full` for different coordinates.
  double covariance(int i, int j) const;
  double variance(int i) const { return covariance(i, i); }
  /// The trace of the covariance.
  double total_variance() const;

 private:
  std::size_t place(int i, int j) const;
  /// Of coordinate `i` with those before it, which were added last, from place `at` on.
  void add_products(std::size_t i, double scaled, double deviation, std::size_t& at);

  bool full_;
  std::int64_t count_ = 0;
  std::vector<double> mean_;
  std::vector<double> products_;  ///< lower triangle row by row, or the diagonal
  std::vector<double> block_;     ///< deviations of one column, if `full`
};

/// What many estimates of a gradient say about their estimator, against a reference if there is
/// one; NaN where that does not make sense.
struct GradientStatistics {
  double total_variance;
  double bias_squared;  ///< without what the noise of the mean adds; may come out below 0
  double mean_squared_error;
  double snr;     ///< |mean|^2, without what its noise adds, / total variance; likewise
  double cosine;  ///< of the mean to the reference
};
GradientStatistics statistics_of(const VectorMoments& moments, std::span<const double> reference);

/// Moments in groups, so that everything has a standard error: that of the delete-a-group
/// jackknife.
class GroupedMoments {
 public:
  /// Estimates in a row that go to one group, after which the next one has its turn.
  static constexpr int kBlock = 8;

  GroupedMoments(int size, bool full, int groups);

  /// Takes in columns [first, last); the same sequence gives the same result however it is cut into
  /// calls.
  void add(const Matrix& columns, int first, int last);

  VectorMoments all() const;
  std::int64_t count() const { return count_; }
  double bytes() const { return static_cast<double>(groups_.size()) * groups_[0].bytes(); }
  /// Standard errors of `statistics_of`, and of the variance of each coordinate.
  struct Errors {
    GradientStatistics statistics;
    std::vector<double> variance;
  };
  Errors errors(std::span<const double> reference) const;

 private:
  std::vector<VectorMoments> groups_;
  std::int64_t count_ = 0;
};

}  // namespace acp
