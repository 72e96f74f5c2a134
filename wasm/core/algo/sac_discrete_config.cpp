#include "core/algo/sac_discrete_config.h"

#include "core/algo/temperature.h"

namespace acp {

void SacDiscreteConfig::visit(ParameterVisitor& v) {
  static constexpr Option twins[] = {
      {"minimum", "minimum", "Against overestimation; with few actions it can stop exploration."},
      {"average", "average", "What learns Acrobot."}};
  estimator.visit(v);
  visit_discount(v, gamma);
  visit_target_smoothing(v, tau);
  visit_learning_rate(v, "critic_learning_rate", "critic learning rate", "\\eta_Q",
                      critic_learning_rate);
  visit_learning_rate(v, "actor_learning_rate", "actor learning rate", "\\eta_\\pi",
                      actor_learning_rate);
  v.integer({.name = "critics",
             .title = "critics",
             .group = "Learning",
             .help = "Two have independent errors."},
            critics, {1, 2});
  v.choice({.name = "twin",
            .title = "of two critics",
            .group = "Learning",
            .help = "What counts where there are two.",
            .when = "critics=2"},
           twin, twins);
  visit_temperature(v, tune_temperature, temperature, temperature_learning_rate);
  v.number({.name = "target_entropy",
            .title = "target entropy as a share of log |A|",
            .symbol = "\\bar H/\\log|A|",
            .group = kEntropyGroup,
            .help = "What tuning aims at; the paper's 0.98 fails with two actions.",
            .live = true,
            .when = kWhenTuned},
           target_entropy, {0, 0.999});
  replay.visit(v);
  networks.visit(v);
}

Complaint SacDiscreteConfig::check() const {
  if (auto complaint = check_temperature(tune_temperature, temperature, "sac_discrete");
      !complaint.empty()) {
    return complaint;
  }
  return estimator.check("sac_discrete");
}

MemoryUse SacDiscreteConfig::memory(const TaskShape& task) const {
  MemoryUse use;
  use.replay("buffer_size", replay.buffer_size, task);
  use.batches("batch_size", 2 * replay.batch_size, networks, task);
  use.weights(5 + 4 * critics, networks, task);
  return use;
}

}  // namespace acp
