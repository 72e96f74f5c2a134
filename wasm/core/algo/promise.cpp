#include "core/algo/promise.h"

#include <algorithm>

namespace acp {

std::optional<double> Promise::follow(const Transition& step, const Terms& terms, double q) {
  const auto [gamma, alpha, log_pi] = terms;
  if (made_) {
    difference_ += discount_ * alpha * log_pi;
  } else {
    if (is_cut(step)) return std::nullopt;
    made_ = true;
    difference_ = q;
    discount_ = 1;
  }
  difference_ -= discount_ * (is_cut(step) ? q : static_cast<double>(step.reward));
  discount_ *= gamma;
  if (!step.terminated && !step.truncated) return std::nullopt;
  made_ = false;
  return difference_;
}

Overestimation::Overestimation(const CriticEnsemble& critics)
    : critics_(&critics),
      pass_(critics.mlp(), 1),
      input_(critics.mlp().inputs(), 1),
      q_(critics.mlp().outputs(), 1) {}

std::optional<double> Overestimation::follow(const Transition& step, const Promise::Terms& terms) {
  return promise_.follow(step, terms, promise_.needs_q(step) ? q(step) : 0);
}

double Overestimation::q(const Transition& step) {
  const auto observed = std::copy(step.observation.begin(), step.observation.end(), input_.col(0));
  const bool of_choices = critics_->mlp().inputs() == static_cast<int>(step.observation.size());
  if (!of_choices) std::copy(step.action.begin(), step.action.end(), observed);
  critics_->values(pass_, input_, q_);
  return q_(of_choices ? static_cast<int>(step.action[0]) : 0, 0);
}

}  // namespace acp
