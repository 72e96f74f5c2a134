// Acrobot-v1 (Gymnasium, classic_control/acrobot.py; dynamics of Sutton and Barto's book), links of
// mass and length 1 and of inertia 1 about their centres, torque in {-1, 0, 1} between them:
//
//     theta' = wrap(one Runge-Kutta step of 0.2 s)
//     theta_1_dot' in [-4 pi, 4 pi],   theta_2_dot' in [-9 pi, 9 pi]
//     reward = -1, and 0 on the step that reaches the goal
//
// Terminates when the tip is a link's length above the pivot:
//
//     -cos theta_1 - cos(theta_1 + theta_2) > 1
//
// The equations of motion are those of core/env/two_link.cpp.
#include "core/env/acrobot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/math.h"
#include "core/env/angle.h"
#include "core/env/runge_kutta.h"
#include "core/env/simulation.h"
#include "core/env/two_link.h"

namespace acp {
namespace {

constexpr double kMaxSpeed1 = 4 * math::kPi;
constexpr double kMaxSpeed2 = 9 * math::kPi;
constexpr double kDt = 0.2;
constexpr double kLargestKick = 3;  // rad/s

struct AcrobotConfig final : Config {
  double gravity = 9.8;

  void visit(ParameterVisitor& v) override {
    v.number({.name = "gravity",
              .title = "gravity",
              .symbol = "g",
              .unit = "m/s²",
              .group = "Environment",
              .help = "Pulls both links down; Gymnasium uses 9.8."},
             gravity, {0, 20});
  }
};

const EnvironmentInfo& acrobot_info() {
  static const EnvironmentInfo info{
      .id = "acrobot",
      .title = "Acrobot",
      .help = "Swing two links up by a motor between them. Gymnasium counts -100 as solved.",
      .source = "Gymnasium Acrobot-v1",
      .observation = ranges({{"cos θ₁", -1, 1},
                             {"sin θ₁", -1, 1},
                             {"cos θ₂", -1, 1},
                             {"sin θ₂", -1, 1},
                             {"θ̇₁", -kMaxSpeed1, kMaxSpeed1},
                             {"θ̇₂", -kMaxSpeed2, kMaxSpeed2}}),
      .action = {.discrete = true, .names = {"torque -1", "no torque", "torque 1"}},
      .state = ranges({{"theta_1", -math::kPi, math::kPi},
                       {"theta_2", -math::kPi, math::kPi},
                       {"theta_1_dot", -kMaxSpeed1, kMaxSpeed1},
                       {"theta_2_dot", -kMaxSpeed2, kMaxSpeed2}}),
      .draw = {"theta_1", "theta_2", "torque", "reward"},
      .time_limit = 500,
      .seconds_per_step = kDt / 3,  // three times as fast as in nature, as Gymnasium shows it
      // At least: exactly simulated motions, searched breadth-first with one state kept per cell of
      // a 64^4 grid. Over all starts dynamic programming reaches -69.
      .reference = {.optimum = -62.6, .random = -499, .threshold = -90}};
  return info;
}

class Acrobot final : public Simulation {
 public:
  explicit Acrobot(const AcrobotConfig& config) : links_{1, config.gravity, 0} {}

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Acrobot>(*this); }
  const EnvironmentInfo& info() const override { return acrobot_info(); }

  void reset(Rng& rng) override {
    TwoLink::State state;
    for (double& x : state) x = rng.uniform(-0.1, 0.1);
    set_state(state);
  }

  StepResult step(std::span<const double> action, Rng&) override {
    torque_ = action[0] - 1;
    state_ = runge_kutta(state_, kDt, [&](const TwoLink::State& y) {
      return links_.derivative(y, {0, torque_});
    });
    auto& [theta_1, theta_2, speed_1, speed_2] = state_;
    theta_1 = wrap(theta_1);
    theta_2 = wrap(theta_2);
    speed_1 = std::clamp(speed_1, -kMaxSpeed1, kMaxSpeed1);
    speed_2 = std::clamp(speed_2, -kMaxSpeed2, kMaxSpeed2);
    const bool goal = -math::cos(theta_1) - math::cos(theta_1 + theta_2) > 1;
    reward_ = goal ? 0 : -1;
    return {reward_, goal};
  }

  void observe(std::span<double> observation) const override {
    math::sincos(state_[0], observation[1], observation[0]);
    math::sincos(state_[1], observation[3], observation[2]);
    observation[4] = state_[2];
    observation[5] = state_[3];
  }

  std::span<const double> state() const override { return state_; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), state_.size(), state_.begin());
    torque_ = reward_ = 0;
  }

  /// Pushes the second link.
  void kick(double strength) override {
    state_[3] = std::clamp(state_[3] + strength * kLargestKick, -kMaxSpeed2, kMaxSpeed2);
  }

  /// The links point in one line to (x, y), seen from the pivot, y up, and rest.
  void drag(double x, double y) override { state_ = {std::atan2(x, -y), 0, 0, 0}; }

  void draw(std::span<float> out) const override {
    out[0] = static_cast<float>(wrap(state_[0]));
    out[1] = static_cast<float>(wrap(state_[1]));
    out[2] = static_cast<float>(torque_);
    out[3] = static_cast<float>(reward_);
  }

  std::vector<std::vector<double>> evaluation_states() const override {
    return drawn_states(*this, 20);
  }

 private:
  TwoLink links_;
  TwoLink::State state_{};
  double torque_ = 0;
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry acrobot_entry() { return entry_of<Acrobot, AcrobotConfig>(acrobot_info()); }

}  // namespace acp
