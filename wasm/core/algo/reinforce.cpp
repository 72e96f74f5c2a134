// REINFORCE with baseline (Williams, 1992; Sutton and Barto, 2018, section 13.4). Over m episodes:
//
//     G_t   = r_t + gamma r_{t+1} + ... to the end of the episode
//     actor : maximise 1/m sum_t (G_t - b(s_{t-1})) log pi(a_{t-1}|s_{t-1}),  weights held fixed
//     V     : minimise mean (V(s) - G)^2, where b = V
//
// Unbiased for every b that does not depend on the action, but for three things. The factor
// gamma^t of the discounted objective is dropped, as is usual. Where a time limit cuts an episode,
// V of the last state stands for the rest if V is learned, which biases G by V's error; else
// nothing does, and G is what the episode returned. Normalised advantages depend on the actions.
#include "core/algo/reinforce.h"

#include <algorithm>
#include <cmath>

#include "core/algo/metrics.h"
#include "core/algo/reinforce_config.h"
#include "core/algo/reinforce_lines.h"
#include "core/algo/returns.h"
#include "core/algo/stochastic_policy.h"
#include "core/algo/value_function.h"
#include "core/memory/rollout.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"mean_return", "mean return", "", "\\overline{G}",
     "Discounted reward to go, over all steps of an update."},
    {"advantage", "advantage", "", "\\sqrt{\\overline{(G-b)^2}}",
     "Root mean square of the return less the baseline."},
    {"value_loss", "value loss", "", "\\overline{(V(s)-G)^2}",
     "Mean squared error against the returns, before the update; only where V is learned."},
    {"entropy", "policy entropy", "nats", "\\overline{H(\\pi(\\cdot|s))}",
     "Exact, of the policy before the update; continuous actions in normalised units."},
    {"actor_gradient", "actor gradient norm", "", "\\|\\hat\\nabla_\\theta\\|",
     "Of the mean over episodes."}};
enum Metric { kMeanReturn, kAdvantage, kValueLoss, kEntropy, kActorGradient, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

/// States that go through a network at once.
constexpr int kBatch = 128;
/// Weight of an update's returns in the running mean.
constexpr double kMeanRate = 0.1;

class Reinforce final : public Algorithm {
 public:
  Reinforce(const ReinforceConfig& config, const TaskShape& task, std::uint64_t seed)
      : Reinforce(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int batch) const override { return actor_.make_actor(batch); }
  PolicyNetwork policy() const override { return actor_.policy(); }
  Insight insight() const override {
    return {.value = learns_value() ? &critic_.network() : nullptr};
  }

  void explore(const Matrix& observation, Matrix& action) override {
    actor_.draw(observation, action, noise_);
  }

  int learn(const Transition& transition) override {
    rollout_.add(transition);
    const bool ends = transition.terminated || transition.truncated;
    if (ends) ++episodes_;
    const bool due = ends && episodes_ >= config_.episodes_per_update;
    if (!due && !rollout_.full()) return 0;
    if (!ends) ++episodes_;  // cut by the size of the buffer
    trace_.begin_update(rollout_.size());
    rollout_.write(trace_);
    estimate_returns();
    update();
    rollout_.clear();
    episodes_ = 0;
    return 1;
  }

  void interrupt() override {
    rollout_.clear();
    episodes_ = 0;
  }

  void tune(const ReinforceConfig& tuned) { config_ = tuned; }

  void take_metrics(std::span<double> out) override { metrics_.take(out); }

  std::string non_finite() const override {
    if (!critic_.finite()) return "a weight of the learned V";
    return actor_.finite() ? "" : "a weight of the actor";
  }

  void digest(Digest& digest) const override {
    actor_.digest(digest);
    critic_.digest(digest);
    digest.add(std::span(&mean_, 1));
  }

  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  Reinforce(const ReinforceConfig& config, const TaskShape& task, std::uint64_t seed,
            Rng initialisation)
      : config_(config),
        task_(task),
        noise_(seed, Stream::policy),
        rollout_(task.observation_size, task.action_width(), 1, config.buffer_size),
        actor_(config.networks, task, kBatch, initialisation),
        critic_(config.networks, task.observation_size, kBatch, initialisation),
        observations_(task.observation_size, kBatch),
        actions_(task.action_width(), kBatch),
        values_(rollout_.reward().size()),
        next_values_(values_.size()),
        returns_(values_.size()),
        weights_(values_.size()) {}

  bool learns_value() const { return config_.baseline == ReturnBaseline::value; }
  std::size_t size() const { return static_cast<std::size_t>(rollout_.size()); }

  /// Calls `visit(first, count)` for the steps of the rollout in turn, kBatch at a time.
  template <class Visit>
  void for_each_batch(Visit&& visit) {
    for (int first = 0; first < rollout_.size(); first += kBatch) {
      visit(first, std::min(kBatch, rollout_.size() - first));
    }
  }

  /// The columns of `from`; those beyond `count` keep what they had, which has no weight.
  static const Matrix& batch(const Matrix& from, int first, int count, Matrix& to) {
    std::copy_n(from.col(first), static_cast<std::size_t>(count) * from.stride(), to.col(0));
    return to;
  }
  static std::span<Scalar> part(Buffer& buffer, int first, int count) {
    return std::span(buffer).subspan(static_cast<std::size_t>(first),
                                     static_cast<std::size_t>(count));
  }

