// Soft actor-critic for discrete actions (Christodoulou, 2019). The expectation over a' is a sum:
//
//     V(s)     = sum_a pi(a|s) (Q(s, a) - alpha log pi(a|s)),   V^T(s) with Q^T
//     y        = r_t + gamma (1 - terminated) V^T(s_t)
//     critics  : minimise mean (Q_i(s, a) - y)^2
//     actor    : maximise V(s) with Q frozen
//     alpha    : minimise log alpha (H(pi(.|s)) - target),   target = c log |A|
//
// Q is the minimum or the average of two critics: the minimum underestimates, and with few actions
// that can stop exploration (Xu et al., 2022). The actor's gradient comes from a
// CategoricalEstimator: the exact sum has no variance, the sampled forms show what it saves.
#include "core/algo/sac_discrete.h"

#include <cmath>

#include "core/algo/maximum_entropy_metrics.h"
#include "core/algo/metrics.h"
#include "core/algo/off_policy.h"
#include "core/algo/policy_gradient.h"
#include "core/algo/promise.h"
#include "core/algo/returns.h"
#include "core/algo/sac_discrete_config.h"
#include "core/algo/sac_discrete_lines.h"
#include "core/algo/stochastic_policy.h"
#include "core/algo/temperature.h"
#include "core/algo/total_variation.h"
#include "core/dist/categorical.h"
#include "core/nn/learner.h"

namespace acp {
namespace {

constexpr auto kMetrics = maximum_entropy_metrics(
    {"entropy", "policy entropy", "nats", "\\overline{H(\\pi(\\cdot|s))}",
     "Exact, over the replayed states."},
    {"actor_gradient", "actor gradient norm", "", "\\|\\hat\\nabla_z\\|",
     "Root mean square over states of the estimated gradient of the logits."});

class SacDiscrete final : public OffPolicy {
 public:
  SacDiscrete(const SacDiscreteConfig& config, TaskShape task, std::uint64_t seed)
      : SacDiscrete(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int batch) const override {
    return make_policy_actor(actor_, task(), batch);
  }
  PolicyNetwork policy() const override { return policy_of(actor_, task()); }
  Insight insight() const override { return {.critics = &critics_}; }
  std::optional<GradientProblem> gradient_problem() const override {
    return GradientProblem{.policy = actor_,
                           .head = policy().head,
                           .critics = critics_,
                           .temperature = temperature_,
                           .replay = replay(),
                           .replay_settings = replay_settings(),
                           .gamma = config_.gamma,
                           .action_size = task().action_size,
                           .categorical = &config_.estimator};
  }

  void tune(const SacDiscreteConfig& tuned) {
    if (tuned.temperature != config_.temperature) temperature_.set(tuned.temperature);
    if (tuned.estimator != config_.estimator) use(tuned.estimator);
    config_ = tuned;
    set_replay(tuned.replay);
  }
  void trace(TraceSink sink) override {
    OffPolicy::trace(sink);
    estimator_->trace(sink);
  }
  void take_metrics(std::span<double> out) override { metrics_.take(out); }

  std::string non_finite() const override {
    if (!critics_.finite()) return "a weight of a critic";
    if (!actor_.finite()) return "a weight of the actor";
    return std::isfinite(temperature_.alpha()) ? "" : "the temperature";
  }
  void digest(Digest& digest) const override {
    actor_.digest(digest);
    critics_.digest(digest);
    digest.add(temperature_.parameters());
  }
  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  SacDiscrete(const SacDiscreteConfig& config, TaskShape task, std::uint64_t seed,
              Rng initialisation)
      : OffPolicy(config.replay, task, seed),
        config_(config),
        critics_(config.networks.shape(task.observation_size, task.action_size), config.critics,
                 config.replay.batch_size, initialisation, config.twin),
        actor_(config.networks.shape(task.observation_size, task.action_size),
               config.replay.batch_size, initialisation),
        temperature_(config.temperature, config.tune_temperature),
        behaviour_(actor_, task, 1),
        overestimation_(critics_),
        q_(task.action_size, config.replay.batch_size),
        log_probabilities_(static_cast<std::size_t>(task.action_size)),
        targets_(static_cast<std::size_t>(config.replay.batch_size)),
        log_pi_(looked_at(config.replay.batch_size)),
        gradient_(task.action_size, config.replay.batch_size) {
    use(config.estimator);
  }

  void use(const CategoricalEstimatorConfig& estimator) {
    estimator_ = make_estimator(estimator, task().action_size, config_.replay.batch_size);
  }

  Scalar act(const Matrix& observation, Matrix& action, Rng& noise) override {
    behaviour_.draw(observation, action, &noise);
    return behaviour_.log_probability(static_cast<int>(action(0, 0)));
  }

