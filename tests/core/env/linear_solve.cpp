#include "core/env/linear_solve.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace acp {
namespace {

using Eigen::MatrixXd;

MatrixXd random_matrix(Rng& rng, int rows, int columns) {
  MatrixXd X(rows, columns);
  for (double& x : X.reshaped()) x = rng.uniform(-1, 1);
  return X;
}

TEST(LinearSolve, UndoesAProduct) {
  Rng rng(1, Stream::environment);
  for (int n : {1, 2, 5, 12}) {
    const MatrixXd A = random_matrix(rng, n, n), X = random_matrix(rng, n, 3);
    EXPECT_LT((solve(A, A * X) - X).cwiseAbs().maxCoeff(), 1e-10) << n;
  }
}

TEST(LinearSolve, NeedsNoPivotOnTheDiagonal) {
  const MatrixXd A{{0, 2, 0}, {0, 0, 4}, {5, 0, 0}}, B{{2}, {4}, {5}};
  EXPECT_EQ(solve(A, B), MatrixXd::Ones(3, 1));
}

TEST(LinearSolve, TellsWhatIsPositiveDefinite) {
  EXPECT_TRUE(is_positive_definite(MatrixXd{{2, 1}, {1, 2}}));
  EXPECT_FALSE(is_positive_definite(MatrixXd{{1, 2}, {2, 1}}));
  EXPECT_FALSE(is_positive_definite(MatrixXd{{1, 1}, {1, 1}}));
  Rng rng(2, Stream::environment);
  const MatrixXd X = random_matrix(rng, 6, 6);
  EXPECT_TRUE(is_positive_definite(X * X.transpose() + 1e-3 * MatrixXd::Identity(6, 6)));
  EXPECT_FALSE(is_positive_definite(X * X.transpose() - 10 * MatrixXd::Identity(6, 6)));
}

}  // namespace
}  // namespace acp
