// Reach a target with a planar two-link arm, after Gymnasium's Reacher but without MuJoCo: uniform
// rods of 1 kg and 1 m, viscous friction b in the joints, no gravity, torques a in [-1, 1]^2 of the
// largest, 5 N m; the full equations of core/env/two_link.cpp, one Runge-Kutta step of 0.05 s.
//
//     fingertip = (cos theta_1 + cos(theta_1 + theta_2), sin theta_1 + sin(theta_1 + theta_2))
//     reward    = -|fingertip - target| - 0.01 |a|^2               of the state after the step
//
// Starts at rest with any angles; the target is uniform in the disc of radius 2 that the fingertip
// can reach. Never terminates; the time limit is 100 steps. The observation has the vector from the
// fingertip to the target in the axes of the second link: the table has no preferred direction.
#include "core/env/reacher.h"

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

constexpr double kReach = 2;
constexpr double kMaxTorque = 5;
constexpr double kDt = 0.05;
constexpr double kLargestKick = 5;      // rad/s
constexpr double kFastestByKicks = 20;  // rad/s

struct ReacherConfig final : Config {
  double friction = 1;

  void visit(ParameterVisitor& v) override {
    v.number({.name = "friction",
              .title = "friction",
              .symbol = "b",
              .unit = "N m s",
              .group = "Environment",
              .help = "Of the joints, per speed; without it every movement must be braked."},
             friction, {0, 5});
  }
};

const EnvironmentInfo& reacher_info() {
  static const EnvironmentInfo info{
      .id = "reacher",
      .title = "Reacher",
      .help = "Bring the fingertip of a two-link arm to a target: two actions at once.",
      .source = "Task of this project, in the shape of Gymnasium Reacher",
      .observation = ranges({{"cos θ₁", -1, 1},
                             {"sin θ₁", -1, 1},
                             {"cos θ₂", -1, 1},
                             {"sin θ₂", -1, 1},
                             {"θ̇₁", -5, 5},
                             {"θ̇₂", -5, 5},
                             {"target ahead", -2 * kReach, 2 * kReach},
                             {"target aside", -2 * kReach, 2 * kReach}}),
      .action = {.names = {"torque 1", "torque 2"}, .low = {-1, -1}, .high = {1, 1}},
      .state = ranges({{"theta_1", -math::kPi, math::kPi},
                       {"theta_2", -math::kPi, math::kPi},
                       {"theta_1_dot", -5, 5},
                       {"theta_2_dot", -5, 5},
                       {"target_x", -kReach, kReach},
                       {"target_y", -kReach, kReach}}),
      .draw = {"theta_1", "theta_2", "target_x", "target_y", "torque_1", "torque_2", "reward"},
      .time_limit = 100,
      .seconds_per_step = kDt,
      // The best found: computed torque to either elbow's angles, the gains searched for each start
      // and the torques then improved by local search.
      .reference = {.optimum = -20.4, .random = -178, .threshold = -40}};
  return info;
}

class Reacher final : public Simulation {
 public:
  explicit Reacher(const ReacherConfig& config) : arm_{1.0 / 12, 0, config.friction} {}

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Reacher>(*this); }
  const EnvironmentInfo& info() const override { return reacher_info(); }

  void reset(Rng& rng) override {
    const double theta_1 = rng.uniform(-math::kPi, math::kPi);
    const double theta_2 = rng.uniform(-math::kPi, math::kPi);
    const double radius = kReach * std::sqrt(rng.uniform());
    double sine, cosine;
    math::sincos(rng.uniform(-math::kPi, math::kPi), sine, cosine);
    set_state(std::array{theta_1, theta_2, 0.0, 0.0, radius * cosine, radius * sine});
  }

  StepResult step(std::span<const double> action, Rng&) override {
    for (std::size_t i = 0; i < 2; ++i) torque_[i] = std::clamp(action[i], -1.0, 1.0);
    const std::array applied{kMaxTorque * torque_[0], kMaxTorque * torque_[1]};
    TwoLink::State joints;
    std::copy_n(state_.begin(), joints.size(), joints.begin());
    joints = runge_kutta(joints, kDt,
                         [&](const TwoLink::State& y) { return arm_.derivative(y, applied); });
    std::copy(joints.begin(), joints.end(), state_.begin());
    const auto [x, y] = to_target();
    reward_ =
        -std::sqrt(x * x + y * y) - 0.01 * (torque_[0] * torque_[0] + torque_[1] * torque_[1]);
    return {reward_, false};
  }

  void observe(std::span<double> observation) const override {
    math::sincos(state_[0], observation[1], observation[0]);
    math::sincos(state_[1], observation[3], observation[2]);
    observation[4] = state_[2];
    observation[5] = state_[3];
    double sine, cosine;
    math::sincos(state_[0] + state_[1], sine, cosine);
    const auto [x, y] = to_target();
    observation[6] = cosine * x + sine * y;
    observation[7] = cosine * y - sine * x;
  }

  std::span<const double> state() const override { return state_; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), state_.size(), state_.begin());
    torque_ = {};
    reward_ = 0;
  }

  /// Pushes the second link.
  void kick(double strength) override {
    state_[3] = std::clamp(state_[3] + strength * kLargestKick, -kFastestByKicks, kFastestByKicks);
  }

  /// The target moves to (x, y), or towards it as far as the arm can reach.
  void drag(double x, double y) override {
    const double scale = std::min(1.0, kReach / std::sqrt(x * x + y * y));
    state_[4] = scale * x;
    state_[5] = scale * y;
  }

  void draw(std::span<float> out) const override {
    out[0] = static_cast<float>(wrap(state_[0]));
    out[1] = static_cast<float>(wrap(state_[1]));
    out[2] = static_cast<float>(state_[4]);
    out[3] = static_cast<float>(state_[5]);
    out[4] = static_cast<float>(torque_[0]);
    out[5] = static_cast<float>(torque_[1]);
    out[6] = static_cast<float>(reward_);
  }

  std::vector<std::vector<double>> evaluation_states() const override {
    return drawn_states(*this, 50);
  }

 private:
  /// From the fingertip.
  std::array<double, 2> to_target() const {
    double sine_1, cosine_1, sine_12, cosine_12;
    math::sincos(state_[0], sine_1, cosine_1);
    math::sincos(state_[0] + state_[1], sine_12, cosine_12);
    return {state_[4] - cosine_1 - cosine_12, state_[5] - sine_1 - sine_12};
  }

  TwoLink arm_;
  std::array<double, 6> state_{};
  std::array<double, 2> torque_{};
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry reacher_entry() { return entry_of<Reacher, ReacherConfig>(reacher_info()); }

}  // namespace acp
