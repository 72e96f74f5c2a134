// Q-learning with a table (Watkins, 1989; Watkins and Dayan, 1992):
//
//     Q(s, a) <- Q(s, a) + eta (r_t + gamma (1 - terminated) max_b Q(s_t, b) - Q(s, a))
//
// in every step, with an epsilon-greedy behaviour policy. Off-policy: it learns the value of the
// greedy policy whatever it does itself. The maximum needs a finite number of actions.
#include "core/algo/tabular_q.h"

#include <cmath>

#include "core/algo/epsilon_greedy.h"
#include "core/algo/metrics.h"
#include "core/algo/returns.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"td_error", "temporal-difference error", "", "\\overline{|\\delta|}",
     "Mean size of the correction that each step asks for."},
    {"epsilon", "random share", "", "\\epsilon", "Share of random actions."}};
enum Metric { kTdError, kEpsilon, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

struct TabularQConfig final : Config {
  double gamma = 0.95;
  double learning_rate = 0.2;
  double initial_value = 0;
  EpsilonGreedy exploration;

  void visit(ParameterVisitor& v) override {
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

  void explore(const Matrix& observation, Matrix& action) override {
    const double epsilon = config_.exploration.epsilon(steps_);
    metrics_.add(kEpsilon, epsilon);
    const auto choices = static_cast<std::uint32_t>(table_.rows());
    const int greedy = argmax(table_, state_of(observation.col(0), table_.cols()));
    const bool random = policy_.uniform() < epsilon;
    action(0, 0) = static_cast<Scalar>(random ? static_cast<int>(policy_.index(choices)) : greedy);
  }

  int learn(const Transition& x) override {
    ++steps_;
    const int s_tm1 = state_of(x.observation.data(), table_.cols());
    const int s_t = state_of(x.next_observation.data(), table_.cols());
    const auto discount_t = static_cast<Scalar>(x.terminated ? 0 : config_.gamma);
    Scalar& q_tm1 = table_(static_cast<int>(x.action[0]), s_tm1);
    const std::span q_t(table_.col(s_t), static_cast<std::size_t>(table_.rows()));
    const Scalar target = q_learning_target(x.reward, discount_t, q_t);
    const Scalar error = target - q_tm1;
    q_tm1 += static_cast<Scalar>(config_.learning_rate) * error;
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
       .help = "A table of values, moved towards reward plus the best next value in each step.",
       .source = "Watkins and Dayan, 1992",
       .metrics = kMetrics,
       .accepts = [](const TaskShape& task) -> Complaint {
         if (auto complaint = needs_discrete_actions(task); !complaint.empty()) return complaint;
         if (task.states > 0) return {};
         return "a table needs a finite number of states, and this environment has a continuum; "
                "a network in place of the table is dqn";
       }});
}

}  // namespace acp
