#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "core/base/math.h"
#include "core/env/host_environment.h"
#include "core/env/pendulum.h"

namespace acp {

/// The pendulum once more, as somebody outside would bring it: behind the table of functions, and
/// nothing else. One of the functions may be told to go wrong.
class OutsidePendulum {
 public:
  enum class Fault { fails, too_few, too_many, not_a_number };

  explicit OutsidePendulum(const std::string& id) {
    info = pendulum_entry().make(*pendulum_entry().make_config())->info();
    info.id = id;
    functions.host = this;
    functions.create = [](void* host) -> void* {
      return self(host).works("create") ? new Task{&self(host)} : nullptr;
    };
    functions.destroy = [](void* t) { delete &task(t); };
    functions.reset = [](void* t, const HostRandom* random) {
      const double theta = -math::kPi + 2 * math::kPi * random->uniform(random->stream);
      task(t).state = {theta, -1 + 2 * random->uniform(random->stream)};
      return task(t).outside->done("reset");
    };
    functions.step = step;
    functions.observe = [](void* t, double* out, int room) {
      const auto [theta, speed] = task(t).state;
      return give(t, "observe", std::array{math::cos(theta), math::sin(theta), speed}, out, room);
    };
    functions.save = [](void* t, double* out, int room) {
      return give(t, "save", task(t).state, out, room);
    };
    functions.load = [](void* t, const double* state) {
      std::copy_n(state, 2, task(t).state.begin());
      task(t).torque = task(t).reward = 0;
      return task(t).outside->done("load");
    };
    functions.draw = [](void* t, float* out, int room) {
      const auto& [outside, state, torque, reward] = task(t);
      return give(t, "draw", std::array{wrapped(state[0]), state[1], torque, reward}, out, room);
    };
    functions.kick = [](void* t, double strength) {
      task(t).state[1] = std::clamp(task(t).state[1] + 4 * strength, -8.0, 8.0);
      return task(t).outside->done("kick");
    };
    functions.drag = [](void* t, double x, double y) {
      task(t).state = {std::atan2(-x, y), 0};
      return task(t).outside->done("drag");
    };
    functions.copy = [](void* t) -> void* {
      return task(t).outside->works("copy") ? new Task(task(t)) : nullptr;
    };
    functions.starts = 100;
    functions.start = [](void* host, int i, double* out, int room) {
      const std::array state{-math::kPi + (i / 5 + 0.5) * 2 * math::kPi / 20,
                             -1 + (i % 5 + 0.5) * 0.4};
      return self(host).put("start", state, out, room);
    };
    functions.complaint = [](void* host) { return self(host).complaint.c_str(); };
  }

  OutsidePendulum(const OutsidePendulum&) = delete;

  void without_snapshot() {
    functions.save = nullptr;
    functions.load = nullptr;
    info.state.clear();
    functions.starts = 0;
  }
  void without_drawing() {
    functions.draw = nullptr;
    info.draw.clear();
  }
  void without_pointer() {
    functions.kick = nullptr;
    functions.drag = nullptr;
  }

  /// From now on `function` goes wrong after so many calls.
  void break_down(const std::string& function, Fault fault, int after = 0) {
    broken_ = function;
    fault_ = fault;
    countdown_ = after;
  }
  void mend() { broken_.clear(); }

  EnvironmentInfo info;
  HostFunctions functions;
  std::string complaint = "the rod is gone";
  int alive = 0;  ///< tasks

 private:
  struct Task {
    explicit Task(OutsidePendulum* maker) : outside(maker) { ++outside->alive; }
    Task(const Task& other)
        : outside(other.outside), state(other.state), torque(other.torque), reward(other.reward) {
      ++outside->alive;
    }
    ~Task() { --outside->alive; }
    OutsidePendulum* outside;
    std::array<double, 2> state{};
    double torque = 0;
    double reward = 0;
  };

  static OutsidePendulum& self(void* host) { return *static_cast<OutsidePendulum*>(host); }
  static Task& task(void* t) { return *static_cast<Task*>(t); }
  static double wrapped(double angle) {
    const double rest = std::fmod(angle + math::kPi, 2 * math::kPi);
    return (rest < 0 ? rest + 2 * math::kPi : rest) - math::kPi;
  }

  static int step(void* t, const double* action, const HostRandom*, double* reward,
                  int* terminated) {
    Task& it = task(t);
    auto& [theta, speed] = it.state;
    it.torque = std::clamp(action[0], -2.0, 2.0);
    const double angle = wrapped(theta);
    it.reward = -(angle * angle + 0.1 * (speed * speed) + 0.001 * (it.torque * it.torque));
    const double acceleration = 15 * math::sin(theta) + 3 * it.torque;
    speed = std::clamp(speed + acceleration * 0.05, -8.0, 8.0);
    theta += speed * 0.05;
    *reward = it.reward;
    *terminated = 0;
    if (it.outside->breaks("step") && it.outside->fault_ == Fault::not_a_number) {
      *reward = std::numeric_limits<double>::quiet_NaN();
      return 0;
    }
    return it.outside->done("step");
  }

  template <class Numbers, class Number>
  static int give(void* t, const char* function, const Numbers& numbers, Number* out, int room) {
    return task(t).outside->put(function, numbers, out, room);
  }
  template <class Numbers, class Number>
  int put(const char* function, const Numbers& numbers, Number* out, int room) {
    const int size = static_cast<int>(numbers.size());
    for (int i = 0; i < std::min(size, room); ++i) {
      out[i] = static_cast<Number>(numbers[static_cast<std::size_t>(i)]);
    }
    if (!breaks(function)) return size;
    if (fault_ == Fault::not_a_number) out[size - 1] = std::numeric_limits<Number>::infinity();
    if (fault_ == Fault::too_few) return size - 1;
    if (fault_ == Fault::too_many) return size + 1;
    return fault_ == Fault::fails ? -1 : size;
  }
  bool works(const char* function) { return !breaks(function); }
  int done(const char* function) { return breaks(function) ? -1 : 0; }
  bool breaks(const std::string& function) { return function == broken_ && countdown_-- <= 0; }

  std::string broken_;
  Fault fault_ = Fault::fails;
  int countdown_ = 0;
};

}  // namespace acp
