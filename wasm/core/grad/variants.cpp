#include "core/grad/variants.h"

#include <algorithm>

#include "core/base/math.h"

namespace acp {

Scalar clamped_log_sigma(const GaussianHead& head, int i, int b) {
  return clamped_log_sigma(head.phi(head.action_size() + i, b));
}

void Variants::set(const GaussianHead& head, const ActionSamples& from, int v, int j, int i,
                   Scalar eps, Scalar log_sigma, Scalar u) {
  const int column = v * samples_ + j;
  std::copy_n(from.action.col(j), from.action.rows(), action_.col(column));
  const Scalar before = clamped_log_sigma(head, i, j % head.states());
  Scalar log_prob = from.log_prob[static_cast<std::size_t>(j)] +
                    gaussian_cost(from.noise(i, j), before) - gaussian_cost(eps, log_sigma);
  if (head.squash == Squash::tanh) {
    log_prob += squash_cost(from.pre_squash(i, j)) - squash_cost(u);
    action_(i, column) = math::tanh(u);
  } else {
    action_(i, column) = u;
  }
  log_prob_[static_cast<std::size_t>(column)] = log_prob;
}

void Variants::evaluate(ActionObjective& objective, Scalar alpha) {
  objective.value(action_, value_);
  for (std::size_t k = 0; k < value_.size(); ++k) value_[k] -= alpha * log_prob_[k];
}

}  // namespace acp
