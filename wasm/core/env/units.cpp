#include "core/env/units.h"

#include <algorithm>

namespace acp {

Matrix indicators(const EnvironmentInfo& info, const ObservationScale& scale) {
  Matrix seen(static_cast<int>(info.observation.size()), info.states);
  for (int j = 0; j < seen.cols(); ++j) {
    for (int i = 0; i < seen.rows(); ++i) {
      seen(i, j) =
          static_cast<Scalar>(scale.to_network(static_cast<std::size_t>(i), i == j ? 1 : 0));
    }
  }
  return seen;
}

void Observer::observe(const Environment& environment, Scalar* column) {
  environment.observe(observed_);
  for (std::size_t i = 0; i < observed_.size(); ++i) {
    column[i] = static_cast<Scalar>(scale_.to_network(i, observed_[i]));
  }
}

void ActionScale::to_environment(const Scalar* action, std::span<double> applied) const {
  for (std::size_t i = 0; i < applied.size(); ++i) {
    const auto a = static_cast<double>(action[i]);
    applied[i] = to_environment(i, space_->discrete ? a : std::clamp(a, -1.0, 1.0));
  }
}

}  // namespace acp
