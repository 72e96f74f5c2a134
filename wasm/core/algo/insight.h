#pragma once

#include "core/algo/critic.h"
#include "core/nn/learner.h"

namespace acp {

/// What an algorithm has learned to expect: one of the two, or nothing besides its policy. Refers
/// to its algorithm, and follows it as it learns; epsilon is that of now.
struct Insight {
  const CriticEnsemble* critics = nullptr;  ///< Q(s, a), or Q(s, .) of choices
  const Learner* value = nullptr;           ///< V(s)
  double epsilon = 0;                       ///< share of random choices of one that is greedy on Q
};

}  // namespace acp
