#include "core/env/exact_critic.h"

#include <string_view>

#include "core/env/bandit.h"
#include "core/env/gridworld.h"
#include "core/env/lqr.h"

namespace acp {

std::unique_ptr<ExactCritic> exact_critic(const Environment& environment,
                                          const PolicyExamples& policy) {
  const std::string_view id = environment.info().id;
  if (id == "bandit") return bandit_critic(environment, policy);
  if (id == "lqr") return lqr_critic(environment, policy);
  if (id == "gridworld") return gridworld_critic(environment, policy);
  return nullptr;
}

}  // namespace acp
