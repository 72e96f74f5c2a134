// Q actor-critic (Sutton et al., 2000, theorem 2, with replayed states as in Degris et al., 2012):
//
//     y      = r_t + gamma (1 - terminated) Q^T(s_t, a'),   a' ~ pi(.|s_t)
//     critic : minimise mean (Q(s, a) - y)^2
//     actor  : ascend E_{s ~ replay} E_{a ~ pi}[ grad log pi(a|s) (Q(s, a) - b(s)) ]
//
// The policy gradient theorem with a learned Q in place of returns: off-policy, since Q judges
// actions that nobody took. Biased by the critic's error and by the replayed states. It is soft
// actor-critic without entropy, and shares its code.
#include "core/algo/q_actor_critic.h"

#include "core/algo/q_actor_critic_lines.h"
#include "core/algo/sac.h"
#include "core/algo/sac_config.h"
#include "core/grad/score_function.h"

namespace acp {
namespace {

struct QActorCriticConfig final : SacConfig {
  QActorCriticConfig() {
    owner_ = "q_actor_critic";
    estimator.kind = estimator_index(score_function_entry().about.id);
    estimator.baseline = Baseline::value;
    critics = 1;
    tune_temperature = false;
    temperature = 0;
  }

  void visit(ParameterVisitor& v) override {
    estimator.visit(v);
    visit_learning(v);
    replay.visit(v);
    networks.visit(v);
  }
};

}  // namespace

AlgorithmEntry q_actor_critic_entry() {
  AlgorithmEntry entry = sac_entry();
  entry.id = "q_actor_critic";
  entry.title = "Q actor-critic";
  entry.help =
      "The policy gradient with a learned Q in place of returns: off-policy, no entropy bonus.";
  entry.lines = q_actor_critic_lines();
  entry.source = "Sutton et al., 2000; Degris et al., 2012";
  configure_by<QActorCriticConfig>(entry);
  return entry;
}

}  // namespace acp
