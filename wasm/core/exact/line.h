#pragma once

#include <optional>
#include <span>

#include "core/exact/shared_logits.h"
#include "core/exact/state_weights.h"
#include "core/exact/surrogate.h"

namespace acp {

/// Where to move from a policy.
enum class Direction { gradient, natural, policy_iteration, drawn };
std::span<const Option> direction_options();

/// Policies along a direction. Logits are theta + eta g / |g|; a policy-iteration step mixes pi
/// with the greedy policy g, (1 - eta) pi + eta g.
class Line {
 public:
  /// Along `direction`, in the logits.
  static Line of_logits(const SharedLogits& shared, Eigen::MatrixXd theta,
                        const Eigen::MatrixXd& direction);
  /// From one policy to another.
  static Line between(TabularPolicy from, TabularPolicy to);

  TabularPolicy at(double eta) const;
  /// The logits there; none where it mixes policies.
  std::optional<Eigen::MatrixXd> theta_at(double eta) const;
  /// The largest eta there is: 1 where it mixes policies.
  double end() const;

 private:
  struct Logits {
    const SharedLogits* shared;
    Eigen::MatrixXd theta, direction;
  };
  Line() = default;
  std::optional<Logits> logits_;
  TabularPolicy from_, to_;
};

/// The greedy policy for the advantages, each row of logits having one action for all its states:
/// that of the largest sum_s w(s) A(s, a), the first of equals.
TabularPolicy greedy_policy(const SharedLogits& shared, const Eigen::VectorXd& weights,
                            const TabularValues& values);

}  // namespace acp
