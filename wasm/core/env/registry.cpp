#include "core/base/json.h"
#include "core/env/acrobot.h"
#include "core/env/bandit.h"
#include "core/env/cart_pole.h"
#include "core/env/gridworld.h"
#include "core/env/lqr.h"
#include "core/env/mountain_car.h"
#include "core/env/pendulum.h"
#include "core/env/reacher.h"

namespace acp {

std::span<const EnvironmentEntry> environments() {
  static const EnvironmentEntry entries[] = {pendulum_entry(),
                                             mountain_car_continuous_entry(),
                                             mountain_car_entry(),
                                             cart_pole_entry(),
                                             cart_pole_swing_up_entry(),
                                             acrobot_entry(),
                                             reacher_entry(),
                                             bandit_entry(),
                                             lqr_entry(),
                                             gridworld_entry()};
  return entries;
}

std::vector<Component> ranges(std::initializer_list<NamedRange> constants) {
  std::vector<Component> components;
  for (const auto& [name, low, high] : constants) components.push_back({name, low, high});
  return components;
}

Complaint check_state(const EnvironmentInfo& info, std::span<const double> state) {
  if (state.size() != info.state.size()) {
    std::string text = std::to_string(state.size()) + " numbers where " + info.id + " has " +
                       std::to_string(info.state.size()) + ":";
    for (const auto& component : info.state) text += " " + component.name;
    return text;
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!(state[i] >= -kLargestStateComponent && state[i] <= kLargestStateComponent)) {
      return info.state[i].name + " " + number_text(state[i]) + " is outside [" +
             number_text(-kLargestStateComponent) + ", " + number_text(kLargestStateComponent) +
             "]";
    }
  }
  return {};
}

std::vector<std::vector<double>> drawn_states(const Environment& environment, int count) {
  const auto drawn = environment.clone();
  Rng rng(0, Stream::evaluation);
  std::vector<std::vector<double>> states;
  for (int i = 0; i < count; ++i) {
    drawn->reset(rng);
    states.emplace_back(drawn->state().begin(), drawn->state().end());
  }
  return states;
}

}  // namespace acp
