#pragma once

#include <span>

#include "core/base/matrix.h"

namespace acp {

/// f(s, a): what a policy gradient pushes uphill. A learned critic and an analytic function both
/// implement it. The states are the objective's own affair; column j of a batch of actions belongs
/// to state j modulo the number of states.
class ActionObjective {
 public:
  virtual ~ActionObjective() = default;

  /// f of each column of `actions` [d x n] into `values` [n].
  virtual void value(const Matrix& actions, std::span<Scalar> values) = 0;

  /// Also d f / d a into `gradient` [d x n].
  virtual void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                                  Matrix& gradient) = 0;
};

/// f(a) = sum_i q a_i^2 + c a_i + f0, in every state.
class QuadraticObjective final : public ActionObjective {
 public:
  QuadraticObjective(double q, double c, double f0)
      : q_(static_cast<Scalar>(q)), c_(static_cast<Scalar>(c)), f0_(static_cast<Scalar>(f0)) {}

  void value(const Matrix& actions, std::span<Scalar> values) override;
  void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                          Matrix& gradient) override;

 private:
  Scalar q_;
  Scalar c_;
  Scalar f0_;
};

}  // namespace acp
