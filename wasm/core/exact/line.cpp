#include "core/exact/line.h"

#include <cmath>

#include "core/env/linear_solve.h"

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::span<const Option> direction_options() {
  static constexpr Option options[] = {
      {"gradient", "gradient", "Steepest ascent in the logits."},
      {"natural", "natural gradient",
       "Steepest ascent by how far the policy moves, however it is parameterised."},
      {"policy_iteration", "policy iteration",
       "Towards the greedy policy, mixed with the old one."},
      {"drawn", "drawn", "By hand, in the logits."}};
  return options;
}

Line Line::of_logits(const SharedLogits& shared, MatrixXd theta, const MatrixXd& direction) {
  const double norm = std::sqrt(dot(direction.reshaped().matrix(), direction.reshaped().matrix()));
  Line line;
  line.logits_ = Logits{&shared, std::move(theta), direction / (norm > 0 ? norm : 1)};
  return line;
}

Line Line::between(TabularPolicy from, TabularPolicy to) {
  Line line;
  line.from_ = std::move(from);
  line.to_ = std::move(to);
  return line;
}

TabularPolicy Line::at(double eta) const {
  if (const auto theta = theta_at(eta)) return logits_->shared->policy(*theta);
  return (1 - eta) * from_ + eta * to_;
}

std::optional<MatrixXd> Line::theta_at(double eta) const {
  if (!logits_) return std::nullopt;
  return logits_->theta + eta * logits_->direction;
}

double Line::end() const { return logits_ ? INFINITY : 1; }

TabularPolicy greedy_policy(const SharedLogits& shared, const VectorXd& weights,
                            const TabularValues& values) {
  const MatrixXd A = shared.spread(
      shared.gathered(weights.asDiagonal() * (values.Q.colwise() - values.V).matrix()));
  TabularPolicy greedy = TabularPolicy::Zero(A.rows(), A.cols());
  for (Index s = 0; s < A.rows(); ++s) {
    Index best = 0;
    A.row(s).maxCoeff(&best);
    greedy(s, best) = 1;
  }
  return greedy;
}

}  // namespace acp
