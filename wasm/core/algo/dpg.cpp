// Deterministic policy gradient: DPG (Silver et al., 2014), DDPG (Lillicrap et al., 2016) and TD3
// (Fujimoto et al., 2018), which differ in their parameters. For a policy mu(s) in [-1, 1]:
//
//     y      = r_t + gamma (1 - terminated) min_i Q_i^T(s_t, clip(mu^T(s_t) + clip(noise)))
//     critics: minimise mean (Q_i(s, a) - y)^2
//     actor  : ascend mean grad_a Q_1(s, a)|_{a = mu(s)} grad_theta mu(s), with Q_1 frozen
//     targets: move by tau; mu^T, Q^T and the actor in every d-th update
//
// DPG: one critic, tau = 1: Q^T and mu^T are Q^k and mu^k, copies held while Q is fitted to them in
// d updates and mu climbs it in one; with d = 1 they are Q and mu themselves. DDPG: tau < 1, d = 1.
// TD3: two critics, tau < 1, d = 2, target noise. No variance from the action integral; the
// critic's error remains, and without noise in the behaviour nothing would be explored.
#include "core/algo/dpg.h"

#include <algorithm>
#include <cmath>

#include "core/algo/critic.h"
#include "core/algo/dpg_config.h"
#include "core/algo/dpg_lines.h"
#include "core/algo/metrics.h"
#include "core/algo/off_policy.h"
#include "core/algo/policy_gradient.h"
#include "core/algo/returns.h"
#include "core/base/math.h"
#include "core/dist/gaussian.h"
#include "core/nn/learner.h"

namespace acp {
namespace {

constexpr MetricInfo kMetrics[] = {
    {"critic_loss", "critic loss", "", "\\sum_i \\overline{(Q_i(s,a)-y)^2}",
     "Mean squared error against the bootstrapped target, summed over the critics."},
    {"mean_q", "mean Q", "", "\\overline{Q_1(s,a)}",
     "Mean value that the first critic gives to replayed actions."},
    {"policy_value", "value of the policy", "", "\\overline{Q_1(s,\\mu(s))}",
     "What the actor climbs: the first critic's value of its own actions."},
    {"actor_gradient", "actor gradient norm", "", "\\|\\nabla_\\phi\\|",
     "Root mean square over states of the gradient in head space, before tanh."}};
enum Metric { kCriticLoss, kMeanQ, kPolicyValue, kActorGradient, kMetricCount };
static_assert(std::size(kMetrics) == kMetricCount);

/// mu(s) = tanh of the network's output.
void squash(const Matrix& output, Matrix& action) {
  for (int j = 0; j < output.cols(); ++j) {
    for (int i = 0; i < output.rows(); ++i) action(i, j) = math::tanh(output(i, j));
  }
}

class DpgActor final : public Actor {
 public:
  DpgActor(const Learner& network, int batch) : network_(&network), pass_(network.mlp(), batch) {}

  void act(const Matrix& observations, Matrix& actions, Rng*) override {
    squash(pass_.forward(network_->theta(), observations), actions);
  }

 private:
  const Learner* network_;
  MlpPass pass_;
};

class Dpg final : public OffPolicy {
 public:
  Dpg(const DpgConfig& config, TaskShape task, std::uint64_t seed)
      : Dpg(config, task, seed, Rng(seed, Stream::initialisation)) {}

  std::span<const MetricInfo> metrics() const override { return kMetrics; }
  std::unique_ptr<Actor> make_actor(int batch) const override {
    return std::make_unique<DpgActor>(actor_, batch);
  }
  PolicyNetwork policy() const override {
    return {PolicyHead::tanh, &actor_.mlp(), actor_.theta()};
  }
  Insight insight() const override { return {.critics = &critics_}; }
  void tune(const DpgConfig& tuned) {
    config_ = tuned;
    set_replay(tuned.replay);
  }
  void take_metrics(std::span<double> out) override { metrics_.take(out); }

  std::string non_finite() const override {
    if (!critics_.finite()) return "a weight of a critic";
    return actor_.finite() ? "" : "a weight of the actor";
  }
  void digest(Digest& digest) const override {
    actor_.digest(digest);
    digest.add(std::span(actor_target_));
    critics_.digest(digest);
  }
  void save(Writer& to) override { archive(to); }
  void load(Reader& from) override { archive(from); }

 private:
  Dpg(const DpgConfig& config, TaskShape task, std::uint64_t seed, Rng initialisation)
      : OffPolicy(config.replay, task, seed),
        config_(config),
        critics_(config.networks.shape(task.observation_size + task.action_size, 1), config.critics,
                 config.replay.batch_size, initialisation),
        actor_(config.networks.shape(task.observation_size, task.action_size),
               config.replay.batch_size, initialisation),
        actor_target_(actor_.theta()),
        objective_(critics_, 1, task.action_size, config.replay.batch_size, 1),
        behaviour_(make_actor(1)),
        target_pass_(actor_.mlp(), config.replay.batch_size),
        exploration_(task.action_size, 1),
        correlated_(static_cast<std::size_t>(task.action_size)),
        noise_(task.action_size, config.replay.batch_size),
        action_(task.action_size, config.replay.batch_size),
        critic_inputs_(task.observation_size + task.action_size, config.replay.batch_size),
        next_q_(1, config.replay.batch_size),
        values_(static_cast<std::size_t>(config.replay.batch_size)),
        targets_(values_.size()),
        gradient_(task.action_size, config.replay.batch_size) {}

