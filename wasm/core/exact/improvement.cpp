#include "core/exact/improvement.h"

#include <algorithm>

#include "core/env/linear_solve.h"

namespace acp {

using Eigen::MatrixXd;
using Eigen::VectorXd;

void RoundsConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Rounds";
  v.integer({.name = "rounds", .title = "rounds", .group = group, .help = "Of new data."}, rounds,
            {1, 200});
  v.integer({.name = "steps",
             .title = "gradient steps",
             .symbol = "k",
             .group = group,
             .help = "On one surrogate, before new data."},
            steps, {1, 1000, Scale::log});
  v.number({.name = "step_size",
            .title = "step size",
            .symbol = "\\eta",
            .group = group,
            .help = "Of each gradient step, in the logits."},
           step_size, {1e-4, 100, Scale::log});
  v.integer({.name = "window",
             .title = "policies that act",
             .symbol = "M",
             .group = group,
             .help = "The last so many, as a mixture; 0: all so far."},
            window, {0, 200});
  v.choice({.name = "mixture",
            .title = "mixture",
            .group = group,
            .help = "How several policies act together."},
           mixture, mixture_options());
}

std::vector<Round> improve(const FiniteMdp& mdp, const SharedLogits& shared, MatrixXd& theta,
                           const RoundsConfig& config) {
  std::vector<TabularPolicy> past{shared.policy(theta)};
  const double j = return_of(mdp, past.back());
  std::vector<Round> rounds{{j, j, j, past.back()}};
  for (int i = 0; i < config.rounds; ++i) {
    const std::size_t all = past.size(), window = static_cast<std::size_t>(config.window);
    const std::size_t count = window == 0 ? all : std::min(window, all);
    const MixtureSurrogate surrogate(mdp, std::span(past).last(count), config.mixture);
    for (int k = 0; k < config.steps; ++k) {
      theta += config.step_size * shared.gathered(surrogate.gradient(shared.policy(theta)));
    }
    past.push_back(shared.policy(theta));
    rounds.push_back(
        {return_of(mdp, past.back()), surrogate.value(past.back()), surrogate.j(), past.back()});
  }
  return rounds;
}

void PathConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Path";
  static constexpr Option methods[] = {
      {"gradient", "policy gradient", "Steepest ascent in the logits."},
      {"natural", "natural gradient", "However the policy is parameterised."},
      {"policy_iteration", "policy iteration", "To the greedy policy in one step."},
      {"actor_critic", "actor-critic", "With a critic that follows one step behind another."}};
  v.choice({.name = "method", .title = "method", .group = group, .help = "How it climbs."}, method,
           methods);
  v.choice({.name = "weighting",
            .title = "states",
            .group = group,
            .help = "Over which states the gradient is taken.",
            .when = "method=gradient|method=natural"},
           weighting, weighting_options());
  v.integer({.name = "steps", .title = "steps", .group = group, .help = "Of the path."}, steps,
            {1, 2000, Scale::log});
  v.number({.name = "step_size",
            .title = "step size",
            .symbol = "\\eta",
            .group = group,
            .help = "Of each step, in the logits."},
           step_size, {1e-4, 100, Scale::log});
  v.number({.name = "critic_step_size",
            .title = "critic step size",
            .symbol = "\\eta_V",
            .group = group,
            .help = "Share of the way to its target.",
            .when = "method=actor_critic"},
           critic_step_size, {1e-3, 1, Scale::log});
}

std::vector<TabularPolicy> ascend(const FiniteMdp& mdp, const SharedLogits& shared, MatrixXd theta,
                                  const TabularPolicy& mu, const PathConfig& config) {
  std::vector<TabularPolicy> path{shared.policy(theta)};
  VectorXd critic = VectorXd::Zero(mdp.states());
  for (int i = 0; i < config.steps; ++i) {
    const TabularPolicy& pi = path.back();
    if (config.method == Ascent::actor_critic) {
      const MatrixXd Q = action_values(mdp, critic);
      const VectorXd d = occupancy(mdp, pi, mdp.rho);
      critic += config.critic_step_size * (row_sums(pi.cwiseProduct(Q)) - critic);
      theta += config.step_size * shared.gathered(logit_gradient(pi, d, Q));
      path.push_back(shared.policy(theta));
      continue;
    }
    const TabularValues values = values_of(mdp, pi);
    const VectorXd weights = state_weights(mdp, pi, mu, config.weighting);
    if (config.method == Ascent::policy_iteration) {
      path.push_back(greedy_policy(shared, weights, values));
      continue;
    }
    theta += config.step_size * (config.method == Ascent::natural
                                     ? natural_gradient(shared, weights, values)
                                     : shared.gathered(logit_gradient(pi, weights, values.Q)));
    path.push_back(shared.policy(theta));
  }
  return path;
}

}  // namespace acp
