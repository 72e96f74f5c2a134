#pragma once

#include <array>
#include <cstddef>

namespace acp {

/// One step of the classical fourth-order Runge-Kutta method for y' = f(y).
template <std::size_t n, class F>
std::array<double, n> runge_kutta(const std::array<double, n>& y, double dt, F f) {
  const auto ahead = [&](double h, const std::array<double, n>& slope) {
    auto z = y;
    for (std::size_t i = 0; i < n; ++i) z[i] += h * slope[i];
    return z;
  };
  const auto k1 = f(y);
  const auto k2 = f(ahead(dt / 2, k1));
  const auto k3 = f(ahead(dt / 2, k2));
  const auto k4 = f(ahead(dt, k3));
  auto next = y;
  for (std::size_t i = 0; i < n; ++i) {
    next[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
  }
  return next;
}

}  // namespace acp
