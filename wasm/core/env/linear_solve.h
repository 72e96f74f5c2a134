#pragma once

#include <Eigen/Core>

namespace acp {

/// Linear algebra of the exact solutions, whose matrices are small and few: Eigen's blocked
/// products would be 9 %, its decompositions 4 % of what a page downloads of the core. Sums run
/// from first to last, so that the width of vectors does not show.

double dot(const Eigen::VectorXd& x, const Eigen::VectorXd& y);
Eigen::VectorXd row_sums(const Eigen::MatrixXd& X);
Eigen::MatrixXd product(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B);

/// X with A X = B, by elimination with partial pivoting.
Eigen::MatrixXd solve(Eigen::MatrixXd A, Eigen::MatrixXd B);

/// Of a symmetric matrix: whether all pivots are positive.
bool is_positive_definite(Eigen::MatrixXd X);

}  // namespace acp
