// With m = l = 1 and centres at l/2, I the inertia of each link about its centre:
//
//     d_1 = 3/2 + 2 I + cos theta_2,   d_2 = 1/4 + I + cos(theta_2) / 2,   d_3 = 1/4 + I
//     phi_1 = -sin(theta_2)/2 (w_2 + 2 w_1) w_2 + g (3/2 sin theta_1 + 1/2 sin(theta_1 + theta_2))
//     phi_2 =  sin(theta_2)/2 w_1^2             + g 1/2 sin(theta_1 + theta_2)
//     (d_1 d_2; d_2 d_3) w' = torque - b w - phi
//
// M. Spong, "The swing up control problem for the Acrobot", 1995. The names are those of Sutton
// and Barto's Acrobot, whose second equation is this one solved by elimination.
#include "core/env/two_link.h"

#include "core/base/math.h"

namespace acp {

TwoLink::State TwoLink::derivative(const State& state, const std::array<double, 2>& torque) const {
  const auto& [theta_1, theta_2, w_1, w_2] = state;
  double sine, cosine;
  math::sincos(theta_2, sine, cosine);
  const double d_1 = 1.5 + 2 * inertia + cosine;
  const double d_2 = 0.25 + inertia + 0.5 * cosine;
  const double d_3 = 0.25 + inertia;
  const double pull_2 = gravity * 0.5 * math::sin(theta_1 + theta_2);
  const double pull_1 = gravity * 1.5 * math::sin(theta_1) + pull_2;
  const double phi_1 = -0.5 * sine * (w_2 + 2 * w_1) * w_2 + pull_1;
  const double phi_2 = 0.5 * sine * w_1 * w_1 + pull_2;
  const double rest_1 = torque[0] - damping * w_1 - phi_1;
  const double rest_2 = torque[1] - damping * w_2 - phi_2;
  const double w_2_dot = (rest_2 - d_2 / d_1 * rest_1) / (d_3 - d_2 * d_2 / d_1);
  return {w_1, w_2, (rest_1 - d_2 * w_2_dot) / d_1, w_2_dot};
}

}  // namespace acp
