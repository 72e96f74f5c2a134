// A task of whoever writes its formulas: what is parsed once is run step by step, in double
// precision and with the functions of core/base/math.h, so that it has the same bits everywhere.
#include "core/env/formula.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/escape.h"
#include "core/base/json.h"
#include "core/env/formula_task.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

using formula::Slot;
using formula::Task;
using formula::Variable;

constexpr const char* kPendulum =
    "constants: g = 10 in [0, 20];\n"
    "state: theta = uniform(-pi, pi) in [-pi, pi], omega = uniform(-1, 1) in [-8, 8];\n"
    "action: u in [-2, 2];\n"
    "next: omega' = clip(omega + (1.5 g sin(theta) + 3 u) 0.05, -8, 8),\n"
    "  theta' = theta + 0.05 omega';\n"
    "reward: -(wrap(theta)^2 + 0.1 omega^2 + 0.001 u^2);\n"
    "observe: cos(theta), sin(theta), omega in [-8, 8];\n"
    "limit: 200;\n"
    "seconds: 0.05;\n"
    "draw: rod(-theta)";

Complaint complaint_about(std::string_view text) {
  if (auto complaint = complaint_about_escapes(text); !complaint.empty()) return complaint;
  try {
    formula::parse(*unescaped(text));
  } catch (const formula::Error& error) {
    return error.what();
  }
  return {};
}

Complaint complaint_about_range(const Variable& variable, std::span<const double> slots) {
  const auto& [name, slot, low, high, has_range] = variable;
  if (!has_range || (slots[low] < slots[high] && std::isfinite(slots[high] - slots[low]))) {
    return {};
  }
  return "formula.task: with these constants the range of " + name + " is empty: [" +
         number_text(slots[low] + 0.0) + ", " + number_text(slots[high] + 0.0) + "]";
}

struct FormulaConfig final : Config {
  std::string text = escaped(kPendulum);
  std::shared_ptr<const Task> task = std::make_shared<const Task>(formula::parse(kPendulum));
  std::vector<double> constants = defaults();

  void visit(ParameterVisitor& v) override {
    constexpr const char* group = "Environment";
    const std::string before = text;
    v.text({.name = "task",
            .title = "formulas",
            .group = group,
            .help = "The sections constants, state, action, next, reward, terminate, observe, "
                    "limit, seconds and draw."},
           text, {.max_length = formula::kLongestText, .check = complaint_about, .quoted = false});
    if (text != before) {
      const std::string plain = *unescaped(text);
      text = escaped(plain);
      task = std::make_shared<const Task>(formula::parse(plain));
      constants = defaults();
    }
    const auto slots = set_up();
    for (std::size_t i = 0; i < constants.size(); ++i) {
      const Variable& each = task->parameters[i];
      v.number({.name = each.name.c_str(),
                .title = each.name.c_str(),
                .group = group,
                .help = "A constant of the task."},
               constants[i], {slots[each.low], slots[each.high]});
    }
  }

  /// All slots, with the constants as they are set.
  std::vector<double> set_up() const {
    std::vector<double> slots = task->slots;
    for (std::size_t i = 0; i < constants.size(); ++i) {
      slots[task->parameters[i].slot] = constants[i];
    }
    Rng nothing_random(0, Stream::environment);
    formula::run(task->setup, slots, nothing_random);
    return slots;
  }

  /// Constants decide on ranges, which have to be some still.
  Complaint check() const override {
    const auto slots = set_up();
    for (const auto* list : {&task->state, &task->action, &task->observation}) {
      for (const auto& variable : *list) {
        if (auto complaint = complaint_about_range(variable, slots); !complaint.empty()) {
          return complaint;
        }
      }
    }
    for (const auto& shape : task->shapes) {
      if (auto complaint = complaint_about_range(shape.along, slots); !complaint.empty()) {
        return complaint;
      }
    }
    return {};
  }

 private:
  std::vector<double> defaults() const {
    std::vector<double> values;
    for (const auto& each : task->parameters) values.push_back(task->slots[each.slot]);
    return values;
  }
};

EnvironmentInfo make_info(const Task& task, std::span<const double> slots) {
  const auto components = [&](const std::vector<Variable>& variables) {
    std::vector<Component> all;
    all.reserve(variables.size());
    for (const auto& [name, slot, low, high, has_range] : variables) {
      all.push_back({name, has_range ? slots[low] : -1, has_range ? slots[high] : 1});
    }
    return all;
  };
  EnvironmentInfo info{.id = "formula",
                       .title = "Formulas",
                       .help = "A task of your own: write what comes next, and what it is worth.",
                       .source = "docs/formula-tasks.md",
                       .observation = components(task.observation),
                       .action = {.discrete = !task.choices.empty(), .names = task.choices},
                       .state = components(task.state),
                       .draw = {},
                       .time_limit = task.time_limit,
                       .seconds_per_step = task.seconds_per_step,
                       .reference = {}};
  for (const auto& component : info.state) info.draw.push_back(component.name);
  if (info.action.discrete) info.draw.emplace_back("choice");
  for (const auto& [name, slot, low, high, has_range] : task.action) {
    info.action.names.push_back(name);
    info.action.low.push_back(slots[low]);
    info.action.high.push_back(slots[high]);
    info.draw.push_back(name);
  }
  info.draw.emplace_back("reward");
  // A drawing cannot know where they usually lie: names of formulas have no spaces.
  const auto add_range = [&](const std::string& name) {
    info.draw.push_back(name + " low");
    info.draw.push_back(name + " high");
  };
  for (const auto& component : info.state) add_range(component.name);
  for (const auto& [name, slot, low, high, has_range] : task.action) add_range("action " + name);
  for (const auto& name : task.choices) info.draw.push_back("choice " + name);
  for (std::size_t i = 0; i < task.shapes.size(); ++i) {
    const formula::Shape& shape = task.shapes[i];
    const std::string stem = "shape " + std::to_string(i + 1) + " " + shape.name + " ";
    for (const auto& name : shape.names) info.draw.push_back(stem + name);
    info.draw.push_back(stem + "from");
    info.draw.push_back(stem + "to");
  }
  return info;
}

