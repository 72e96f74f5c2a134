#pragma once

#include "core/dist/gaussian.h"
#include "core/grad/objective.h"

namespace acp {

/// Copies of each action sample of a head, each with one coordinate changed, and what they are
/// worth: f(s, a) - alpha log pi(a|s). Copy v of sample j is column v * samples + j, so that it
/// belongs to the state that j belongs to.
class Variants {
 public:
  Variants(int action_size, int samples, int copies)
      : samples_(samples),
        action_(action_size, samples * copies),
        log_prob_(static_cast<std::size_t>(samples * copies)),
        value_(log_prob_.size()) {}

  /// Coordinate i of copy `v` of sample `j` becomes `u` = mu + exp(log_sigma) `eps`.
  void set(const GaussianHead& head, const ActionSamples& from, int v, int j, int i, Scalar eps,
           Scalar log_sigma, Scalar u);
  /// Judges all copies.
  void evaluate(ActionObjective& objective, Scalar alpha);
  Scalar value(int v, int j) const { return value_[place(v, j)]; }

 private:
  std::size_t place(int v, int j) const {
    return static_cast<std::size_t>(v) * static_cast<std::size_t>(samples_) +
           static_cast<std::size_t>(j);
  }

  int samples_;
  Matrix action_;
  Buffer log_prob_;
  Buffer value_;
};

/// log sigma within its clamp.
Scalar clamped_log_sigma(const GaussianHead& head, int i, int b);

}  // namespace acp
