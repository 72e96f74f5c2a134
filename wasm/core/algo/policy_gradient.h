#pragma once

#include <cmath>

#include "core/base/matrix.h"

namespace acp {

/// Turns the gradient of an objective in each state [head x states] into that of the loss that Adam
/// minimises, minus the mean over states. Returns the root mean square of the objective's gradient.
inline double to_mean_loss(Matrix& gradient) {
  double squares = 0;
  const Scalar scale = Scalar(-1) / static_cast<Scalar>(gradient.cols());
  for (int j = 0; j < gradient.cols(); ++j) {
    for (int i = 0; i < gradient.rows(); ++i) {
      Scalar& g = gradient(i, j);
      squares += static_cast<double>(g) * static_cast<double>(g);
      g *= scale;
    }
  }
  return std::sqrt(squares / gradient.cols());
}

}  // namespace acp
