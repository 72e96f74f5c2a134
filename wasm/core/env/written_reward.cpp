// r'(s, a, s', r): a reward that is written as a formula, of what an environment goes through and
// of its own reward r. The rest is the environment's own, its random numbers included.
#include "core/env/written_reward.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/escape.h"
#include "core/env/formula_expressions.h"
#include "core/env/formula_task.h"

namespace acp {
namespace {

/// Characters, as a configuration has them: escaped.
constexpr int kLongestReward = 1000;

/// A name as formulas may have it: other characters than letters and digits are `_`.
std::string word_of(const std::string& name) {
  std::string word = name;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  std::replace_if(
      word.begin(), word.end(), [&](char c) { return !fits(c); }, '_');
  if (word.empty() || (word[0] >= '0' && word[0] <= '9')) word.insert(0, 1, '_');
  return word;
}

/// What a reward is of, in the order of its slots: state, next state, action, its choices, reward.
std::vector<std::string> variables_of(const EnvironmentInfo& info) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    std::string word = word_of(name);
    while (formula::has_meaning(word) || word == "pi" || word == "reward" ||
           std::find(names.begin(), names.end(), word) != names.end()) {
      word += '_';
    }
    names.push_back(std::move(word));
  };
  for (const auto& component : info.state) add(component.name);
  for (std::size_t i = 0; i < info.state.size(); ++i) names.push_back(names[i] + "'");
  if (info.action.discrete) add("action");
  for (const auto& name : info.action.names) add(name);
  names.emplace_back("reward");
  return names;
}

formula::Expression compiled(const EnvironmentInfo& info, const std::string& text) {
  return formula::parse_expression(*unescaped(text), variables_of(info));
}

EnvironmentInfo without_references(EnvironmentInfo info) {
  info.reference = {};
  return info;
}

class WrittenReward final : public Environment {
 public:
  WrittenReward(std::unique_ptr<Environment> environment, const std::string& text)
      : environment_(std::move(environment)),
        info_(std::make_shared<const EnvironmentInfo>(without_references(environment_->info()))),
        expression_(compiled(*info_, text)) {
    if (!info_->action.discrete) return;
    for (std::size_t i = 0; i < info_->action.names.size(); ++i) {
      expression_.slots[action() + 1 + i] = static_cast<double>(i);
    }
  }

  const EnvironmentInfo& info() const override { return *info_; }
  void reset(Rng& rng) override { environment_->reset(rng); }
  void observe(std::span<double> observation) const override { environment_->observe(observation); }
  Snapshot* snapshot() override { return environment_->snapshot(); }
  const Drawing* drawing() const override { return environment_->drawing(); }
  Pointer* pointer() override { return environment_->pointer(); }
  std::unique_ptr<Environment> clone() const override {
    auto same = environment_->clone();
    if (same == nullptr) return nullptr;
    return std::unique_ptr<Environment>(new WrittenReward(*this, std::move(same)));
  }
  std::vector<std::vector<double>> evaluation_states() const override {
    return environment_->evaluation_states();
  }
  double original_reward() const override { return original_reward_; }

  StepResult step(std::span<const double> action, Rng& rng) override {
    put_state(0);
    put(action);
    const auto [reward, terminated] = environment_->step(action, rng);
    original_reward_ = reward;
    put_state(info_->state.size());
    auto& slots = expression_.slots;
    slots[action_end()] = reward;
    formula::run(expression_.code, slots, nothing_random_);
    const double written = slots[expression_.value];
    if (!(std::abs(written) <= std::numeric_limits<float>::max())) {
      throw EnvironmentError("reward is not a finite number");
    }
    return {written, terminated};
  }

 private:
  WrittenReward(const WrittenReward& other, std::unique_ptr<Environment> environment)
      : environment_(std::move(environment)),
        info_(other.info_),
        expression_(other.expression_),
        original_reward_(other.original_reward_) {}

  // Where the names of `variables_of` have their slots.
  std::size_t action() const { return 2 * info_->state.size(); }
  std::size_t action_end() const {
    return action() + info_->action.names.size() + (info_->action.discrete ? 1 : 0);
  }

  void put_state(std::size_t first) {
    const Snapshot* snapshot = environment_->snapshot();
    if (snapshot == nullptr) return;
    const auto state = snapshot->state();
    std::copy(state.begin(), state.end(),
              expression_.slots.begin() + static_cast<std::ptrdiff_t>(first));
  }
  void put(std::span<const double> acted) {
    const ActionSpace& space = info_->action;
    for (std::size_t i = 0; i < acted.size(); ++i) {
      expression_.slots[action() + i] =
          space.discrete ? acted[i] : std::clamp(acted[i], space.low[i], space.high[i]);
    }
  }

  std::unique_ptr<Environment> environment_;
  std::shared_ptr<const EnvironmentInfo> info_;
  formula::Expression expression_;
  double original_reward_ = 0;
  Rng nothing_random_{0, Stream::environment};
};

class FormulaRewards final : public RewardLanguage {
 public:
  void visit(ParameterVisitor& v, std::string& text) const override {
    v.text({.name = "reward",
            .title = "reward",
            .group = "Run",
            .help = "A formula in the place of the task's own reward, which is `reward` in it."},
           text, {.max_length = kLongestReward, .check = complaint_about_escapes});
    text = escaped(*unescaped(text));
  }
  std::vector<std::string> variables(const EnvironmentInfo& info) const override {
    return variables_of(info);
  }
  Complaint check(const EnvironmentInfo& info, const std::string& text) const override {
    try {
      compiled(info, text);
    } catch (const formula::Error& error) {
      return error.what();
    }
    return {};
  }
  std::unique_ptr<Environment> pay(std::unique_ptr<Environment> environment,
                                   const std::string& text) const override {
    return std::make_unique<WrittenReward>(std::move(environment), text);
  }
};

}  // namespace

const RewardLanguage& formula_rewards() {
  static const FormulaRewards rewards;
  return rewards;
}

}  // namespace acp