class FormulaEnvironment final : public Environment, public Snapshot, public Drawing {
 public:
  explicit FormulaEnvironment(const FormulaConfig& config)
      : task_(config.task),
        slots_(config.set_up()),
        info_(std::make_shared<const EnvironmentInfo>(make_info(*task_, slots_))),
        state_(task_->state.size()) {}

  const EnvironmentInfo& info() const override { return *info_; }
  std::unique_ptr<Environment> clone() const override {
    return std::make_unique<FormulaEnvironment>(*this);
  }
  Snapshot* snapshot() override { return this; }
  const Drawing* drawing() const override { return this; }

  void reset(Rng& rng) override {
    formula::run(task_->reset, slots_, rng);
    for (std::size_t i = 0; i < state_.size(); ++i) {
      const Variable& component = task_->state[i];
      state_[i] = checked("state", component.name, slots_[component.slot]);
    }
    act_in_no_way();
  }

  StepResult step(std::span<const double> action, Rng& rng) override {
    put(action);
    formula::run(task_->step, slots_, rng);
    reward_ = slots_[task_->reward];
    if (!(std::abs(reward_) <= kLargestNumber)) {
      throw EnvironmentError("reward is not a finite number");
    }
    const bool terminated = slots_[task_->terminated] != 0;
    for (std::size_t i = 0; i < state_.size(); ++i) {
      state_[i] = checked("next", task_->state[i].name + "'", slots_[task_->next[i]]);
    }
    for (std::size_t i = 0; i < state_.size(); ++i) slots_[task_->state[i].slot] = state_[i];
    return {reward_, terminated};
  }

  void observe(std::span<double> observation) const override {
    formula::run(task_->observe, slots_, nothing_random_);
    for (std::size_t i = 0; i < observation.size(); ++i) {
      const auto& [name, slot, low, high, has_range] = task_->observation[i];
      observation[i] = slots_[slot];
      if (!(std::abs(observation[i]) <= kLargestNumber)) {
        throw EnvironmentError("observe: " + name + " is not a finite number");
      }
    }
  }

  std::span<const double> state() const override { return state_; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), state_.size(), state_.begin());
    for (std::size_t i = 0; i < state_.size(); ++i) slots_[task_->state[i].slot] = state_[i];
    act_in_no_way();
  }

  void draw(std::span<float> out) const override {
    auto next = std::copy(state_.begin(), state_.end(), out.begin());
    if (info_->action.discrete) *next++ = static_cast<float>(slots_[task_->choice]);
    for (const auto& action : task_->action) *next++ = static_cast<float>(slots_[action.slot]);
    *next++ = static_cast<float>(reward_);
    const auto put = [&](double number) { *next++ = static_cast<float>(number); };
    for (const auto& component : info_->state) {
      put(component.low);
      put(component.high);
    }
    for (std::size_t i = 0; i < task_->action.size(); ++i) {
      put(info_->action.low[i]);
      put(info_->action.high[i]);
    }
    for (std::size_t i = 0; i < task_->choices.size(); ++i) {
      put(slots_[task_->choice] == static_cast<double>(i) ? 1 : 0);
    }
    formula::run(task_->draw, slots_, nothing_random_);
    for (const auto& [name, names, numbers, along] : task_->shapes) {
      for (const Slot number : numbers) put(drawable(slots_[number]));
      put(along.has_range ? slots_[along.low] : -1);
      put(along.has_range ? slots_[along.high] : 1);
    }
  }

  std::vector<std::vector<double>> evaluation_states() const override {
    return drawn_states(*this, 20);
  }

 private:
  /// What networks can take in.
  static constexpr double kLargestNumber = std::numeric_limits<float>::max();

  /// A number, or NaN: what cannot be drawn stops nothing.
  static double drawable(double value) {
    return std::abs(value) <= kLargestNumber ? value : std::numeric_limits<double>::quiet_NaN();
  }
  static double checked(const char* section, const std::string& name, double value) {
    if (std::abs(value) <= kLargestStateComponent) return value;
    throw EnvironmentError(std::string(section) + ": " + name + " is " +
                           (std::isfinite(value) ? "beyond 100,000" : "not a finite number"));
  }

  void put(std::span<const double> action) {
    if (info_->action.discrete) slots_[task_->choice] = action[0];
    for (std::size_t i = 0; i < task_->action.size(); ++i) {
      const auto& space = info_->action;
      slots_[task_->action[i].slot] = std::clamp(action[i], space.low[i], space.high[i]);
    }
  }
  void act_in_no_way() {
    if (info_->action.discrete) slots_[task_->choice] = -1;
    for (const auto& action : task_->action) slots_[action.slot] = 0;
    reward_ = 0;
  }

  std::shared_ptr<const Task> task_;
  mutable std::vector<double> slots_;  ///< observing and drawing compute in those that are its own
  std::shared_ptr<const EnvironmentInfo> info_;
  std::vector<double> state_;
  double reward_ = 0;
  mutable Rng nothing_random_{0, Stream::environment};
};

}  // namespace

EnvironmentEntry formula_entry() {
  FormulaConfig config;
  return entry_of<FormulaEnvironment, FormulaConfig>(make_info(*config.task, config.set_up()));
}

}  // namespace acp
