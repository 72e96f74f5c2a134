#pragma once

#include <algorithm>
#include <cmath>
#include <new>
#include <span>
#include <vector>

#include <Eigen/Core>

#include "core/base/scalar.h"

namespace acp {

/// Allocates whole cache lines, so that no vector lies across two.
template <class T>
struct CacheLines {
  using value_type = T;
  static constexpr std::align_val_t kSize{64};
  CacheLines() = default;
  template <class U>
  explicit CacheLines(const CacheLines<U>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kSize)); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, kSize); }
  bool operator==(const CacheLines&) const = default;
};

/// Contiguous numbers.
using Buffer = std::vector<Scalar, CacheLines<Scalar>>;

/// `rows` features by `cols` states, features contiguous. Each column is padded to whole packs;
/// padding is zero and stays zero through every kernel.
class Matrix {
 public:
  using Map =
      Eigen::Map<Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>, 0, Eigen::OuterStride<>>;
  using ConstMap = Eigen::Map<const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>, 0,
                              Eigen::OuterStride<>>;

  Matrix() = default;
  Matrix(int rows, int cols)
      : rows_(rows), cols_(cols), data_(static_cast<std::size_t>(padded(rows)) * cols) {}

  int rows() const { return rows_; }
  int cols() const { return cols_; }
  /// Numbers from one column to the next.
  int stride() const { return padded(rows_); }

  Scalar* col(int j) { return data_.data() + static_cast<std::size_t>(j) * stride(); }
  const Scalar* col(int j) const { return data_.data() + static_cast<std::size_t>(j) * stride(); }
  Scalar& operator()(int i, int j) { return col(j)[i]; }
  Scalar operator()(int i, int j) const { return col(j)[i]; }

  void set_zero() { std::fill(data_.begin(), data_.end(), Scalar(0)); }

  Map map() { return Map(data_.data(), rows_, cols_, Eigen::OuterStride<>(stride())); }
  ConstMap map() const {
    return ConstMap(data_.data(), rows_, cols_, Eigen::OuterStride<>(stride()));
  }

 private:
  int rows_ = 0;
  int cols_ = 0;
  Buffer data_;
};

inline bool all_finite(std::span<const Scalar> numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](Scalar x) { return std::isfinite(x); });
}

}  // namespace acp