  void follow(const Transition& step, Scalar log_pi) override {
    const auto difference =
        overestimation_.follow(step, {config_.gamma, temperature_.alpha(), log_pi});
    if (difference) metrics_.add(kOverestimation, *difference);
  }
  void end_episode() override { overestimation_.forget(); }

  void update(Rng& noise) override {
    update_critics();
    update_actor_and_temperature(noise);
    critics_.update_targets(config_.tau, trace_);
  }

  void update_critics() {
    const Matrix& logits = actor_.forward(batch().next_observation);
    critics_.target_values(batch().next_observation, q_, trace_);
    const auto gamma = static_cast<Scalar>(config_.gamma);
    const auto alpha = static_cast<Scalar>(temperature_.alpha());
    trace_.batch("gamma", config_.gamma);
    trace_.batch("alpha", temperature_.alpha());
    const std::size_t choices = log_probabilities_.size();
    for (std::size_t j = 0; j < targets_.size(); ++j) {
      const int column = static_cast<int>(j);
      log_softmax({logits.col(column), choices}, log_probabilities_);
      const Scalar value = soft_value(log_probabilities_, {q_.col(column), choices}, alpha);
      trace_.column("log_pi_next", log_probabilities_);
      trace_.next("v_next", value);
      targets_[j] = td_target(batch().reward[j], gamma * batch().discount_mask[j], value);
    }
    trace_.sample("y", targets_);
    const auto fit = critics_.fit(batch().observation, &batch().action, targets_,
                                  config_.critic_learning_rate, trace_);
    metrics_.add(kCriticLoss, fit.loss);
    metrics_.add(kMeanQ, fit.mean_q);
  }

  void update_actor_and_temperature(Rng& noise) {
    const Matrix& logits = actor_.forward(batch().observation);
    critics_.values(batch().observation, q_);
    trace_.sample("logits", logits);
    trace_.sample("q", q_);
    estimator_->draw(noise);
    estimator_->estimate(logits, q_, temperature_.alpha(), gradient_);
    const double entropy_now = judge_policy(logits);
    metrics_.add(kReplayed, total_variation(log_pi_, batch().log_density));
    trace_.sample("head_gradient", gradient_);
    const double gradient_norm = to_mean_loss(gradient_);
    trace_.batch("head_gradient_norm", gradient_norm);
    metrics_.add(kActorGradient, gradient_norm);
    actor_.descend(gradient_, config_.actor_learning_rate, trace_);
    metrics_.add(kEntropy, entropy_now);
    metrics_.add(kAlpha, temperature_.alpha());
    temperature_.update(-entropy_now, config_.target_entropy * math::log(task().action_size * 1.0),
                        config_.temperature_learning_rate, trace_);
  }

  /// Fills `log_pi_`. Returns the mean entropy.
  double judge_policy(const Matrix& logits) {
    double sum = 0;
    for (int j = 0; j < logits.cols(); ++j) {
      log_softmax({logits.col(j), log_probabilities_.size()}, log_probabilities_);
      const auto taken = static_cast<std::size_t>(batch().action(0, j));
      const auto column = static_cast<std::size_t>(j);
      if (column < log_pi_.size()) log_pi_[column] = log_probabilities_[taken];
      sum += static_cast<double>(entropy(log_probabilities_));
    }
    return sum / logits.cols();
  }

  template <class Archive>
  void archive(Archive& archive) {
    OffPolicy::archive(archive);
    archive(named("critics", critics_), named("actor", actor_), named("temperature", temperature_),
            named("promise", overestimation_), named("metrics", metrics_));
  }

  SacDiscreteConfig config_;
  CriticEnsemble critics_;
  Learner actor_;
  Temperature temperature_;
  std::unique_ptr<CategoricalEstimator> estimator_;
  PolicySampler behaviour_;
  Overestimation overestimation_;
  Matrix q_;
  Buffer log_probabilities_;
  Buffer targets_;
  Buffer log_pi_;  ///< of the batch's first actions
  Matrix gradient_;
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry sac_discrete_entry() {
  return entry_of<SacDiscrete, SacDiscreteConfig>(
      {.id = "sac_discrete",
       .title = "Soft actor-critic, discrete",
       .help =
           "SAC over choices: the actor's gradient is a sum over all actions, or a sample of it.",
       .source = "Christodoulou, 2019, arXiv:1910.07207; Xu et al., 2022, arXiv:2209.10081",
       .metrics = kMetrics,
       .lines = sac_discrete_lines(),
       .accepts = [](const TaskShape& task) -> Complaint {
         if (task.discrete) return {};
         return "its policy is a list of probabilities, one for each choice, and this "
                "environment's actions are continuous; use sac";
       },
       .head = PolicyHead::categorical});
}

}  // namespace acp
