#pragma once

#include <vector>

#include "core/exact/line.h"
#include "core/exact/mixture.h"
#include "core/exact/process.h"

namespace acp {

/// Rounds of k gradient steps on the surrogate, after each of which the policy acts itself.
struct RoundsConfig final : Config {
  int rounds = 20;
  int steps = 10;
  double step_size = 1;
  int window = 1;
  Mixture mixture = Mixture::episode;

  void visit(ParameterVisitor& visitor) override;
};

struct Round {
  double j;          ///< of the policy at the end of the round
  double surrogate;  ///< what was promised of it
  double behaviour;  ///< the return of the mixture that acted
  TabularPolicy policy;
};
/// The first is the beginning, without a step. `theta` ends where the last round did.
std::vector<Round> improve(const FiniteMdp& mdp, const SharedLogits& shared, Eigen::MatrixXd& theta,
                           const RoundsConfig& config);

/// How a path climbs.
enum class Ascent { gradient, natural, policy_iteration, actor_critic };

/// A path of policies, step by step, with exact gradients.
struct PathConfig final : Config {
  Ascent method = Ascent::gradient;
  Weighting weighting = Weighting::discounted;
  int steps = 200;
  double step_size = 1;
  double critic_step_size = 0.1;

  void visit(ParameterVisitor& visitor) override;
};

/// `steps` + 1 policies from softmax(theta); `mu` has collected the states where the weighting
/// asks. The actor-critic's critic begins at V = 0 and moves towards r + gamma P V at each step.
std::vector<TabularPolicy> ascend(const FiniteMdp& mdp, const SharedLogits& shared,
                                  Eigen::MatrixXd theta, const TabularPolicy& mu,
                                  const PathConfig& config);

}  // namespace acp
