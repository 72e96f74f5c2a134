#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/scalar.h"

/// Targets of temporal-difference learning, as pure functions. A subscript t marks what follows
/// the action, tm1 what precedes it. `discount_t` is gamma, or 0 where s_t is terminal; a time
/// limit does not make it 0 (Pardo et al., 2018).
namespace acp {

/// Deterministic actor-critic target (Lillicrap et al., 2016, eq. 4): r_t + discount_t q_t.
inline Scalar td_target(Scalar r_t, Scalar discount_t, Scalar q_t) {
  return r_t + discount_t * q_t;
}

/// Q-learning target (Mnih et al., 2015): r_t + discount_t max_b q_t(b).
inline Scalar q_learning_target(Scalar r_t, Scalar discount_t, std::span<const Scalar> q_t) {
  return td_target(r_t, discount_t, *std::max_element(q_t.begin(), q_t.end()));
}

/// Expected SARSA target (van Seijen et al., 2009) of an epsilon-greedy policy:
/// r_t + discount_t ((1 - epsilon) max_b q_t(b) + epsilon mean_b q_t(b)).
inline Scalar expected_sarsa_target(Scalar r_t, Scalar discount_t, std::span<const Scalar> q_t,
                                    Scalar epsilon) {
  Scalar mean = 0;
  for (const Scalar q : q_t) mean += q / static_cast<Scalar>(q_t.size());
  const Scalar best = *std::max_element(q_t.begin(), q_t.end());
  return td_target(r_t, discount_t, (1 - epsilon) * best + epsilon * mean);
}

/// Double Q-learning target (van Hasselt et al., 2016, eq. 4), of values that another network
/// chooses from: r_t + discount_t q_t_value(argmax_b q_t_selector(b)), the first b of equals.
inline Scalar double_q_target(Scalar r_t, Scalar discount_t, std::span<const Scalar> q_t_value,
                              std::span<const Scalar> q_t_selector) {
  const auto best = std::max_element(q_t_selector.begin(), q_t_selector.end());
  return td_target(r_t, discount_t,
                   q_t_value[static_cast<std::size_t>(best - q_t_selector.begin())]);
}

/// Where TD3 values s_t (Fujimoto et al., 2018, section 5.3), so that nearby actions have nearby
/// values: a_t + clip(noise_t, -clip, clip), within [-1, 1].
inline Scalar smoothed_action(Scalar a_t, Scalar noise_t, Scalar clip) {
  return std::clamp(a_t + std::clamp(noise_t, -clip, clip), Scalar(-1), Scalar(1));
}

/// Soft actor-critic target (Haarnoja et al., 2018, eq. 3): r_t + discount_t (q_t - alpha log pi),
/// with q_t = Q(s_t, a_t), a_t fresh from the current policy, log_prob_t = log pi(a_t|s_t).
inline Scalar soft_td_target(Scalar r_t, Scalar discount_t, Scalar q_t, Scalar alpha,
                             Scalar log_prob_t) {
  return r_t + discount_t * (q_t - alpha * log_prob_t);
}

/// Consecutive steps of one environment, one number each; an episode may end anywhere within.
struct Trajectory {
  std::span<const Scalar> reward;      ///< r_t
  std::span<const Scalar> value;       ///< V(s_{t-1})
  std::span<const Scalar> next_value;  ///< V(s_t) of the true s_t, never of the reset one
  std::span<const std::uint8_t> terminated;
  std::span<const std::uint8_t> truncated;

  /// Whether the episode ends with this step.
  bool ends(std::size_t t) const { return terminated[t] != 0 || truncated[t] != 0; }
  /// What follows s_t: its value, or 0 where it is terminal.
  Scalar bootstrap(std::size_t t) const { return terminated[t] != 0 ? 0 : next_value[t]; }
};

/// n-step returns (Sutton and Barto, 2018, eq. 7.1), one per step:
///     G = r_t + gamma r_{t+1} + ... + gamma^{k-1} r_{t+k-1} + gamma^k V(s_{t+k-1}),
/// with k = n >= 1, or fewer where the episode or the trajectory ends first. A larger n trusts V
/// less: the bias falls, the variance grows.
void n_step_returns(const Trajectory& trajectory, Scalar gamma, int n, std::span<Scalar> out);

/// Generalised advantages (Schulman et al., 2016, eq. 16), one per step, A = 0 beyond an end:
///     A_t = delta_t + gamma lambda A_{t+1},   delta_t = r_t + gamma V(s_t) - V(s_{t-1}).
/// lambda = 0 gives delta_t, lambda = 1 the full return minus V(s_{t-1}).
void generalised_advantages(const Trajectory& trajectory, Scalar gamma, Scalar lambda,
                            std::span<Scalar> out);

}  // namespace acp
