// Temporal-difference control with a table, in every step, by an epsilon-greedy behaviour policy b:
//
//     Q(s, a) <- Q(s, a) + eta (r_t + gamma (1 - terminated) target - Q(s, a))
//
//     maximum       max_c Q(s_t, c): Q-learning (Watkins, 1989; Watkins and Dayan, 1992),
//     off-policy: it
//                   learns the values of the greedy policy whatever it does itself
//     expectation   sum_c b(c|s_t) Q(s_t, c): expected SARSA (van Seijen et al., 2009)
//     next action   Q(s_t, a_t) of the action that comes next: SARSA (Rummery and Niranjan, 1994)
//
// The last two learn the values of b itself, its mistakes included. The action that comes next is
// the one that b draws from its stream for s_t; where s_t is s again, this update may yet change
// it.
#include "core/algo/tabular_q.h"

#include <cmath>

#include "core/algo/epsilon_greedy.h"
#include "core/algo/metrics.h"
#include "core/algo/returns.h"
#include "core/algo/tabular_q_lines.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"td_error", "temporal-difference error", "", "\\overline{|\\delta|}",
     "Mean size of the correction that each step asks for."},
    {"epsilon", "random share", "", "\\epsilon", "Share of random actions."}};
enum Metric { kTdError, kEpsilon, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

enum class Target { maximum, expectation, next_action };

struct TabularQConfig final : Config {
  Target target = Target::maximum;
  double gamma = 0.95;
  double learning_rate = 0.2;
  double initial_value = 0;
  EpsilonGreedy exploration;

  void visit(ParameterVisitor& v) override {
    static constexpr Option targets[] = {
        {"maximum", "maximum", "Of the best next action: Q-learning."},
        {"expectation", "expectation", "Over what exploring may do next: expected SARSA."},
        {"next_action", "next action", "Of what is done next: SARSA."}};
    v.choice({.name = "target",
              .title = "next value",
              .group = "Learning",
              .help = "What a step expects of the next state.",
              .live = true},
             target, targets);
    visit_discount(v, gamma);
    v.number({.name = "learning_rate",
              .title = "learning rate",
              .symbol = "\\eta",
              .group = "Learning",
              .help = "Share of the way to the target in each step.",
              .live = true},
             learning_rate, {0.001, 1, Scale::log});
    v.number({.name = "initial_value",
              .title = "initial value",
              .symbol = "Q_0",
              .group = "Learning",
              .help = "Of every action in every state; optimism explores."},
             initial_value, {-100, 100});
    exploration.visit(v);
  }
  /// A table is small.
  MemoryUse memory(const TaskShape&) const { return {}; }
};

/// The state of which the observation is the indicator.
int state_of(const Scalar* observation, int states) {
  return static_cast<int>(std::max_element(observation, observation + states) - observation);
}

class TabularQActor final : public Actor {
 public:
  explicit TabularQActor(const Matrix& table) : table_(&table) {}
  void act(const Matrix& observations, Matrix& actions, Rng*) override {
    for (int j = 0; j < observations.cols(); ++j) {
      const int s = state_of(observations.col(j), table_->cols());
      actions(0, j) = static_cast<Scalar>(argmax(*table_, s));
    }
  }

 private:
  const Matrix* table_;
};

class TabularQ final : public Algorithm {
 public:
  TabularQ(const TabularQConfig& config, TaskShape task, std::uint64_t seed)
      : config_(config), policy_(seed, Stream::policy), table_(task.action_size, task.states) {
    table_.map().setConstant(static_cast<Scalar>(config.initial_value));
    // A little noise, so that equal actions of a new state differ.
    Rng initialisation(seed, Stream::initialisation);
    for (int s = 0; s < table_.cols(); ++s) {
      for (int a = 0; a < table_.rows(); ++a) {
        table_(a, s) += static_cast<Scalar>(initialisation.uniform(-kNoise, kNoise));
      }
    }
  }

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int) const override {
    return std::make_unique<TabularQActor>(table_);
  }
  PolicyNetwork policy() const override { return {PolicyHead::action_values, nullptr, values()}; }
  Insight insight() const override { return {.epsilon = epsilon()}; }

