#include "core/nn/adam.h"

#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/math.h"
#include "core/nn/kernels.h"

namespace acp {
namespace {

/// Of numbers from 0 to `count`, the first whose `of` is the largest in size.
template <class Of>
std::size_t largest(std::size_t count, Of&& of) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (std::abs(of(i)) > std::abs(of(best))) best = i;
  }
  return best;
}

/// n of power = base^n.
double exponent(double power, double base) { return math::log(power) / math::log(base); }

}  // namespace

Adam::Adam(int parameters, Settings settings)
    : settings_(settings),
      m_(static_cast<std::size_t>(parameters)),
      v_(static_cast<std::size_t>(parameters)) {}

void Adam::step(std::span<Scalar> theta, std::span<const Scalar> gradient, double rate,
                TraceSink trace) {
  if (!trace) return move(theta, gradient, rate);
  const std::size_t i = largest(gradient.size(), [&](std::size_t j) { return gradient[j]; });
  const double before = theta[i], m_before = m_[i], v_before = v_[i];
  move(theta, gradient, rate);
  trace.weight("adam", {{"weight", static_cast<double>(i)},
                        {"step", steps()},
                        {"gradient", gradient[i]},
                        {"m_before", m_before},
                        {"v_before", v_before},
                        {"m", m_[i]},
                        {"v", v_[i]},
                        {"beta1", settings_.beta1},
                        {"beta2", settings_.beta2},
                        {"epsilon", settings_.epsilon},
                        {"rate", rate},
                        {"before", before},
                        {"after", theta[i]}});
}

void Adam::move(std::span<Scalar> theta, std::span<const Scalar> gradient, double rate) {
  assert(theta.size() == m_.size() && gradient.size() == m_.size());
  beta1_power_ *= settings_.beta1;
  beta2_power_ *= settings_.beta2;
  const kernels::AdamStep step{
      .beta1 = static_cast<Scalar>(settings_.beta1),
      .fresh1 = static_cast<Scalar>(1 - settings_.beta1),
      .beta2 = static_cast<Scalar>(settings_.beta2),
      .fresh2 = static_cast<Scalar>(1 - settings_.beta2),
      .rate = static_cast<Scalar>(rate / (1 - beta1_power_)),
      .correction = static_cast<Scalar>(1 / (1 - beta2_power_)),
      .epsilon = static_cast<Scalar>(settings_.epsilon),
  };
  kernels::chosen().adam(step, static_cast<int>(m_.size()), gradient.data(), m_.data(), v_.data(),
                         theta.data());
}

bool Adam::same_count() const {
  if (beta1_power_ < std::numeric_limits<double>::min()) return beta2_power_ < 1;
  const double difference =
      exponent(beta1_power_, settings_.beta1) - exponent(beta2_power_, settings_.beta2);
  return std::abs(difference) < 0.5;
}

double Adam::steps() const {
  const bool known = beta2_power_ >= std::numeric_limits<double>::min();
  return known ? std::round(exponent(beta2_power_, settings_.beta2)) : NAN;
}

void polyak(std::span<Scalar> target, std::span<const Scalar> source, double tau, TraceSink trace,
            const char* name) {
  assert(target.size() == source.size());
  if (trace) {
    const auto i = largest(target.size(), [&](std::size_t j) { return source[j] - target[j]; });
    const double before = target[i];
    polyak(target, source, tau);
    trace.weight(name, {{"weight", static_cast<double>(i)},
                        {"source", source[i]},
                        {"before", before},
                        {"after", target[i]}});
    return;
  }
  kernels::chosen().polyak(static_cast<int>(target.size()), static_cast<Scalar>(1 - tau),
                           static_cast<Scalar>(tau), source.data(), target.data());
}

}  // namespace acp
