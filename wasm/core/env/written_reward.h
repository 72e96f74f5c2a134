#pragma once

#include "core/env/reward_language.h"

namespace acp {

/// Rewards as formulas (docs/formula-tasks.md), for programs whose `reward_language` is this: the
/// page's first module does without.
const RewardLanguage& formula_rewards();

}  // namespace acp
