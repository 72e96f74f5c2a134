// Soft actor-critic (Haarnoja et al., 2018b, algorithm 1). With a' ~ pi(.|s_t) fresh:
//
//     y        = r_t + gamma (1 - terminated) (min_i Q_i^T(s_t, a') - alpha log pi(a'|s_t))
//     critics  : minimise mean (Q_i(s, a) - y)^2
//     actor    : maximise E_{a ~ pi}[ min_i Q_i(s, a) - alpha log pi(a|s) ]
//     alpha    : minimise -log alpha (log pi(a|s) + target entropy)
//     targets  : Q_i^T <- (1 - tau) Q_i^T + tau Q_i
//
// The actor's gradient comes from a GradientEstimator. Reparameterization and score function are
// estimates for the same learned critic, so they share its bias and differ in variance.
#include "core/algo/sac.h"

#include <cmath>
#include <optional>

#include "core/algo/critic.h"
#include "core/algo/maximum_entropy_metrics.h"
#include "core/algo/metrics.h"
#include "core/algo/off_policy.h"
#include "core/algo/policy_gradient.h"
#include "core/algo/promise.h"
#include "core/algo/returns.h"
#include "core/algo/sac_config.h"
#include "core/algo/sac_lines.h"
#include "core/algo/temperature.h"
#include "core/algo/total_variation.h"
#include "core/dist/gaussian.h"
#include "core/dist/taken_action.h"
#include "core/grad/estimator.h"
#include "core/nn/learner.h"

namespace acp {
namespace {

constexpr auto kMetrics = maximum_entropy_metrics(
    {"entropy", "policy entropy", "nats", "-\\overline{\\log\\pi(a|s)}",
     "Estimated from the action samples of the actor update, in normalised action units."},
    {"actor_gradient", "actor gradient norm", "", "\\|\\hat\\nabla_\\phi\\|",
     "Root mean square over states of the estimated gradient in head space."});

class SacActor final : public Actor {
 public:
  SacActor(const Mlp& mlp, const Buffer& theta, int action_size, int batch)
      : pass_(mlp, batch), theta_(&theta), samples_(action_size, batch, 1) {}

  void act(const Matrix& observations, Matrix& actions, Rng* noise) override {
    const GaussianHead head{pass_.forward(*theta_, observations)};
    if (noise == nullptr) return mode(head, actions);
    draw(head, actions, *noise);
  }
  /// Draws actions, and tells log pi of each.
  void act(const Matrix& observations, Matrix& actions, Rng& noise, std::span<Scalar> log_pi) {
    const GaussianHead head{pass_.forward(*theta_, observations)};
    draw(head, actions, noise);
    log_densities(head, actions, log_pi);
  }

 private:
  void draw(const GaussianHead& head, Matrix& actions, Rng& noise) {
    draw_noise(noise, samples_.noise);
    sample(head, samples_);
    actions = samples_.action;
  }

  MlpPass pass_;
  const Buffer* theta_;
  ActionSamples samples_;
};

class Sac final : public OffPolicy {
 public:
  Sac(const SacConfig& config, TaskShape task, std::uint64_t seed)
      : Sac(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }

  std::unique_ptr<Actor> make_actor(int batch) const override {
    return std::make_unique<SacActor>(actor_.mlp(), actor_.theta(), task().action_size, batch);
  }
  PolicyNetwork policy() const override {
    return {PolicyHead::tanh_gaussian, &actor_.mlp(), actor_.theta()};
  }
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
                           .estimator = &config_.estimator};
  }

