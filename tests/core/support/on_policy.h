#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "core/algo/settings.h"
#include "support/algorithms.h"
#include "support/finite_difference.h"
#include "support/matrices.h"
#include "support/saved_parts.h"

/// What on-policy updates should be, once more in double: networks number by number, returns by
/// their definition, gradients by differences.
namespace acp {

using Numbers = std::vector<double>;

/// A tanh network of `small_config`.
class Perceptron {
 public:
  Perceptron(int inputs, int outputs)
      : mlp_(NetworkSettings{.hidden_units = kHiddenUnits, .activation = Activation::tanh}.shape(
            inputs, outputs)) {}

  Numbers operator()(const Numbers& theta, const Buffer& input) const {
    Numbers x(input.begin(), input.end());
    for (const Mlp::Layer& layer : mlp_.layers()) {
      Numbers out(static_cast<std::size_t>(layer.outputs));
      for (std::size_t i = 0; i < out.size(); ++i) {
        const auto at = [&](int offset) { return theta[static_cast<std::size_t>(offset) + i]; };
        out[i] = at(layer.biases);
        for (int j = 0; j < layer.inputs; ++j) {
          out[i] += at(layer.weights + j * layer.stride()) * x[static_cast<std::size_t>(j)];
        }
        if (layer.activation == Activation::tanh) out[i] = std::tanh(out[i]);
      }
      x = out;
    }
    return x;
  }

 private:
  Mlp mlp_;
};

/// log pi(a|s) and H(pi(.|s)) of a policy head.
struct HeadDensity {
  double log_prob, entropy;
};
inline HeadDensity density(const TaskShape& task, const Numbers& head, const Buffer& action) {
  HeadDensity result{0, 0};
  if (task.discrete) {
    double sum = 0;
    for (const double z : head) sum += std::exp(z);
    result.log_prob = head[static_cast<std::size_t>(action[0])] - std::log(sum);
    for (const double z : head) result.entropy -= std::exp(z) / sum * (z - std::log(sum));
    return result;
  }
  for (std::size_t i = 0; i < action.size(); ++i) {
    const double log_sigma = head[action.size() + i];
    const double z = (action[i] - head[i]) * std::exp(-log_sigma);
    result.log_prob -= z * z / 2 + log_sigma + std::log(2 * M_PI) / 2;
    result.entropy += log_sigma + (std::log(2 * M_PI) + 1) / 2;
  }
  return result;
}

/// One step as an algorithm is told of it.
struct Step {
  Buffer observation, action, next_observation;
  Scalar reward = 0;
  bool terminated = false, truncated = false;

  bool ends() const { return terminated || truncated; }
  int learned_by(Algorithm& algorithm) const {
    return algorithm.learn({.observation = observation,
                            .action = action,
                            .reward = reward,
                            .next_observation = next_observation,
                            .terminated = terminated,
                            .truncated = truncated});
  }
};
using Steps = std::vector<Step>;

/// Steps of one environment, one of which terminates and one of which is truncated; -1: none.
inline Steps random_steps(const TaskShape& task, int count, int terminated, int truncated,
                          Rng& rng) {
  const auto observation = static_cast<std::size_t>(task.observation_size);
  Steps steps(static_cast<std::size_t>(count));
  for (std::size_t t = 0; t < steps.size(); ++t) {
    steps[t].observation = random_buffer(observation, rng);
    if (t > 0 && !steps[t - 1].ends()) steps[t].observation = steps[t - 1].next_observation;
    steps[t].next_observation = random_buffer(observation, rng);
    steps[t].action = random_buffer(static_cast<std::size_t>(task.action_width()), rng, 1.5);
    if (task.discrete) {
      steps[t].action[0] =
          static_cast<Scalar>(rng.index(static_cast<std::uint32_t>(task.action_size)));
    }
    steps[t].reward = static_cast<Scalar>(rng.uniform(-2, 2));
    steps[t].terminated = static_cast<int>(t) == terminated;
    steps[t].truncated = static_cast<int>(t) == truncated;
  }
  return steps;
}

/// r_t + gamma r_{t+1} + ... over n rewards or to an end, then V of the last state if not terminal.
template <class V>
double return_from(const Steps& steps, std::size_t t, std::size_t n, double gamma, V&& value) {
  double sum = 0, weight = 1;
  for (std::size_t k = t;; ++k) {
    sum += weight * steps[k].reward;
    weight *= gamma;
    if (steps[k].terminated) return sum;
    if (steps[k].truncated || k + 1 == steps.size() || k + 1 == t + n) {
      return sum + weight * value(steps[k].next_observation);
    }
  }
}

/// Weights as numbers to differentiate in.
inline Numbers numbers_of(const SavedParts::Network& network) {
  return {network.theta.begin(), network.theta.end()};
}

/// Expects `gradient` to be that of `loss()` over `theta`, shortened to `largest_norm` unless that
/// is 0. Returns its length before.
template <class Loss>
double expect_gradient_of(Numbers& theta, const Buffer& gradient, double largest_norm,
                          Loss&& loss) {
  Numbers slopes = central_differences(theta, loss);
  double squares = 0, largest = 0;
  for (const double slope : slopes) squares += slope * slope;
  const double norm = std::sqrt(squares);
  const double shortened = largest_norm > 0 ? std::min(1.0, largest_norm / norm) : 1;
  for (double& slope : slopes) largest = std::max(largest, std::abs(slope *= shortened));
  EXPECT_GT(largest, 0);
  EXPECT_EQ(slopes.size(), gradient.size());
  const double tolerance = (sizeof(Scalar) == sizeof(double) ? 1e-7 : 3e-5) * largest;
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    EXPECT_NEAR(gradient[i], slopes[i], tolerance) << "component " << i;
  }
  return norm;
}

/// The longest way that a parameter went, which after one step is Adam's step size.
inline double longest_way(const SavedParts::Network& from, const SavedParts::Network& to) {
  double longest = 0;
  for (std::size_t i = 0; i < from.theta.size(); ++i) {
    longest = std::max(longest, std::abs(static_cast<double>(to.theta[i]) - from.theta[i]));
  }
  return longest;
}

}  // namespace acp