  Scalar act(const Matrix& observation, Matrix& action, Rng& noise) override {
    behaviour_->act(observation, action, nullptr);
    draw_noise(noise, exploration_);
    const auto sigma = static_cast<Scalar>(config_.exploration_noise);
    const bool independent = config_.exploration == Exploration::gaussian;
    const Scalar kept = independent ? Scalar(0) : static_cast<Scalar>(1 - config_.reversion);
    for (int i = 0; i < action.rows(); ++i) {
      Scalar& noise_now = correlated_[static_cast<std::size_t>(i)];
      noise_now = kept * noise_now + sigma * exploration_(i, 0);
      action(i, 0) = std::clamp(action(i, 0) + noise_now, Scalar(-1), Scalar(1));
    }
    return 0;
  }

  void end_episode() override { std::fill(correlated_.begin(), correlated_.end(), Scalar(0)); }

  void update(Rng& noise) override {
    update_critics(noise);
    updates_ = (updates_ + 1) % config_.policy_delay;
    if (updates_ != 0) return;
    update_actor();
    critics_.update_targets(config_.tau, trace_);
    polyak(actor_target_, actor_.theta(), config_.tau, trace_, "mu_weight");
  }

  void update_critics(Rng& noise) {
    squash(target_pass_.forward(actor_target_, batch().next_observation), action_);
    trace_.sample("mu_next", action_);
    if (config_.target_noise > 0) smooth_target(noise);
    trace_.sample("a_next", action_);
    stack(batch().next_observation, action_, critic_inputs_);
    critics_.target_values(critic_inputs_, next_q_, trace_);
    const auto gamma = static_cast<Scalar>(config_.gamma);
    trace_.batch("gamma", config_.gamma);
    for (std::size_t j = 0; j < targets_.size(); ++j) {
      targets_[j] = td_target(batch().reward[j], gamma * batch().discount_mask[j],
                              next_q_(0, static_cast<int>(j)));
    }
    trace_.sample("y", targets_);
    stack(batch().observation, batch().action, critic_inputs_);
    const auto fit =
        critics_.fit(critic_inputs_, nullptr, targets_, config_.critic_learning_rate, trace_);
    metrics_.add(kCriticLoss, fit.loss);
    metrics_.add(kMeanQ, fit.mean_q);
  }

  void smooth_target(Rng& noise) {
    draw_noise(noise, noise_);
    trace_.sample("epsilon_next", noise_);
    const auto sigma = static_cast<Scalar>(config_.target_noise);
    const auto clip = static_cast<Scalar>(config_.target_noise_clip);
    for (int j = 0; j < action_.cols(); ++j) {
      for (int i = 0; i < action_.rows(); ++i) {
        action_(i, j) = smoothed_action(action_(i, j), sigma * noise_(i, j), clip);
      }
    }
  }

  void update_actor() {
    const Matrix& output = actor_.forward(batch().observation);
    squash(output, action_);
    trace_.sample("mu", output);
    trace_.sample("action", action_);
    objective_.set_states(batch().observation);
    objective_.value_and_gradient(action_, values_, gradient_);
    trace_.sample("q", values_);
    trace_.sample("dq_da", gradient_);
    double value = 0;
    for (int j = 0; j < action_.cols(); ++j) {
      value += static_cast<double>(values_[static_cast<std::size_t>(j)]);
      for (int i = 0; i < action_.rows(); ++i) {
        gradient_(i, j) *= 1 - action_(i, j) * action_(i, j);
      }
    }
    metrics_.add(kPolicyValue, value / action_.cols());
    trace_.sample("head_gradient", gradient_);
    const double gradient_norm = to_mean_loss(gradient_);
    trace_.batch("head_gradient_norm", gradient_norm);
    metrics_.add(kActorGradient, gradient_norm);
    actor_.descend(gradient_, config_.actor_learning_rate, trace_);
  }

  template <class Archive>
  void archive(Archive& archive) {
    OffPolicy::archive(archive);
    archive(named("critics", critics_), named("actor", actor_),
            checked("actor_target", actor_target_, kComputed),
            checked("correlated", correlated_, kComputed),
            checked("critic_updates", updates_, index_below(DpgConfig::kLongestDelay)),
            named("metrics", metrics_));
  }

  DpgConfig config_;
  CriticEnsemble critics_;
  Learner actor_;
  Buffer actor_target_;
  CriticObjective objective_;
  std::unique_ptr<Actor> behaviour_;
  MlpPass target_pass_;
  Matrix exploration_;
  Buffer correlated_;  ///< the noise of the last step
  int updates_ = 0;    ///< of the critics, since the actor's last
  Matrix noise_;
  Matrix action_;
  Matrix critic_inputs_;
  Matrix next_q_;
  Buffer values_;
  Buffer targets_;
  Matrix gradient_;
  Metrics<kMetricCount> metrics_;
};

}  // namespace

AlgorithmEntry dpg_entry() {
  return entry_of<Dpg, DpgConfig>(
      {.id = "dpg",
       .title = "Deterministic policy gradient",
       .help = "DPG, DDPG and TD3: the policy climbs the critic's slope at its own action.",
       .source = "Silver et al., 2014; Lillicrap et al., 2016; Fujimoto et al., 2018",
       .metrics = kMetrics,
       .lines = dpg_lines(),
       .accepts = needs_continuous_actions});
}

}  // namespace acp
