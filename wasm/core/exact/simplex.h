#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "core/base/parameters.h"

namespace acp {

/// How logits of a bandit's policy ascend.
enum class BanditAscent { gradient, natural, entropy };

/// J = sum_a pi(a) r(a) for pi = softmax(logits).
double bandit_return(const Eigen::VectorXd& pi, const Eigen::VectorXd& r);
/// The direction in the logits; `tau` weighs the entropy.
Eigen::VectorXd bandit_direction(const Eigen::VectorXd& pi, const Eigen::VectorXd& r,
                                 BanditAscent ascent, double tau);
/// Where the policy moves when its logits move along `direction`.
Eigen::VectorXd policy_velocity(const Eigen::VectorXd& pi, const Eigen::VectorXd& direction);
/// The constant b of least variance of the sampled direction: (r(a) - b) (e_a - pi), or for the
/// natural gradient (r(a) - b) / pi(a) e_a.
double least_variance_baseline(const Eigen::VectorXd& pi, const Eigen::VectorXd& r, bool natural);

/// The trace of the covariance of one sampled direction with the baseline b, without what moves all
/// logits alike.
double sampled_variance(const Eigen::VectorXd& pi, const Eigen::VectorXd& r, double b,
                        bool natural);

/// A bandit with three arms in the plane of its policies.
struct SimplexConfig final : Config {
  double r[3] = {1, 0.7, 0};
  double theta[3] = {0, 3, 5};
  BanditAscent ascent = BanditAscent::gradient;
  double tau = 0.1;
  double offset = 0;
  double step_size = 0.5;
  int steps = 200;
  int paths = 8;
  int runs = 200;
  int resolution = 12;
  int seed = 1;

  void visit(ParameterVisitor& visitor) override;
};

/// The policy, its gradient, the vector field, the exact path and sampled ones, and where many of
/// them end with this offset of the baseline and with its opposite, as JSON (docs/boundary.md).
/// Throws `std::invalid_argument`.
std::string describe_simplex(std::string_view config);
/// The same of `simplex:offset=0.5,seed=2`; none where another process is named.
std::optional<std::string> describe_named_simplex(std::string_view process);

}  // namespace acp
