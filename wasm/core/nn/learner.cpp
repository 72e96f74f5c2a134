#include "core/nn/learner.h"

#include <algorithm>
#include <cmath>

namespace acp {

Learner::Learner(const MlpShape& shape, int batch, Rng& initialisation)
    : mlp_(shape),
      pass_(mlp_, batch),
      theta_(static_cast<std::size_t>(mlp_.parameters())),
      gradient_(theta_.size()),
      sum_(theta_.size()),
      adam_(mlp_.parameters()) {
  mlp_.initialise(theta_, initialisation);
}

void Learner::descend(const Matrix& output_gradient, double rate, TraceSink trace) {
  pass_.backward(theta_, output_gradient, gradient_, nullptr);
  adam_.step(theta_, gradient_, rate, trace);
}

void Learner::accumulate(const Matrix& output_gradient) {
  pass_.backward(theta_, output_gradient, gradient_, nullptr);
  for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += gradient_[i];
}

double Learner::step(double rate, double largest_norm, TraceSink trace) {
  double squares = 0;
  for (const Scalar x : sum_) squares += static_cast<double>(x) * x;
  const double norm = std::sqrt(squares);
  trace.batch("gradient_norm", norm);
  if (largest_norm > 0 && norm > largest_norm) {
    const auto scale = static_cast<Scalar>(largest_norm / norm);
    for (Scalar& x : sum_) x *= scale;
  }
  adam_.step(theta_, sum_, rate, trace);
  std::fill(sum_.begin(), sum_.end(), Scalar(0));
  return norm;
}

}  // namespace acp
