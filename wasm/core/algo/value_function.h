#pragma once

#include <span>

#include "core/algo/settings.h"
#include "core/nn/learner.h"

namespace acp {

/// A learned V(s), fitted to returns.
class ValueFunction {
 public:
  /// States come in batches of `batch`.
  ValueFunction(const NetworkSettings& networks, int observation_size, int batch,
                Rng& initialisation);

  const Learner& network() const { return network_; }
  /// V of the first `values.size()` columns.
  void value(const Matrix& observations, std::span<Scalar> values);

  /// Adds the gradient of scale sum_j (V(s_j) - target_j)^2 over the first `targets.size()`
  /// columns. Returns the sum without the scale.
  double accumulate(const Matrix& observations, std::span<const Scalar> targets, double scale,
                    TraceSink trace);
  /// As `Learner::step`.
  double step(double rate, double largest_norm, TraceSink trace) {
    return network_.step(rate, largest_norm, trace);
  }

  bool finite() const { return network_.finite(); }
  void digest(Digest& digest) const { network_.digest(digest); }
  template <class Archive>
  void archive(Archive& archive) {
    archive(network_);
  }

 private:
  Learner network_;
  Matrix output_gradient_;
};

}  // namespace acp
