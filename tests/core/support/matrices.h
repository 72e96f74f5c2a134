#pragma once

#include <algorithm>
#include <cstring>
#include <span>
#include <type_traits>

#include "core/base/matrix.h"
#include "core/base/random.h"

namespace acp {

inline std::span<Scalar> column(Matrix& m, int j) {
  return {m.col(j), static_cast<std::size_t>(m.rows())};
}
inline std::span<const Scalar> column(const Matrix& m, int j) {
  return {m.col(j), static_cast<std::size_t>(m.rows())};
}

/// Uniform in [-scale, scale); padding stays zero.
inline Matrix random_matrix(int rows, int cols, Rng& rng, double scale = 1) {
  Matrix m(rows, cols);
  for (int j = 0; j < cols; ++j) {
    for (Scalar& x : column(m, j)) x = static_cast<Scalar>(rng.uniform(-scale, scale));
  }
  return m;
}

inline Buffer random_buffer(std::size_t size, Rng& rng, double scale = 1) {
  Buffer buffer(size);
  for (Scalar& x : buffer) x = static_cast<Scalar>(rng.uniform(-scale, scale));
  return buffer;
}

/// `cols` columns, each (mu, log sigma): a head of one action dimension.
inline Matrix constant_head(double mu, double log_sigma, int cols) {
  Matrix phi(2, cols);
  for (int j = 0; j < cols; ++j) {
    phi(0, j) = static_cast<Scalar>(mu);
    phi(1, j) = static_cast<Scalar>(log_sigma);
  }
  return phi;
}

inline bool padding_is_zero(const Matrix& m) {
  for (int j = 0; j < m.cols(); ++j) {
    for (int i = m.rows(); i < m.stride(); ++i) {
      if (m.col(j)[i] != 0) return false;
    }
  }
  return true;
}

/// Equal down to the sign of zeros and the payload of NaN.
template <class T>
requires std::is_arithmetic_v<T>
bool same_bits(T a, T b) { return std::memcmp(&a, &b, sizeof(T)) == 0; }
inline bool same_bits(std::span<const Scalar> a, std::span<const Scalar> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_bits<Scalar>);
}

}  // namespace acp
