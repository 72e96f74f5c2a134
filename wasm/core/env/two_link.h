#pragma once

#include <array>

namespace acp {

/// Two rigid links in a vertical plane, joined end to end and hung on a pivot, each of mass and
/// length 1 with its centre of mass in the middle. Lagrangian mechanics (Spong, 1995):
/// M(theta) theta_dot_dot = torque - damping theta_dot - Coriolis - gravity.
struct TwoLink {
  /// theta_1 from hanging down, theta_2 relative to the first link, and their speeds.
  using State = std::array<double, 4>;

  double inertia;  ///< of each link about its centre
  double gravity;
  double damping;

  /// The time derivative of `state` under a torque on each joint.
  State derivative(const State& state, const std::array<double, 2>& torque) const;
};

}  // namespace acp
