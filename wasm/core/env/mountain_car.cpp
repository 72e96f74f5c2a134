// MountainCar-v0 and MountainCarContinuous-v0 (Gymnasium, classic_control/mountain_car.py and
// continuous_mountain_car.py, after Moore, 1990), position p on the slope sin(3 p):
//
//     v' = clip(v + power f - 0.0025 cos(3 p), -0.07, 0.07)
//     p' = clip(p + v', -1.2, 0.6),    v' = 0 at the left wall
//
//     discrete:    f in {-1, 0, 1},     power 0.001,   goal 0.5,   reward -1
//     continuous:  f = clip(a, -1, 1),  power 0.0015,  goal 0.45,  reward 100 [goal] - 0.1 a^2
//
// Terminates with p >= goal and v >= 0. The cost takes a as given, not clipped: so does Gymnasium.
// It makes standing still a local optimum, in which an agent stays that never found the goal.
#include "core/env/mountain_car.h"

#include <algorithm>
#include <array>

#include "core/base/math.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

constexpr double kLeft = -1.2;
constexpr double kRight = 0.6;
constexpr double kMaxSpeed = 0.07;
constexpr double kLargestKick = 0.03;
constexpr double kShown = 1.0 / 30;  // the steps have no unit of time; so does Gymnasium show them

struct MountainCarConfig : Config {
  double power;
  explicit MountainCarConfig(double usual_power) : power(usual_power) {}

  void visit(ParameterVisitor& v) override {
    v.number({.name = "power",
              .title = "power",
              .group = "Environment",
              .help = "Acceleration at full throttle; above 0.0025 no momentum is needed. "
                      "Gymnasium uses 0.001, and 0.0015 where the throttle is continuous."},
             power, {0.0005, 0.005});
  }
};
struct DiscreteConfig final : MountainCarConfig {
  DiscreteConfig() : MountainCarConfig(0.001) {}
};
struct ContinuousConfig final : MountainCarConfig {
  ContinuousConfig() : MountainCarConfig(0.0015) {}
};

const EnvironmentInfo& discrete_info() {
  static const EnvironmentInfo info{
      .id = "mountain_car",
      .title = "Mountain car",
      .help = "Rock a weak car out of a valley; every step costs the same until it is out.",
      .source = "Gymnasium MountainCar-v0",
      .observation = ranges({{"position", kLeft, kRight}, {"velocity", -kMaxSpeed, kMaxSpeed}}),
      .action = {.discrete = true, .names = {"push left", "no push", "push right"}},
      .state = ranges({{"position", kLeft, kRight}, {"velocity", -kMaxSpeed, kMaxSpeed}}),
      .draw = {"position", "velocity", "force", "reward"},
      .time_limit = 200,
      .seconds_per_step = kShown,
      // The optimum over all starts is -97.7; over these, by exhaustive search from each of them:
      .reference = {.optimum = -92.4, .random = -200, .threshold = -120}};
  return info;
}

const EnvironmentInfo& continuous_info() {
  static const EnvironmentInfo info{
      .id = "mountain_car_continuous",
      .title = "Mountain car, continuous",
      .help = "Rock a weak car out of a valley; force costs, and only the goal pays.",
      .source = "Gymnasium MountainCarContinuous-v0",
      .observation = ranges({{"position", kLeft, kRight}, {"velocity", -kMaxSpeed, kMaxSpeed}}),
      .action = {.names = {"force"}, .low = {-1}, .high = {1}},
      .state = ranges({{"position", kLeft, kRight}, {"velocity", -kMaxSpeed, kMaxSpeed}}),
      .draw = {"position", "velocity", "force", "reward"},
      .time_limit = 999,
      .seconds_per_step = kShown,
      .reference = {.optimum = 99.65, .random = -33.2, .threshold = 90}};
  return info;
}

class MountainCar : public Simulation {
 public:
  MountainCar(const MountainCarConfig& config, double goal) : power_(config.power), goal_(goal) {}

  void reset(Rng& rng) override { set_state(std::array{rng.uniform(-0.6, -0.4), 0.0}); }

  void observe(std::span<double> observation) const override {
    std::copy(state_.begin(), state_.end(), observation.begin());
  }

  std::span<const double> state() const override { return state_; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), state_.size(), state_.begin());
    force_ = reward_ = 0;
  }

  void kick(double strength) override {
    state_[1] = std::clamp(state_[1] + strength * kLargestKick, -kMaxSpeed, kMaxSpeed);
  }

  /// The car stands at x.
  void drag(double x, double) override { state_ = {std::clamp(x, kLeft, kRight), 0}; }

  void draw(std::span<float> out) const override {
    out[0] = static_cast<float>(state_[0]);
    out[1] = static_cast<float>(state_[1]);
    out[2] = static_cast<float>(force_);
    out[3] = static_cast<float>(reward_);
  }

 protected:
  /// Whether the goal is reached.
  bool drive(double force) {
    auto& [position, velocity] = state_;
    force_ = force;
    velocity += power_ * force - 0.0025 * math::cos(3 * position);
    velocity = std::clamp(velocity, -kMaxSpeed, kMaxSpeed);
    position = std::clamp(position + velocity, kLeft, kRight);
    if (position == kLeft) velocity = std::max(velocity, 0.0);
    return position >= goal_ && velocity >= 0;
  }
  StepResult result(double reward, bool terminated) {
    reward_ = reward;
    return {reward, terminated};
  }

 private:
  double power_;
  double goal_;
  std::array<double, 2> state_{};
  double force_ = 0;
  double reward_ = 0;
};

class Discrete final : public MountainCar {
 public:
  explicit Discrete(const DiscreteConfig& config) : MountainCar(config, 0.5) {}
  std::unique_ptr<Environment> clone() const override { return std::make_unique<Discrete>(*this); }
  const EnvironmentInfo& info() const override { return discrete_info(); }

  StepResult step(std::span<const double> action, Rng&) override {
    return result(-1, drive(action[0] - 1));
  }
  std::vector<std::vector<double>> evaluation_states() const override {
    return drawn_states(*this, 20);
  }
};

class Continuous final : public MountainCar {
 public:
  explicit Continuous(const ContinuousConfig& config) : MountainCar(config, 0.45) {}
  std::unique_ptr<Environment> clone() const override {
    return std::make_unique<Continuous>(*this);
  }
  const EnvironmentInfo& info() const override { return continuous_info(); }

  StepResult step(std::span<const double> action, Rng&) override {
    const bool goal = drive(std::clamp(action[0], -1.0, 1.0));
    return result((goal ? 100 : 0) - 0.1 * (action[0] * action[0]), goal);
  }
  /// A grid over the starts of `reset`.
  std::vector<std::vector<double>> evaluation_states() const override {
    std::vector<std::vector<double>> states;
    states.reserve(20);
    for (int i = 0; i < 20; ++i) states.push_back({-0.6 + 0.2 * (i + 0.5) / 20, 0});
    return states;
  }
};

}  // namespace

EnvironmentEntry mountain_car_entry() {
  return entry_of<Discrete, DiscreteConfig>(discrete_info());
}
EnvironmentEntry mountain_car_continuous_entry() {
  return entry_of<Continuous, ContinuousConfig>(continuous_info());
}

}  // namespace acp
