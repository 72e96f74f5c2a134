// Pendulum-v1 (Gymnasium, classic_control/pendulum.py), m = l = 1, dt = 0.05, u in [-2, 2]:
//
//     reward   = -(wrap(theta)^2 + 0.1 theta_dot^2 + 0.001 u^2)     of the state before the step
//     theta_dot' = clip(theta_dot + (3 g / 2 sin theta + 3 u) dt, -8, 8)
//     theta'     = theta + theta_dot' dt
//
// Never terminates; the time limit is 200 steps.
#include "core/env/pendulum.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/math.h"
#include "core/env/angle.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

constexpr double kMaxSpeed = 8;
constexpr double kMaxTorque = 2;
constexpr double kDt = 0.05;
constexpr double kLargestKick = 4;  // rad/s

struct PendulumConfig final : Config {
  double gravity = 10;

  void visit(ParameterVisitor& v) override {
    v.number({.name = "gravity",
              .title = "gravity",
              .symbol = "g",
              .unit = "m/s²",
              .group = "Environment",
              .help = "Pulls the rod down; Gymnasium uses 10."},
             gravity, {0, 20});
  }
};

const EnvironmentInfo& pendulum_info() {
  static const EnvironmentInfo info{
      .id = "pendulum",
      .title = "Pendulum",
      .help = "Swing a rod up with a torque too weak to lift it directly, then hold it upright.",
      .source = "Gymnasium Pendulum-v1",
      .observation = ranges({{"cos θ", -1, 1}, {"sin θ", -1, 1}, {"θ̇", -kMaxSpeed, kMaxSpeed}}),
      .action = {.names = {"torque"}, .low = {-kMaxTorque}, .high = {kMaxTorque}, .unit = "N m"},
      .state = ranges({{"theta", -math::kPi, math::kPi}, {"theta_dot", -kMaxSpeed, kMaxSpeed}}),
      .draw = {"theta", "theta_dot", "torque", "reward"},
      .time_limit = 200,
      .seconds_per_step = kDt,
      .reference = {.optimum = -134.9, .random = -1232, .threshold = -160}};
  return info;
}

class Pendulum final : public Simulation {
 public:
  explicit Pendulum(const PendulumConfig& config) : gravity_(config.gravity) {}

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Pendulum>(*this); }
  const EnvironmentInfo& info() const override { return pendulum_info(); }

  void reset(Rng& rng) override {
    const double theta = rng.uniform(-math::kPi, math::kPi);
    set_state(std::array{theta, rng.uniform(-1, 1)});
  }

  StepResult step(std::span<const double> action, Rng&) override {
    auto& [theta, theta_dot] = state_;
    torque_ = std::clamp(action[0], -kMaxTorque, kMaxTorque);
    const double angle = wrap(theta);
    reward_ = -(angle * angle + 0.1 * (theta_dot * theta_dot) + 0.001 * (torque_ * torque_));
    const double acceleration = 1.5 * gravity_ * math::sin(theta) + 3 * torque_;
    theta_dot = std::clamp(theta_dot + acceleration * kDt, -kMaxSpeed, kMaxSpeed);
    theta += theta_dot * kDt;
    return {reward_, false};
  }

  void observe(std::span<double> observation) const override {
    math::sincos(state_[0], observation[1], observation[0]);
    observation[2] = state_[1];
  }

  std::span<const double> state() const override { return state_; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), state_.size(), state_.begin());
    torque_ = reward_ = 0;
  }

  void kick(double strength) override {
    state_[1] = std::clamp(state_[1] + strength * kLargestKick, -kMaxSpeed, kMaxSpeed);
  }

  /// The rod points at (x, y), y up, and rests.
  void drag(double x, double y) override { state_ = {std::atan2(-x, y), 0}; }

  void draw(std::span<float> out) const override {
    out[0] = static_cast<float>(wrap(state_[0]));
    out[1] = static_cast<float>(state_[1]);
    out[2] = static_cast<float>(torque_);
    out[3] = static_cast<float>(reward_);
  }

  /// A grid of 20 angles by 5 speeds, on which the optimum is known from dynamic programming.
  std::vector<std::vector<double>> evaluation_states() const override {
    std::vector<std::vector<double>> states;
    for (int i = 0; i < 20; ++i) {
      for (int j = 0; j < 5; ++j) {
        states.push_back({-math::kPi + (i + 0.5) * 2 * math::kPi / 20, -1 + (j + 0.5) * 0.4});
      }
    }
    return states;
  }

 private:
  double gravity_;
  std::array<double, 2> state_{};
  double torque_ = 0;
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry pendulum_entry() { return entry_of<Pendulum, PendulumConfig>(pendulum_info()); }

}  // namespace acp
