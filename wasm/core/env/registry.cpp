#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "core/base/json.h"
#include "core/env/acrobot.h"
#include "core/env/bandit.h"
#include "core/env/cart_pole.h"
#include "core/env/exact_model.h"
#include "core/env/gridworld.h"
#include "core/env/lqr.h"
#include "core/env/mountain_car.h"
#include "core/env/pendulum.h"
#include "core/env/reacher.h"
#include "core/env/simulation.h"

namespace acp {

namespace {

constexpr std::size_t kLongestId = 40;

/// Never more than it has room for, so that entries stay where they are.
std::vector<EnvironmentEntry>& registry() {
  static std::vector<EnvironmentEntry> entries = [] {
    std::vector<EnvironmentEntry> own;
    own.reserve(kMostEnvironments);
    for (const auto entry : {pendulum_entry, mountain_car_continuous_entry, mountain_car_entry,
                             cart_pole_entry, cart_pole_swing_up_entry, acrobot_entry,
                             reacher_entry, bandit_entry, lqr_entry, gridworld_entry}) {
      own.push_back(entry());
    }
    return own;
  }();
  return entries;
}

bool is_id(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto other = [](char c) { return (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= kLongestId && letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || other(c); });
}

}  // namespace

std::span<const EnvironmentEntry> environments() { return registry(); }

void add_environment(EnvironmentEntry entry) {
  const auto refuse = [&](const char* why) {
    throw std::invalid_argument("environment \"" + entry.id.substr(0, kLongestId) + "\": " + why);
  };
  if (!is_id(entry.id)) {
    refuse("an id is a small letter and up to 39 small letters, digits and underscores");
  }
  auto& entries = registry();
  for (const auto& other : entries) {
    if (other.id == entry.id) refuse("there is one with this id");
  }
  if (entries.size() == kMostEnvironments) refuse("there is no room for more environments");
  entries.push_back(std::move(entry));
}

std::vector<Component> ranges(std::initializer_list<NamedRange> constants) {
  std::vector<Component> components;
  for (const auto& [name, low, high] : constants) components.push_back({name, low, high});
  return components;
}

std::vector<double> state_of(Environment& environment) {
  const Snapshot* snapshot = environment.snapshot();
  if (snapshot == nullptr) return {};
  const auto state = snapshot->state();
  return {state.begin(), state.end()};
}

void set_state(Environment& environment, std::span<const double> state) {
  if (Snapshot* snapshot = environment.snapshot()) snapshot->set_state(state);
}

std::unique_ptr<ExactModel> Environment::exact_model(double) const { return nullptr; }
double Environment::original_reward() const { return NAN; }

Complaint check_state(const EnvironmentInfo& info, std::span<const double> state) {
  if (info.state.empty()) return info.id + " cannot be put into a state";
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
    states.push_back(state_of(*drawn));
  }
  return states;
}

}  // namespace acp
