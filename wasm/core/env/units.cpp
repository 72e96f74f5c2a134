#include "core/env/units.h"

#include <algorithm>

namespace acp {

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
