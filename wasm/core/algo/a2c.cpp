// Advantage actor-critic, the synchronous A3C (Mnih et al., 2016). Every few steps of each of
// several environments, with G the n-step return, or A + V for the generalised advantage:
//
//     A      = G - V(s)
//     actor  : maximise mean A log pi(a|s) + beta H(pi(.|s)),  A held fixed
//     critic : minimise mean (V(s) - G)^2,                     G held fixed
//
// Where V ends the sum of rewards, its error biases A: by gamma^n V's error in the n-step return.
// A time limit bootstraps from V of the true last observation; termination from nothing. log pi is
// that of the action as drawn; only the environment clips it.
#include "core/algo/a2c.h"

#include <cmath>

#include "core/algo/a2c_config.h"
#include "core/algo/a2c_lines.h"
#include "core/algo/metrics.h"
#include "core/algo/returns.h"
#include "core/algo/stochastic_policy.h"
#include "core/algo/value_function.h"
#include "core/memory/rollout.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"value_loss", "value loss", "", "\\overline{(V(s)-G)^2}",
     "Mean squared error against the returns, before the update."},
    {"mean_value", "mean V", "", "\\overline{V(s)}", "Mean value that the critic gives."},
    {"advantage", "advantage", "", "\\sqrt{\\overline{\\hat A^2}}",
     "Root mean square over the rollout."},
    {"entropy", "policy entropy", "nats", "\\overline{H(\\pi(\\cdot|s))}",
     "Exact, of the policy before the update; continuous actions in normalised units."},
    {"actor_gradient", "actor gradient norm", "", "\\|\\hat\\nabla_\\theta\\|",
     "Before it is shortened."}};
enum Metric { kValueLoss, kMeanValue, kAdvantage, kEntropy, kActorGradient, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

class A2c final : public Algorithm {
 public:
  A2c(const A2cConfig& config, const TaskShape& task, std::uint64_t seed)
      : A2c(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int batch) const override { return actor_.make_actor(batch); }
  PolicyNetwork policy() const override { return actor_.policy(); }
  Insight insight() const override { return {.value = &critic_.network()}; }
  int environments() const override { return config_.environments; }

  void explore(const Matrix& observation, Matrix& action) override {
    actor_.draw(observation, action, noise_);
  }

  int learn(const Transition& transition) override {
    rollout_.add(transition);
    if (!rollout_.full()) return 0;
    trace_.begin_update(rollout_.size());
    rollout_.write(trace_);
    estimate_advantages();
    update();
    rollout_.clear();
    return 1;
  }

  void interrupt() override { rollout_.clear(); }

  void tune(const A2cConfig& tuned) { config_ = tuned; }

  void take_metrics(std::span<double> out) override { metrics_.take(out); }

  std::string non_finite() const override {
    if (!critic_.finite()) return "a weight of the critic";
    return actor_.finite() ? "" : "a weight of the actor";
  }

  void digest(Digest& digest) const override {
    actor_.digest(digest);
    critic_.digest(digest);
  }

  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  A2c(const A2cConfig& config, const TaskShape& task, std::uint64_t seed, Rng initialisation)
      : config_(config),
        task_(task),
        noise_(seed, Stream::policy),
        rollout_(task.observation_size, task.action_width(), config.environments, config.steps),
        actor_(config.networks, task, config.environments * config.steps, initialisation),
        critic_(config.networks, task.observation_size, config.environments * config.steps,
                initialisation),
        values_(rollout_.reward().size()),
        next_values_(values_.size()),
        returns_(values_.size()),
        weights_(values_.size()) {}

  /// Fills the returns G, and the weights with the advantages.
  void estimate_advantages() {
    critic_.value(rollout_.observation(), values_);
    critic_.value(rollout_.next_observation(), next_values_);
    trace_.sample("v", values_);
    trace_.sample("v_next", next_values_);
    trace_.batch("gamma", config_.gamma);
    const auto gamma = static_cast<Scalar>(config_.gamma);
    const auto steps = static_cast<std::size_t>(config_.steps);
    for (int e = 0; e < config_.environments; ++e) {
      const auto of = [&](auto all) {
        return all.subspan(static_cast<std::size_t>(e) * steps, steps);
      };
      const Trajectory trajectory{of(rollout_.reward()), of(std::span<const Scalar>(values_)),
                                  of(std::span<const Scalar>(next_values_)),
                                  of(rollout_.terminated()), of(rollout_.truncated())};
      if (config_.advantage == Advantage::n_step) {
        const int n = config_.n == 0 ? config_.steps : config_.n;
        n_step_returns(trajectory, gamma, n, of(std::span(returns_)));
      } else {
        generalised_advantages(trajectory, gamma, static_cast<Scalar>(config_.lambda),
                               of(std::span(weights_)));
      }
    }
    for (std::size_t j = 0; j < values_.size(); ++j) {
      if (config_.advantage == Advantage::n_step) {
        weights_[j] = returns_[j] - values_[j];
      } else {
        returns_[j] = weights_[j] + values_[j];
      }
    }
    trace_.sample("return", returns_);
    trace_.sample("advantage", weights_);
  }

  void update() {
    const auto size = static_cast<double>(values_.size());
    double squares = 0, sum = 0;
    for (std::size_t j = 0; j < values_.size(); ++j) {
      squares += static_cast<double>(weights_[j]) * weights_[j];
      sum += static_cast<double>(values_[j]);
      weights_[j] /= static_cast<Scalar>(size);
    }
    const double loss = critic_.accumulate(rollout_.observation(), returns_, 1 / size, trace_);
    trace_.batch("loss", loss / size);
    critic_.step(config_.critic_learning_rate, config_.gradient_norm, trace_);
    const double entropies = actor_.accumulate(rollout_.observation(), rollout_.action(), weights_,
                                               config_.entropy_weight / size, trace_);
    trace_.batch("entropy", entropies / size);
    metrics_.add(kActorGradient,
                 actor_.step(config_.actor_learning_rate, config_.gradient_norm, trace_));
    metrics_.add(kValueLoss, loss / size);
    metrics_.add(kMeanValue, sum / size);
    metrics_.add(kAdvantage, std::sqrt(squares / size));
    metrics_.add(kEntropy, entropies / size);
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(named("noise", noise_), named("rollout", rollout_, task_.action(kComputed)),
            named("actor", actor_), named("critic", critic_), named("metrics", metrics_));
  }

  A2cConfig config_;
  TaskShape task_;
  Rng noise_;
  Rollout rollout_;
  StochasticPolicy actor_;
  ValueFunction critic_;
  Buffer values_;       ///< V(s_{t-1}), one per step of the rollout
  Buffer next_values_;  ///< V(s_t)
  Buffer returns_;      ///< G
  Buffer weights_;      ///< of log pi: the advantage, over the size of the rollout
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry a2c_entry() {
  return entry_of<A2c, A2cConfig>(
      {.id = "a2c",
       .title = "Advantage actor-critic (A2C)",
       .help =
           "On-policy actor-critic: several environments in turns, a few steps of each per update, "
           "and a learned V as baseline and as bootstrap.",
       .source = "Mnih et al., 2016, arXiv:1602.01783",
       .metrics = kMetrics,
       .lines = a2c_lines(),
       .accepts = accepts_every_task});
}

}  // namespace acp
