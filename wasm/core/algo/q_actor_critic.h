#pragma once

#include "core/algo/algorithm.h"

namespace acp {

AlgorithmEntry q_actor_critic_entry();

}  // namespace acp