  void evaluate(const Matrix& states, Buffer& values) {
    for_each_batch([&](int first, int count) {
      critic_.value(batch(states, first, count, observations_), part(values, first, count));
    });
  }

  void estimate_returns() {
    const auto used = [this](auto all) { return all.first(size()); };
    if (learns_value()) {
      evaluate(rollout_.observation(), values_);
      evaluate(rollout_.next_observation(), next_values_);
      trace_.sample("v", used(std::span<const Scalar>(values_)));
      trace_.sample("v_next", used(std::span<const Scalar>(next_values_)));
    }  // else both stay 0
    trace_.batch("gamma", config_.gamma);
    const Trajectory trajectory{used(rollout_.reward()), used(std::span<const Scalar>(values_)),
                                used(std::span<const Scalar>(next_values_)),
                                used(rollout_.terminated()), used(rollout_.truncated())};
    n_step_returns(trajectory, static_cast<Scalar>(config_.gamma), rollout_.size(),
                   used(std::span(returns_)));
    trace_.sample("return", used(std::span<const Scalar>(returns_)));
  }

  void update() {
    Moments returns, advantages;
    double squares = 0;
    for (std::size_t j = 0; j < size(); ++j) {
      const Scalar baseline = learns_value() ? values_[j] : static_cast<Scalar>(mean_);
      weights_[j] = returns_[j] - baseline;
      trace_.next("baseline", baseline);
      returns.add(returns_[j]);
      advantages.add(weights_[j]);
      squares += static_cast<double>(weights_[j]) * weights_[j];
    }
    const double deviation = advantages.variance() > 0 ? advantages.standard_deviation() : 1;
    trace_.sample("advantage", std::span<const Scalar>(weights_).first(size()));
    for (std::size_t j = 0; j < size(); ++j) {
      if (config_.normalise_advantages) {
        weights_[j] = static_cast<Scalar>((weights_[j] - advantages.mean()) / deviation);
      }
      weights_[j] /= static_cast<Scalar>(episodes_);
    }
    metrics_.add(kMeanReturn, returns.mean());
    metrics_.add(kAdvantage, std::sqrt(squares / static_cast<double>(size())));
    if (learns_value()) update_critic();
    if (config_.baseline == ReturnBaseline::mean) update_mean(returns.mean());
    update_actor();
  }

  void update_mean(double mean_return) {
    const double before = mean_;
    mean_ += kMeanRate * (mean_return - mean_);
    trace_.weight(
        "mean",
        {{"rate", kMeanRate}, {"return", mean_return}, {"before", before}, {"after", mean_}});
  }

  void update_actor() {
    double entropies = 0;
    for_each_batch([&](int first, int count) {
      entropies += actor_.accumulate(batch(rollout_.observation(), first, count, observations_),
                                     batch(rollout_.action(), first, count, actions_),
                                     part(weights_, first, count), 0, trace_);
    });
    metrics_.add(kActorGradient, actor_.step(config_.actor_learning_rate, 0, trace_));
    metrics_.add(kEntropy, entropies / static_cast<double>(size()));
  }

  void update_critic() {
    const double scale = 1 / static_cast<double>(size());
    double loss = 0;
    for_each_batch([&](int first, int count) {
      loss += critic_.accumulate(batch(rollout_.observation(), first, count, observations_),
                                 part(returns_, first, count), scale, trace_);
    });
    trace_.batch("loss", loss * scale);
    critic_.step(config_.critic_learning_rate, 0, trace_);
    metrics_.add(kValueLoss, loss * scale);
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(named("noise", noise_), named("rollout", rollout_, task_.action(kComputed)),
            checked("rollout_episodes", episodes_, kCount), checked("mean", mean_, kComputed),
            named("actor", actor_), named("critic", critic_), named("metrics", metrics_));
    archive.require(episodes_ == rollout_.ended(), "rollout_episodes",
                    "not as many as ended in the rollout");
  }

  ReinforceConfig config_;
  TaskShape task_;
  Rng noise_;
  Rollout rollout_;
  int episodes_ = 0;  ///< that ended in the rollout
  double mean_ = 0;   ///< running mean of returns
  StochasticPolicy actor_;
  ValueFunction critic_;
  Matrix observations_;
  Matrix actions_;
  Buffer values_;       ///< V(s_{t-1}), one per step of the rollout; 0 where V is not learned
  Buffer next_values_;  ///< V(s_t), likewise
  Buffer returns_;      ///< G
  Buffer weights_;      ///< of log pi
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry reinforce_entry() {
  return entry_of<Reinforce, ReinforceConfig>(
      {.id = "reinforce",
       .title = "REINFORCE",
       .help = "On-policy policy gradient from the returns of whole episodes, with or without a "
               "baseline: no critic, so no bias, and much variance.",
       .source = "Williams, 1992, Machine Learning 8, pages 229-256",
       .metrics = kMetrics,
       .lines = reinforce_lines(),
       .accepts = accepts_every_task});
}

}  // namespace acp
