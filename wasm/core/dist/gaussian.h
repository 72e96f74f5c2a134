// Diagonal Gaussian policy, squashed by tanh or not. With eps ~ N(0, I):
//
//     u = mu + sigma eps,   a = tanh(u)  (or a = u)
//     log pi(a) = sum_i -eps_i^2 / 2 - log sigma_i - log(2 pi) / 2
//                       - 2 (log 2 - u_i - softplus(-2 u_i))
//
// The last term is log(1 - tanh^2 u), exact for every u (Haarnoja et al., 2018, appendix C, in
// the stable form); it is absent without tanh. Actions are in normalised units, [-1, 1].
#pragma once

#include <algorithm>

#include "core/base/math.h"
#include "core/base/matrix.h"
#include "core/base/random.h"

namespace acp {

enum class Squash { none, tanh };

/// log sigma is clamped to this range, as in Haarnoja's code; the gradient is 0 outside.
inline constexpr Scalar kLogSigmaMin = -20;
inline constexpr Scalar kLogSigmaMax = 2;

inline bool inside_clamp(Scalar log_sigma) {
  return log_sigma >= kLogSigmaMin && log_sigma <= kLogSigmaMax;
}
template <class T>
T clamped_log_sigma(T log_sigma) {
  return std::clamp(log_sigma, T(kLogSigmaMin), T(kLogSigmaMax));
}

/// A policy head: one column phi = (mu_1, ..., mu_d, log sigma_1, ..., log sigma_d) per state.
struct GaussianHead {
  const Matrix& phi;  ///< [2d x states]
  Squash squash = Squash::tanh;
  int action_size() const { return phi.rows() / 2; }
  int states() const { return phi.cols(); }
};

/// Actions drawn from a head, `per_state` for each state: column k * states + b is the k-th action
/// in state b. `noise` is what the caller draws; the rest follows from it.
struct ActionSamples {
  ActionSamples(int action_size, int states, int per_state)
      : noise(action_size, states * per_state),
        pre_squash(action_size, states * per_state),
        action(action_size, states * per_state),
        sigma(action_size, states),
        log_prob(static_cast<std::size_t>(states * per_state)) {}

  int count() const { return noise.cols(); }
  int per_state() const { return noise.cols() / sigma.cols(); }
  /// Mean of log pi over all samples: minus the entropy, estimated.
  double mean_log_prob() const;

  Matrix noise;       ///< eps [d x n], standard normal
  Matrix pre_squash;  ///< u [d x n]
  Matrix action;      ///< a [d x n]
  Matrix sigma;       ///< [d x states]
  Buffer log_prob;    ///< log pi(a|s) [n]
};

/// Fills `noise` with independent standard normal numbers.
void draw_noise(Rng& rng, Matrix& noise);

/// -log N(u; mu, sigma^2) of one coordinate, for u = mu + sigma eps.
template <class V>
inline V gaussian_cost(V eps, V log_sigma) {
  return Scalar(0.5) * (eps * eps) + log_sigma + Scalar(0.5 * math::kLog2Pi);
}
/// log(1 - tanh^2 u), which squashing subtracts from log pi.
template <class V>
inline V squash_cost(V u) {
  return 2 * (Scalar(math::kLog2) - u - math::softplus(V(-2 * u)));
}

/// Fills everything but the noise.
void sample(const GaussianHead& head, ActionSamples& samples);

/// The deterministic action of each state: tanh(mu), or mu.
void mode(const GaussianHead& head, Matrix& action);

}  // namespace acp
