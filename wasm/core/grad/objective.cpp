#include "core/grad/objective.h"

namespace acp {

void QuadraticObjective::value(const Matrix& actions, std::span<Scalar> values) {
  for (int j = 0; j < actions.cols(); ++j) {
    Scalar sum = 0;
    for (int i = 0; i < actions.rows(); ++i) {
      const Scalar a = actions(i, j);
      sum += (q_ * a + c_) * a + f0_;
    }
    values[static_cast<std::size_t>(j)] = sum;
  }
}

void QuadraticObjective::value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                                            Matrix& gradient) {
  value(actions, values);
  for (int j = 0; j < actions.cols(); ++j) {
    for (int i = 0; i < actions.rows(); ++i) gradient(i, j) = 2 * q_ * actions(i, j) + c_;
  }
}

}  // namespace acp
