#pragma once

#include <span>

#include "core/dist/gaussian.h"

namespace acp {

/// Each writes the gradient with respect to the policy head of
///
///     sum_j w_j log pi(a_j|s_j) + beta sum_j H(pi(.|s_j)),
///
/// to be maximised, over the states j that have a weight; the gradient in further states is 0.
/// Returns the sum of the entropies, in nats. `phi` [2d x states] is a GaussianHead without
/// squashing, `actions` [d x states] are unclipped.
double gaussian_score(const Matrix& phi, const Matrix& actions, std::span<const Scalar> weights,
                      Scalar beta, Matrix& gradient);

/// The same for `logits` [choices x states]; `actions` [1 x states] are indices of choices.
double categorical_score(const Matrix& logits, const Matrix& actions,
                         std::span<const Scalar> weights, Scalar beta, Matrix& gradient);

}  // namespace acp
