#pragma once

#include <Eigen/Core>

#include "cli/fields.h"
#include "core/env/dynamic_programming.h"

/// Matrices and decision processes as fields of a probe.
namespace acp::cli {

inline constexpr double kRounding = 1e-9;  ///< that is forgiven in probabilities and covariances
inline constexpr double kLargestGamma = 1 - 1e-9;

Eigen::MatrixXd read_matrix(Fields& fields, const std::string& name, Eigen::Index rows,
                            Eigen::Index columns);

/// The length of an array, or of the rows of an array of arrays.
Eigen::Index length_of(Fields& fields, const std::string& name, bool of_rows, int most);

/// {P, R, gamma, rho}.
FiniteMdp read_mdp(Fields& fields);

/// Logits for each state, or "zeros".
Eigen::MatrixXd read_logits(Fields& fields, const std::string& name, const FiniteMdp& mdp);

Json json_of(const Eigen::VectorXd& x);
Json json_of(const Eigen::MatrixXd& X);

}  // namespace acp::cli