  void explore(const Matrix& observation, Matrix& action) override {
    metrics_.add(kEpsilon, epsilon());
    action(0, 0) =
        static_cast<Scalar>(behave(state_of(observation.col(0), table_.cols()), policy_));
  }

  int learn(const Transition& x) override {
    ++steps_;
    const int s_tm1 = state_of(x.observation.data(), table_.cols());
    const int s_t = state_of(x.next_observation.data(), table_.cols());
    const auto discount_t = static_cast<Scalar>(x.terminated ? 0 : config_.gamma);
    const int a_tm1 = static_cast<int>(x.action[0]);
    Scalar& q_tm1 = table_(a_tm1, s_tm1);
    trace_.begin_update(1);
    trace_.next("state", s_tm1);
    trace_.next("next_state", s_t);
    const Scalar y = target(x.reward, discount_t, s_t);
    trace_.next("y", y);
    const Scalar error = y - q_tm1, before = q_tm1;
    q_tm1 += static_cast<Scalar>(config_.learning_rate) * error;
    trace_.next("error", error);
    trace_.weight("q", {{"state", s_tm1},
                        {"action", a_tm1},
                        {"rate", config_.learning_rate},
                        {"before", before},
                        {"after", q_tm1}});
    metrics_.add(kTdError, std::abs(static_cast<double>(error)));
    return 1;
  }

  void tune(const TabularQConfig& tuned) { config_ = tuned; }
  void take_metrics(std::span<double> out) override { metrics_.take(out); }
  std::string non_finite() const override {
    return all_finite(values()) ? "" : "a value of the table";
  }
  void digest(Digest& digest) const override { digest.add(values()); }
  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  static constexpr double kNoise = 1e-6;

  double epsilon() const { return config_.exploration.epsilon(steps_); }
  /// What the behaviour policy does in a state.
  int behave(int state, Rng& rng) const {
    const auto choices = static_cast<std::uint32_t>(table_.rows());
    const bool random = rng.uniform() < epsilon();
    return random ? static_cast<int>(rng.index(choices)) : argmax(table_, state);
  }

  Scalar target(Scalar r_t, Scalar discount_t, int s_t) const {
    const std::span q_t(table_.col(s_t), static_cast<std::size_t>(table_.rows()));
    trace_.column("q_next", q_t);
    trace_.batch("gamma", config_.gamma);
    switch (config_.target) {
      case Target::maximum:
        return q_learning_target(r_t, discount_t, q_t);
      case Target::expectation:
        trace_.batch("epsilon", epsilon());
        return expected_sarsa_target(r_t, discount_t, q_t, static_cast<Scalar>(epsilon()));
      case Target::next_action:
        break;
    }
    Rng ahead = policy_;
    const int a_t = behave(s_t, ahead);
    trace_.next("a_next", a_t);
    return td_target(r_t, discount_t, table_(a_t, s_t));
  }

  std::span<const Scalar> values() const {
    return {table_.col(0), static_cast<std::size_t>(table_.stride()) * table_.cols()};
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(named("policy_stream", policy_), checked("steps_explored", steps_, kCount),
            named("metrics", metrics_));
    for (int s = 0; s < table_.cols(); ++s) {
      archive(checked("table", std::span(table_.col(s), static_cast<std::size_t>(table_.rows())),
                      kComputed));
    }
  }

  TabularQConfig config_;
  Rng policy_;
  Matrix table_;  ///< [actions x states]
  std::int64_t steps_ = 0;
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry tabular_q_entry() {
  return entry_of<TabularQ, TabularQConfig>(
      {.id = "tabular_q",
       .title = "Q-learning, tabular",
       .help =
           "A table of values, moved towards reward plus the next value in each step; SARSA is one "
           "of its targets.",
       .source = "Watkins and Dayan, 1992",
       .metrics = kMetrics,
       .lines = tabular_q_lines(),
       .accepts = [](const TaskShape& task) -> Complaint {
         if (auto complaint = needs_discrete_actions(task); !complaint.empty()) return complaint;
         if (task.states > 0) return {};
         return "a table needs a finite number of states, and this environment has a continuum; "
                "a network in place of the table is dqn";
       }});
}

}  // namespace acp
