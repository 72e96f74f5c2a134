#pragma once

#include <Eigen/Core>

namespace acp {

/// X with A X = B, by elimination with partial pivoting. For the few small systems of the exact
/// solutions: Eigen's blocked decompositions would be 4 % of what a page downloads of the core.
Eigen::MatrixXd solve(Eigen::MatrixXd A, Eigen::MatrixXd B);

/// Of a symmetric matrix: whether all pivots are positive.
bool is_positive_definite(Eigen::MatrixXd X);

}  // namespace acp
