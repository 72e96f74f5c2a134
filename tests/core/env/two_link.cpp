#include "core/env/two_link.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/env/runge_kutta.h"

namespace acp {
namespace {

// Positions and velocities of the two centres of mass, from the geometry alone.
struct Motion {
  double x_dot, y_dot, y, turning;
};
Motion centre(const TwoLink::State& s, int link) {
  const double angle = s[0] + s[1], speed = s[2] + s[3];
  if (link == 1) {
    return {0.5 * std::cos(s[0]) * s[2], 0.5 * std::sin(s[0]) * s[2], -0.5 * std::cos(s[0]), s[2]};
  }
  return {std::cos(s[0]) * s[2] + 0.5 * std::cos(angle) * speed,
          std::sin(s[0]) * s[2] + 0.5 * std::sin(angle) * speed,
          -std::cos(s[0]) - 0.5 * std::cos(angle), speed};
}
double energy(const TwoLink& links, const TwoLink::State& s) {
  double sum = 0;
  for (const int link : {1, 2}) {
    const Motion m = centre(s, link);
    sum += 0.5 * (m.x_dot * m.x_dot + m.y_dot * m.y_dot) +
           0.5 * links.inertia * m.turning * m.turning + links.gravity * m.y;
  }
  return sum;
}
/// The rate at which `energy` changes, by central differences along the motion.
double power(const TwoLink& links, const TwoLink::State& s, const std::array<double, 2>& torque) {
  const auto slope = links.derivative(s, torque);
  const double h = 1e-5;
  auto ahead = s, behind = s;
  for (std::size_t i = 0; i < s.size(); ++i) {
    ahead[i] += h * slope[i];
    behind[i] -= h * slope[i];
  }
  return (energy(links, ahead) - energy(links, behind)) / (2 * h);
}

constexpr TwoLink::State kPostures[] = {
    {0.3, -0.7, 1.1, -2}, {2.5, 1.9, -0.4, 3}, {-1, 0, 2, 0}, {3, -3, -1, 1}};

TEST(TwoLink, MotorsAndFrictionAccountForTheEnergy) {
  for (const double inertia : {1.0, 1.0 / 12}) {
    for (const auto& state : kPostures) {
      const TwoLink links{inertia, 9.8, 0.7};
      const std::array torque{1.3, -0.6};
      const double expected = torque[0] * state[2] + torque[1] * state[3] -
                              0.7 * (state[2] * state[2] + state[3] * state[3]);
      EXPECT_NEAR(power(links, state, torque), expected, 1e-6);
    }
  }
}

TEST(TwoLink, KeepsItsEnergyWithoutMotorsAndFriction) {
  const TwoLink links{1.0 / 12, 9.8, 0};
  for (auto state : kPostures) {
    const double before = energy(links, state);
    for (int t = 0; t < 2000; ++t) {
      state = runge_kutta(state, 0.001, [&](const TwoLink::State& y) {
        return links.derivative(y, {0, 0});
      });
    }
    EXPECT_NEAR(energy(links, state), before, 1e-6);
  }
}

/// M with d_1 + ... : about the pivot the joint between the links has no moment, nor, without
/// gravity, has anything else.
TEST(TwoLink, KeepsItsAngularMomentumWithoutGravity) {
  const TwoLink links{1.0 / 12, 0, 0};
  const auto momentum = [&](const TwoLink::State& s) {
    const double inertia_1 = 1.5 + 2 * links.inertia + std::cos(s[1]);
    return inertia_1 * s[2] + (0.25 + links.inertia + 0.5 * std::cos(s[1])) * s[3];
  };
  for (auto state : kPostures) {
    const double before = momentum(state);
    for (int t = 0; t < 2000; ++t) {
      state = runge_kutta(state, 0.001, [&](const TwoLink::State& y) {
        return links.derivative(y, {0, 2});
      });
    }
    EXPECT_NEAR(momentum(state), before, 1e-6);
  }
}

}  // namespace
}  // namespace acp
