#include "core/algo/sac_config.h"

#include "core/algo/temperature.h"

namespace acp {
namespace {

void visit_entropy(SacConfig& config, ParameterVisitor& v) {
  visit_temperature(v, config.tune_temperature, config.temperature,
                    config.temperature_learning_rate);
  v.number({.name = "target_entropy",
            .title = "target entropy per action dimension",
            .symbol = "\\bar H/d",
            .unit = "nats",
            .group = kEntropyGroup,
            .help = "What tuning aims at; a uniform action in [-1, 1] has 0.69.",
            .live = true,
            .when = kWhenTuned},
           config.target_entropy, {-10, 0.69});
}

}  // namespace

void SacConfig::visit_learning(ParameterVisitor& v) {
  visit_discount(v, gamma);
  visit_target_smoothing(v, tau);
  visit_learning_rate(v, "critic_learning_rate", "critic learning rate", "\\eta_Q",
                      critic_learning_rate);
  visit_learning_rate(v, "actor_learning_rate", "actor learning rate", "\\eta_\\pi",
                      actor_learning_rate);
  v.integer({.name = "critics",
             .title = "critics",
             .group = "Learning",
             .help = "With two, the smaller value counts, against overestimation."},
            critics, {1, 2});
}

void SacConfig::visit(ParameterVisitor& v) {
  estimator.visit(v);
  visit_learning(v);
  visit_entropy(*this, v);
  replay.visit(v);
  networks.visit(v);
}

Complaint SacConfig::check() const {
  if (auto complaint = check_temperature(tune_temperature, temperature, owner_);
      !complaint.empty()) {
    return complaint;
  }
  return estimator.check(owner_);
}

MemoryUse SacConfig::memory(const TaskShape& task) const {
  const int samples = samples_per_state(estimator);
  MemoryUse use;
  use.replay("buffer_size", replay.buffer_size, task);
  use.batches(samples > 1 ? "action_samples" : "batch_size",
              replay.batch_size * (2.0 + critics * samples), networks, task);
  constexpr int kAlternatives = 4;  // actions of the other estimators that a probe measures
  use.probed_state(critics * (samples + kAlternatives), networks, task);
  use.weights(5 + 4 * critics, networks, task);
  return use;
}

}  // namespace acp
