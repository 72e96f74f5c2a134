#pragma once

#include "core/base/archive.h"
#include "core/base/digest.h"
#include "core/nn/adam.h"
#include "core/nn/mlp.h"

namespace acp {

/// A perceptron that learns: its parameters, their gradient summed over batches of one size, and
/// its optimiser. Allocates at construction only.
class Learner {
 public:
  Learner(const MlpShape& shape, int batch, Rng& initialisation);
  Learner(const Learner&) = delete;  // pass_ points at mlp_
  Learner& operator=(const Learner&) = delete;

  const Mlp& mlp() const { return mlp_; }
  const Buffer& theta() const { return theta_; }

  /// As `MlpPass::forward`.
  const Matrix& forward(const Matrix& inputs) { return pass_.forward(theta_, inputs); }
  /// One step against the gradient of a loss, given that with respect to the outputs of the last
  /// `forward`.
  void descend(const Matrix& output_gradient, double rate, TraceSink trace = {});
  /// Adds the gradient of a loss, given that with respect to the outputs of the last `forward`.
  void accumulate(const Matrix& output_gradient);
  /// One step against the gradients added since the last one. A gradient longer than
  /// `largest_norm` is shortened to it (Pascanu et al., 2013); 0: never. Returns its length before.
  double step(double rate, double largest_norm, TraceSink trace = {});

  bool finite() const { return all_finite(theta_); }
  void digest(Digest& digest) const { digest.add(std::span(theta_)); }
  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("theta", theta_, kComputed), named("adam", adam_));
  }

 private:
  Mlp mlp_;
  MlpPass pass_;
  Buffer theta_;
  Buffer gradient_;  ///< of the last batch
  Buffer sum_;       ///< zero after each step
  Adam adam_;
};

}  // namespace acp
