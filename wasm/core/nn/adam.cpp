#include "core/nn/adam.h"

#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/math.h"

namespace acp {

Adam::Adam(int parameters, Settings settings)
    : settings_(settings),
      m_(static_cast<std::size_t>(parameters)),
      v_(static_cast<std::size_t>(parameters)) {}

void Adam::step(std::span<Scalar> theta, std::span<const Scalar> gradient, double rate) {
  assert(theta.size() == m_.size() && gradient.size() == m_.size());
  beta1_power_ *= settings_.beta1;
  beta2_power_ *= settings_.beta2;
  const auto beta1 = static_cast<Scalar>(settings_.beta1);
  const auto beta2 = static_cast<Scalar>(settings_.beta2);
  const auto fresh1 = static_cast<Scalar>(1 - settings_.beta1);
  const auto fresh2 = static_cast<Scalar>(1 - settings_.beta2);
  const auto correction1 = static_cast<Scalar>(rate / (1 - beta1_power_));
  const auto correction2 = static_cast<Scalar>(1 / (1 - beta2_power_));
  const auto epsilon = static_cast<Scalar>(settings_.epsilon);
  // The moments of what has no gradient any more fade away; numbers too small to be normal would
  // take a hundred cycles each and change no parameter.
  const auto faded = [](Scalar x) {
    return std::abs(x) < std::numeric_limits<Scalar>::min() ? Scalar(0) : x;
  };
  Scalar* const m = m_.data();
  Scalar* const v = v_.data();
  for (std::size_t i = 0; i < m_.size(); ++i) {
    const Scalar g = gradient[i];
    m[i] = faded(beta1 * m[i] + fresh1 * g);
    v[i] = faded(beta2 * v[i] + fresh2 * (g * g));
    theta[i] -= correction1 * m[i] / (std::sqrt(v[i] * correction2) + epsilon);
  }
}

bool Adam::same_count() const {
  if (beta1_power_ < std::numeric_limits<double>::min()) return beta2_power_ < 1;
  const auto steps = [](double power, double beta) { return math::log(power) / math::log(beta); };
  const double difference =
      steps(beta1_power_, settings_.beta1) - steps(beta2_power_, settings_.beta2);
  return std::abs(difference) < 0.5;
}

void polyak(std::span<Scalar> target, std::span<const Scalar> source, double tau) {
  assert(target.size() == source.size());
  const auto fresh = static_cast<Scalar>(tau);
  const auto old = static_cast<Scalar>(1 - tau);
  for (std::size_t i = 0; i < target.size(); ++i) target[i] = old * target[i] + fresh * source[i];
}

}  // namespace acp
