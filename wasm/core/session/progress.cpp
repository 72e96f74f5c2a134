#include "core/session/progress.h"

#include <algorithm>
#include <numeric>

namespace acp {

void Progress::add_episode(double total_reward) {
  last_return = total_reward;
  recent_returns[static_cast<std::size_t>(episodes % std::ssize(recent_returns))] = total_reward;
  recent_count = std::min(recent_count + 1, static_cast<int>(recent_returns.size()));
  ++episodes;
}

double Progress::mean_recent_return() const {
  if (recent_count == 0) return NAN;
  const auto first = recent_returns.begin();
  return std::accumulate(first, first + recent_count, 0.0) / recent_count;
}

}  // namespace acp