  void tune(const SacConfig& tuned) {
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
  /// The critics take their first weights from the stream before the actor does.
  Sac(const SacConfig& config, TaskShape task, std::uint64_t seed, Rng initialisation)
      : OffPolicy(config.replay, task, seed),
        config_(config),
        critics_(config.networks.shape(task.observation_size + task.action_size, 1), config.critics,
                 config.replay.batch_size, initialisation),
        actor_(config.networks.shape(task.observation_size, 2 * task.action_size),
               config.replay.batch_size, initialisation),
        temperature_(config.temperature, config.tune_temperature),
        behaviour_(actor_.mlp(), actor_.theta(), task.action_size, 1),
        overestimation_(critics_),
        next_samples_(task.action_size, config.replay.batch_size, 1),
        critic_inputs_(task.observation_size + task.action_size, config.replay.batch_size),
        next_q_(1, config.replay.batch_size),
        targets_(static_cast<std::size_t>(config.replay.batch_size)),
        log_pi_(looked_at(config.replay.batch_size)),
        head_gradient_(2 * task.action_size, config.replay.batch_size) {
    use(config.estimator);
  }

  void use(const EstimatorConfig& estimator) {
    const int states = config_.replay.batch_size;
    estimator_ = make_estimator(estimator, task().action_size, states);
    objective_.emplace(critics_, config_.critics, task().action_size, states,
                       samples_per_state(estimator));
  }

  Scalar act(const Matrix& observation, Matrix& action, Rng& noise) override {
    Scalar log_pi = 0;
    behaviour_.act(observation, action, noise, {&log_pi, 1});
    return log_pi;
  }

  void follow(const Transition& step, Scalar log_pi) override {
    const auto difference =
        overestimation_.follow(step, {config_.gamma, temperature_.alpha(), log_pi});
    if (difference) metrics_.add(kOverestimation, *difference);
  }
  void end_episode() override { overestimation_.forget(); }

  void update(Rng& noise) override {
    update_critics(noise);
    update_actor_and_temperature(noise);
    critics_.update_targets(config_.tau, trace_);
  }

  void update_critics(Rng& noise) {
    const GaussianHead next{actor_.forward(batch().next_observation)};
    draw_noise(noise, next_samples_.noise);
    sample(next, next_samples_);
    stack(batch().next_observation, next_samples_.action, critic_inputs_);
    trace_.sample("a_next", next_samples_.action);
    trace_.sample("log_pi_next", next_samples_.log_prob);
    critics_.target_values(critic_inputs_, next_q_, trace_);
    const auto gamma = static_cast<Scalar>(config_.gamma);
    const auto alpha = static_cast<Scalar>(temperature_.alpha());
    trace_.batch("gamma", config_.gamma);
    trace_.batch("alpha", temperature_.alpha());
    for (std::size_t j = 0; j < targets_.size(); ++j) {
      targets_[j] =
          soft_td_target(batch().reward[j], gamma * batch().discount_mask[j],
                         next_q_(0, static_cast<int>(j)), alpha, next_samples_.log_prob[j]);
    }
    trace_.sample("y", targets_);
    stack(batch().observation, batch().action, critic_inputs_);
    const auto fit =
        critics_.fit(critic_inputs_, nullptr, targets_, config_.critic_learning_rate, trace_);
    metrics_.add(kCriticLoss, fit.loss);
    metrics_.add(kMeanQ, fit.mean_q);
  }

  void update_actor_and_temperature(Rng& noise) {
    const GaussianHead head{actor_.forward(batch().observation)};
    log_densities(head, batch().action, log_pi_);
    metrics_.add(kReplayed, total_variation(log_pi_, batch().log_density));
    objective_->set_states(batch().observation);
    estimator_->draw(noise);
    estimator_->estimate(head, *objective_, temperature_.alpha(), head_gradient_);
    trace_.sample("head_gradient", head_gradient_);
    const double gradient_norm = to_mean_loss(head_gradient_);
    trace_.batch("head_gradient_norm", gradient_norm);
    metrics_.add(kActorGradient, gradient_norm);
    actor_.descend(head_gradient_, config_.actor_learning_rate, trace_);

    const double log_prob = estimator_->samples().mean_log_prob();
    metrics_.add(kEntropy, -log_prob);
    metrics_.add(kAlpha, temperature_.alpha());
    temperature_.update(log_prob, config_.target_entropy * task().action_size,
                        config_.temperature_learning_rate, trace_);
  }

  template <class Archive>
  void archive(Archive& archive) {
    OffPolicy::archive(archive);
    archive(named("critics", critics_), named("actor", actor_), named("temperature", temperature_),
            named("promise", overestimation_), named("metrics", metrics_));
  }

  SacConfig config_;
  CriticEnsemble critics_;
  Learner actor_;
  Temperature temperature_;
  std::unique_ptr<GradientEstimator> estimator_;
  std::optional<CriticObjective> objective_;
  SacActor behaviour_;
  Overestimation overestimation_;
  ActionSamples next_samples_;
  Matrix critic_inputs_;
  Matrix next_q_;
  Buffer targets_;
  Buffer log_pi_;  ///< of the batch's first actions
  Matrix head_gradient_;
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry sac_entry() {
  return entry_of<Sac, SacConfig>(
      {.id = "sac",
       .title = "Soft actor-critic",
       .help = "Off-policy actor-critic with an entropy bonus; its actor follows the gradient "
               "estimator of your choice.",
       .source = "Haarnoja et al., 2018, arXiv:1812.05905",
       .metrics = kMetrics,
       .lines = sac_lines(),
       .accepts = needs_continuous_actions,
       .head = PolicyHead::tanh_gaussian});
}

}  // namespace acp
