#include "core/env/reward_language.h"

namespace acp {

// Weak, for programs that link the whole library.
[[gnu::weak]] const RewardLanguage* reward_language() { return nullptr; }

}  // namespace acp
