#pragma once

#include <span>
#include <string_view>

#include <Eigen/Core>

namespace acp {

/// Values of each state of an environment, exactly. NaN where nobody acts, and everywhere where
/// they are not finite.
struct TableValues {
  Eigen::VectorXd policy;  ///< V of the policy
  Eigen::VectorXd best;    ///< V of the best one
};

/// What a policy is worth in the environment of a run's configuration, with the discount of its
/// algorithm and in its scale of rewards. `policy` has a row of probabilities for each state;
/// `alpha` weighs the entropy of later choices, which is then part of both values. Throws
/// `std::invalid_argument`.
TableValues table_values(std::string_view config, std::span<const double> policy, double alpha);

}  // namespace acp
