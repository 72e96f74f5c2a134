#pragma once

#include <cmath>
#include <string>

#include "core/base/math.h"
#include "core/grad/estimator.h"
#include "support/every_config.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {

/// A policy over one action dimension, the same in every state.
struct Policy {
  double mu;
  double log_sigma;
  Squash squash = Squash::tanh;
};

/// Moments of many independent estimates of a gradient.
struct Estimates {
  Moments mu;
  Moments log_sigma;
};

inline EstimatorConfig reparameterization(int samples = 1) {
  return {.kind = 0, .action_samples = samples};
}
inline EstimatorConfig score_function(Baseline baseline, int samples = 1) {
  return {.kind = 1, .baseline = baseline, .action_samples = samples};
}

inline std::vector<EstimatorConfig> every_estimator() {
  return every_config<EstimatorConfig>(estimators());
}

/// States in each call of an estimator: as many independent estimates.
inline constexpr int kStates = 1000;

/// At least `count` estimates. `objective` takes kStates states with `samples_per_state(config)`
/// actions each.
inline Estimates collect(const EstimatorConfig& config, const Policy& policy,
                         ActionObjective& objective, double alpha, int count) {
  const Matrix phi = constant_head(policy.mu, policy.log_sigma, kStates);
  const auto estimator = make_estimator(config, 1, kStates);
  Matrix gradient(2, kStates);
  Rng rng(1, Stream::update);
  Estimates estimates;
  for (int done = 0; done < count; done += kStates) {
    estimator->draw(rng);
    estimator->estimate({phi, policy.squash}, objective, alpha, gradient);
    for (int j = 0; j < kStates; ++j) {
      estimates.mu.add(gradient(0, j));
      estimates.log_sigma.add(gradient(1, j));
    }
  }
  return estimates;
}

inline constexpr int kNodes = 4001;

struct ExactGradient {
  double mu;
  double log_sigma;
};

/// The gradient of E[f(a) - alpha log pi(a)] by the trapezoidal rule over eps in [-10, 10], as
/// the integral of the objective times the derivative of the normal density. `objective` takes
/// kNodes actions; log pi is computed here, by another formula than the core's.
inline ExactGradient exact_gradient(const Policy& policy, ActionObjective& objective,
                                    double alpha) {
  const double sigma = std::exp(policy.log_sigma), h = 20.0 / (kNodes - 1);
  const auto eps_at = [h](int j) { return -10 + j * h; };
  Matrix actions(1, kNodes);
  Buffer values(kNodes);
  for (int j = 0; j < kNodes; ++j) {
    const double u = policy.mu + sigma * eps_at(j);
    actions(0, j) = static_cast<Scalar>(policy.squash == Squash::tanh ? std::tanh(u) : u);
  }
  objective.value(actions, values);
  ExactGradient gradient{0, 0};
  for (int j = 0; j < kNodes; ++j) {
    const double eps = eps_at(j), u = policy.mu + sigma * eps;
    double log_prob = -0.5 * eps * eps - policy.log_sigma - 0.5 * math::kLog2Pi;
    const double density = std::exp(-0.5 * eps * eps - 0.5 * math::kLog2Pi);
    if (policy.squash == Squash::tanh) log_prob += 2 * std::log(std::cosh(u));
    const double weight = h * density * (values[static_cast<std::size_t>(j)] - alpha * log_prob);
    gradient.mu += weight * eps / sigma;
    gradient.log_sigma += weight * (eps * eps - 1);
  }
  return gradient;
}

}  // namespace acp
