// Score of a policy head at actions already taken (Williams, 1992), and its entropy H:
//
//     Gaussian, z = (a - mu) / sigma:   d log pi / d mu = z / sigma
//                                       d log pi / d log sigma = z^2 - 1
//                                       H = sum_i log sigma_i + log(2 pi e) / 2
//     categorical, pi = softmax(z):     d log pi(a) / d z_k = [k = a] - pi_k
//                                       d H / d z_k = -pi_k (log pi_k + H)
//
// Weighted by G - b(s), its mean is the policy gradient; unbiased if b does not depend on a. The
// density must be that of the action as drawn: that of the clipped one is not this policy's.
#include "core/grad/score.h"

#include <cassert>

#include "core/base/math.h"
#include "core/dist/categorical.h"

namespace acp {

double gaussian_score(const Matrix& phi, const Matrix& actions, std::span<const Scalar> weights,
                      Scalar beta, Matrix& gradient) {
  assert(static_cast<int>(weights.size()) <= phi.cols());
  const int d = actions.rows();
  double entropies = 0;
  gradient.set_zero();
  for (std::size_t state = 0; state < weights.size(); ++state) {
    const int j = static_cast<int>(state);
    const Scalar w = weights[state];
    for (int i = 0; i < d; ++i) {
      const Scalar log_sigma = clamped_log_sigma(phi(d + i, j));
      const Scalar sigma = math::exp(log_sigma);
      const Scalar z = (actions(i, j) - phi(i, j)) / sigma;
      gradient(i, j) = w * z / sigma;
      if (inside_clamp(phi(d + i, j))) gradient(d + i, j) = w * (z * z - 1) + beta;
      entropies += static_cast<double>(log_sigma) + 0.5 * (math::kLog2Pi + 1);
    }
  }
  return entropies;
}

double categorical_score(const Matrix& logits, const Matrix& actions,
                         std::span<const Scalar> weights, Scalar beta, Matrix& gradient) {
  assert(static_cast<int>(weights.size()) <= logits.cols());
  const auto choices = static_cast<std::size_t>(logits.rows());
  double entropies = 0;
  gradient.set_zero();
  for (std::size_t state = 0; state < weights.size(); ++state) {
    const int j = static_cast<int>(state);
    const Scalar w = weights[state];
    const std::span column(gradient.col(j), choices);
    log_softmax({logits.col(j), choices}, column);
    const Scalar h = entropy(column);
    for (Scalar& g : column) {
      const Scalar log_p = g;
      g = -math::exp(log_p) * (w + beta * (log_p + h));
    }
    gradient(static_cast<int>(actions(0, j)), j) += w;
    entropies += static_cast<double>(h);
  }
  return entropies;
}

}  // namespace acp
