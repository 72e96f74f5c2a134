// Deep Q-learning (Mnih et al., 2015), with double Q-learning as an option (van Hasselt et al.,
// 2016):
//
//     y  = r_t + gamma (1 - terminated) max_b Q^T(s_t, b)
//     y  = r_t + gamma (1 - terminated) Q^T(s_t, argmax_b Q(s_t, b))      double
//     Q  : minimise mean (Q(s, a) - y)^2
//     Q^T: follows by tau in every n-th update
//
// The maximum over noisy values overestimates; the double form less so. It needs a finite number of
// actions: over a continuous one it would be an optimisation of its own in every step.
#include "core/algo/dqn.h"

#include "core/algo/critic.h"
#include "core/algo/dqn_lines.h"
#include "core/algo/epsilon_greedy.h"
#include "core/algo/metrics.h"
#include "core/algo/off_policy.h"
#include "core/algo/returns.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"critic_loss", "critic loss", "", "\\overline{(Q(s,a)-y)^2}",
     "Mean squared error against the bootstrapped target."},
    {"mean_q", "mean Q", "", "\\overline{Q(s,a)}", "Mean value of replayed actions."},
    {"epsilon", "random share", "", "\\epsilon", "Share of random actions."}};
enum Metric { kCriticLoss, kMeanQ, kEpsilon, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

struct DqnConfig final : Config {
  static constexpr int kLongestInterval = 10'000;

  double gamma = 0.99;
  double tau = 0.01;
  int target_interval = 1;
  double learning_rate = 1e-3;
  bool double_q = false;
  EpsilonGreedy exploration;
  ReplaySettings replay;
  NetworkSettings networks;

  DqnConfig() { replay.batch_size = 64; }

  void visit(ParameterVisitor& v) override {
    visit_discount(v, gamma);
    visit_target_smoothing(v, tau);
    v.integer({.name = "target_interval",
               .title = "target interval",
               .unit = "updates",
               .group = "Learning",
               .help = "Updates from one move of the target network to the next.",
               .live = true},
              target_interval, {1, kLongestInterval, Scale::log});
    visit_learning_rate(v, "learning_rate", "learning rate", "\\eta", learning_rate);
    v.boolean({.name = "double_q",
               .title = "double Q-learning",
               .group = "Learning",
               .help = "Choose the next action by Q, value it by the target network."},
              double_q);
    exploration.visit(v);
    replay.visit(v);
    networks.visit(v);
  }
  MemoryUse memory(const TaskShape& task) const {
    MemoryUse use;
    use.replay("buffer_size", replay.buffer_size, task);
    use.batches("batch_size", replay.batch_size, networks, task);
    use.weights(5, networks, task);
    return use;
  }
};

class DqnActor final : public Actor {
 public:
  DqnActor(const CriticEnsemble& critic, int batch)
      : critic_(&critic), pass_(critic.mlp(), batch) {}
  void act(const Matrix& observations, Matrix& actions, Rng*) override {
    const Matrix& q = pass_.forward(critic_->theta(0), observations);
    for (int j = 0; j < q.cols(); ++j) actions(0, j) = static_cast<Scalar>(argmax(q, j));
  }

 private:
  const CriticEnsemble* critic_;
  MlpPass pass_;
};

class Dqn final : public OffPolicy {
 public:
  Dqn(const DqnConfig& config, TaskShape task, std::uint64_t seed)
      : Dqn(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int batch) const override {
    return std::make_unique<DqnActor>(critic_, batch);
  }
  PolicyNetwork policy() const override {
    return {PolicyHead::action_values, &critic_.mlp(), critic_.theta(0)};
  }
  Insight insight() const override {
    return {.critics = &critic_, .epsilon = config_.exploration.epsilon(steps_)};
  }
  void tune(const DqnConfig& tuned) {
    config_ = tuned;
    set_replay(tuned.replay);
  }
  void take_metrics(std::span<double> out) override { metrics_.take(out); }
  std::string non_finite() const override { return critic_.finite() ? "" : "a weight of Q"; }
  void digest(Digest& digest) const override { critic_.digest(digest); }
  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  Dqn(const DqnConfig& config, TaskShape task, std::uint64_t seed, Rng initialisation)
      : OffPolicy(config.replay, task, seed),
        config_(config),
        critic_(config.networks.shape(task.observation_size, task.action_size), 1,
                config.replay.batch_size, initialisation),
        behaviour_(make_actor(1)),
        next_q_(task.action_size, config.replay.batch_size),
        selector_(task.action_size, config.replay.batch_size),
        targets_(static_cast<std::size_t>(config.replay.batch_size)) {}

  Scalar act(const Matrix& observation, Matrix& action, Rng& noise) override {
    const double epsilon = config_.exploration.epsilon(steps_++);
    metrics_.add(kEpsilon, epsilon);
    if (noise.uniform() < epsilon) {
      const auto choices = static_cast<std::uint32_t>(task().action_size);
      action(0, 0) = static_cast<Scalar>(noise.index(choices));
    } else {
      behaviour_->act(observation, action, nullptr);
    }
    return 0;
  }

  void update(Rng&) override {
    critic_.target_values(batch().next_observation, next_q_, trace_);
    if (config_.double_q) {
      critic_.values(batch().next_observation, selector_);
      trace_.sample("q_select", selector_);
    }
    const Matrix& selector = config_.double_q ? selector_ : next_q_;
    const auto choices = static_cast<std::size_t>(task().action_size);
    const auto gamma = static_cast<Scalar>(config_.gamma);
    trace_.batch("gamma", config_.gamma);
    for (int j = 0; j < batch().size(); ++j) {
      const auto i = static_cast<std::size_t>(j);
      targets_[i] = double_q_target(batch().reward[i], gamma * batch().discount_mask[i],
                                    {next_q_.col(j), choices}, {selector.col(j), choices});
    }
    trace_.sample("y", targets_);
    const auto fit =
        critic_.fit(batch().observation, &batch().action, targets_, config_.learning_rate, trace_);
    metrics_.add(kCriticLoss, fit.loss);
    metrics_.add(kMeanQ, fit.mean_q);
    updates_ = (updates_ + 1) % config_.target_interval;
    if (updates_ == 0) critic_.update_targets(config_.tau, trace_);
  }

  template <class Archive>
  void archive(Archive& archive) {
    OffPolicy::archive(archive);
    archive(named("critic", critic_), checked("steps_explored", steps_, kCount),
            checked("target_updates", updates_, index_below(DqnConfig::kLongestInterval)),
            named("metrics", metrics_));
  }

  DqnConfig config_;
  CriticEnsemble critic_;
  std::unique_ptr<Actor> behaviour_;
  Matrix next_q_;
  Matrix selector_;
  Buffer targets_;
  std::int64_t steps_ = 0;  ///< after the warm-up
  int updates_ = 0;         ///< since the target network moved
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry dqn_entry() {
  return entry_of<Dqn, DqnConfig>(
      {.id = "dqn",
       .title = "Deep Q-learning",
       .help = "Q-learning with a network, replay and a target network; acts greedily on Q.",
       .source = "Mnih et al., 2015; van Hasselt et al., 2016",
       .metrics = kMetrics,
       .lines = dqn_lines(),
       .accepts = needs_discrete_actions});
}

}  // namespace acp
