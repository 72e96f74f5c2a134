#pragma once

#include <array>
#include <memory>

#include "core/algo/algorithm.h"
#include "core/env/simulation.h"

namespace acp {

/// An environment that terminates when its one number has counted down to 0; each step rewards the
/// action.
class Countdown final : public Simulation {
 public:
  std::unique_ptr<Environment> clone() const override { return std::make_unique<Countdown>(*this); }
  const EnvironmentInfo& info() const override {
    static const EnvironmentInfo info{.id = "countdown",
                                      .title = "",
                                      .help = "",
                                      .source = "",
                                      .observation = {{"left", 0, 10}},
                                      .action = {.names = {"push"}, .low = {10}, .high = {30}},
                                      .state = {{"left", 0, 10}},
                                      .draw = {"left"},
                                      .time_limit = 50,
                                      .seconds_per_step = 1,
                                      .reference = {0, 0, 0}};
    return info;
  }
  void reset(Rng& rng) override { left_ = {5.0 + rng.index(3)}; }
  StepResult step(std::span<const double> action, Rng&) override {
    left_[0] -= 1;
    return {action[0], left_[0] <= 0};
  }
  void observe(std::span<double> observation) const override { observation[0] = left_[0]; }
  std::span<const double> state() const override { return left_; }
  void set_state(std::span<const double> state) override { left_ = {state[0]}; }
  void kick(double strength) override { left_[0] += strength; }
  void drag(double x, double) override { left_[0] = x; }
  void draw(std::span<float> out) const override { out[0] = static_cast<float>(left_[0]); }
  std::vector<std::vector<double>> evaluation_states() const override { return {{3}, {7}}; }

 private:
  std::array<double, 1> left_{5};
};

/// An algorithm that does not learn: its policy is always the same action.
class Constant final : public Algorithm {
 public:
  explicit Constant(Scalar action) : action_(action) {}

  class Same final : public Actor {
   public:
    explicit Same(Scalar action) : action_(action) {}
    void act(const Matrix&, Matrix& actions, Rng*) override { actions.map().setConstant(action_); }

   private:
    Scalar action_;
  };

  std::span<const MetricInfo> metrics() const override { return {}; }
  std::unique_ptr<Actor> make_actor(int) const override { return std::make_unique<Same>(action_); }
  PolicyNetwork policy() const override { return {}; }
  void explore(const Matrix&, Matrix& action) override { action.map().setConstant(action_); }
  int learn(const Transition&) override { return 0; }
  void take_metrics(std::span<double>) override {}
  std::string non_finite() const override { return ""; }
  void digest(Digest&) const override {}
  void save(Writer&) override {}
  void load(Reader&) override {}

 private:
  Scalar action_;
};

}  // namespace acp
