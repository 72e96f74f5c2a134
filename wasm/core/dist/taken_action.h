// Densities of actions that were taken, under policies that need not have taken them. Of a Gaussian
// through tanh, dimension by dimension:
//
//     |a| < 1 - kEdge     log pi(a) = log N(artanh a; mu, sigma^2) - log(1 - a^2)
//     a >= 1 - kEdge      log P(u >= artanh(1 - kEdge)),  u ~ N(mu, sigma^2); at the other end
//     alike
//
// Near a bound tanh cannot be undone in single precision, and one action does what another does:
// those within kEdge of it count as one, with the probability of them all.
#pragma once

#include <span>

#include "core/dist/gaussian.h"

namespace acp {

inline constexpr double kEdge = 1e-3;

/// log pi(a|s) of column j of `actions` in state j of a head through tanh, for as many as `out`
/// has.
void log_densities(const GaussianHead& head, const Matrix& actions, std::span<Scalar> out);

/// The same of the uniform distribution on [-1, 1] in each dimension.
Scalar uniform_log_density(std::span<const Scalar> action);

}  // namespace acp
