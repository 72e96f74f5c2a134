#include "core/env/linear_solve.h"

#include <cmath>

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// y += a x, number by number: the time goes here, and as an expression it takes many times as long
/// where the core is compiled to be small.
void add(double a, const double* x, Index size, double* y) {
  for (const double* end = x + size; x != end; ++x, ++y) *y += a * *x;
}

}  // namespace

double dot(const VectorXd& x, const VectorXd& y) {
  double sum = 0;
  for (Index i = 0; i < x.size(); ++i) sum += x(i) * y(i);
  return sum;
}

VectorXd row_sums(const MatrixXd& X) {
  VectorXd sums = VectorXd::Zero(X.rows());
  for (Index j = 0; j < X.cols(); ++j) sums += X.col(j);
  return sums;
}

MatrixXd product(const MatrixXd& A, const MatrixXd& B) {
  MatrixXd C = MatrixXd::Zero(A.rows(), B.cols());
  for (Index j = 0; j < B.cols(); ++j) {
    for (Index k = 0; k < A.cols(); ++k) {
      add(B(k, j), A.data() + k * A.rows(), A.rows(), C.data() + j * C.rows());
    }
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
    const Index below = n - k - 1;
    const VectorXd factors = A.col(k).tail(below) / A(k, k);
    const auto eliminate = [&](MatrixXd& X, Index j) {
      add(-X(k, j), factors.data(), below, X.data() + j * n + k + 1);
    };
    for (Index j = k + 1; j < n; ++j) eliminate(A, j);
    for (Index j = 0; j < B.cols(); ++j) eliminate(B, j);
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
