#include "core/algo/a2c.h"
#include "core/algo/dpg.h"
#include "core/algo/dqn.h"
#include "core/algo/q_actor_critic.h"
#include "core/algo/reinforce.h"
#include "core/algo/sac.h"
#include "core/algo/sac_discrete.h"
#include "core/algo/tabular_q.h"

namespace acp {

std::span<const AlgorithmEntry> algorithms() {
  static const AlgorithmEntry entries[] = {
      sac_entry(), sac_discrete_entry(), dpg_entry(), q_actor_critic_entry(),
      a2c_entry(), reinforce_entry(),    dqn_entry(), tabular_q_entry()};
  return entries;
}

}  // namespace acp
