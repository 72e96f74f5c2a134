#pragma once

#include <cstdint>

#include "core/base/parameters.h"

namespace acp {

/// The chain s' = rho s + w with w ~ N(0, sigma^2), which pays s in each step, and V(s) = v s,
/// whose right slope is 1 / (1 - gamma rho).
struct Autoregression final : Config {
  double rho = 0.8;
  double sigma = 0.5;
  double gamma = 0.95;
  double start = 2;

  void visit(ParameterVisitor& visitor) override;
  double right_slope() const { return 1 / (1 - gamma * rho); }
};

/// A return from the start.
struct ReturnFromStart {
  double mean;
  double bias;
  double variance;
};
ReturnFromStart n_step_return(const Autoregression& chain, double v, int n);
/// `gamma lambda` < 1.
ReturnFromStart lambda_return(const Autoregression& chain, double v, double lambda);

/// The same of n-step returns from samples, at least two.
struct SampledReturn {
  double mean, mean_standard_error;
  double variance, variance_standard_error;
};
SampledReturn sample_returns(const Autoregression& chain, double v, int n, int samples,
                             std::uint64_t seed);

}  // namespace acp
