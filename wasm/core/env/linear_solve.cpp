#include "core/env/linear_solve.h"

#include <cmath>

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd product(const MatrixXd& A, const MatrixXd& B) {
  MatrixXd C = MatrixXd::Zero(A.rows(), B.cols());
  for (Index j = 0; j < B.cols(); ++j) {
    for (Index k = 0; k < A.cols(); ++k) C.col(j) += B(k, j) * A.col(k);
  }
  return C;
}

MatrixXd solve(MatrixXd A, MatrixXd B) {
  const Index n = A.rows();
  for (Index k = 0; k < n; ++k) {
    Index pivot = k;
    for (Index i = k + 1; i < n; ++i) {
      if (std::abs(A(i, k)) > std::abs(A(pivot, k))) pivot = i;
    }
    A.row(k).swap(A.row(pivot));
    B.row(k).swap(B.row(pivot));
    for (Index i = k + 1; i < n; ++i) {
      const double factor = A(i, k) / A(k, k);
      A.row(i) -= factor * A.row(k);
      B.row(i) -= factor * B.row(k);
    }
  }
  for (Index k = n - 1; k >= 0; --k) {
    for (Index i = k + 1; i < n; ++i) B.row(k) -= A(k, i) * B.row(i);
    B.row(k) /= A(k, k);
  }
  return B;
}

bool is_positive_definite(MatrixXd X) {
  for (Index k = 0; k < X.rows(); ++k) {
    if (!(X(k, k) > 0)) return false;
    for (Index i = k + 1; i < X.rows(); ++i) X.row(i) -= X(i, k) / X(k, k) * X.row(k);
  }
  return true;
}

}  // namespace acp
