#include "core/base/matrix.h"

#include <gtest/gtest.h>

#include "support/matrices.h"

namespace acp {
namespace {

TEST(Matrix, StartsAtZeroAndPadsItsColumns) {
  for (int rows = 1; rows <= 9; ++rows) {
    Matrix m(rows, 3);
    EXPECT_EQ(m.rows(), rows);
    EXPECT_EQ(m.cols(), 3);
    EXPECT_EQ(m.stride(), padded(rows));
    EXPECT_EQ(m.col(2) - m.col(1), padded(rows));
    EXPECT_TRUE(m.map().isZero(0));
    EXPECT_TRUE(padding_is_zero(m));
  }
}

TEST(Matrix, MapShowsTheSameNumbers) {
  Rng rng(1, Stream::evaluation);
  Matrix m = random_matrix(5, 4, rng);
  const Matrix& constant = m;
  for (int j = 0; j < m.cols(); ++j) {
    for (int i = 0; i < m.rows(); ++i) {
      EXPECT_EQ(m.map()(i, j), m(i, j));
      EXPECT_EQ(constant.map()(i, j), constant(i, j));
    }
  }
  m.map()(4, 3) = 7;
  EXPECT_EQ(m.col(3)[4], 7);
  m.map().setConstant(1);
  EXPECT_TRUE(padding_is_zero(m));
  m.set_zero();
  EXPECT_TRUE(m.map().isZero(0));
}

TEST(Matrix, ColumnsAreAlignedForVectors) {
  const Matrix m(3, 2);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(m.col(0)) % (kPack * sizeof(float)), 0u);
}

}  // namespace
}  // namespace acp
