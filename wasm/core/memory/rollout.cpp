#include "core/memory/rollout.h"

#include <algorithm>
#include <cassert>

namespace acp {

Rollout::Rollout(int observation_size, int action_width, int environments, int steps)
    : environments_(environments),
      steps_(steps),
      observation_(observation_size, environments * steps),
      action_(action_width, environments * steps),
      next_observation_(observation_size, environments * steps),
      reward_(static_cast<std::size_t>(environments * steps)),
      terminated_(reward_.size()),
      truncated_(reward_.size()) {}

int Rollout::ended() const {
  int count = 0;
  for (int i = 0; i < size_; ++i) {
    const auto row = static_cast<std::size_t>(column(i));
    if (terminated_[row] != 0 || truncated_[row] != 0) ++count;
  }
  return count;
}

void Rollout::add(const Transition& x) {
  assert(!full());
  const int j = column(size_++);
  std::copy(x.observation.begin(), x.observation.end(), observation_.col(j));
  std::copy(x.action.begin(), x.action.end(), action_.col(j));
  std::copy(x.next_observation.begin(), x.next_observation.end(), next_observation_.col(j));
  const auto row = static_cast<std::size_t>(j);
  reward_[row] = x.reward;
  terminated_[row] = x.terminated ? 1 : 0;
  truncated_[row] = x.truncated ? 1 : 0;
}

void Rollout::write(TraceSink trace) const {
  const auto used = [this](auto all) { return all.first(static_cast<std::size_t>(size_)); };
  trace.sample("s", observation_, size_);
  trace.sample("a", action_, size_);
  trace.sample("r", used(reward()));
  trace.sample("s_next", next_observation_, size_);
  trace.sample("terminated", used(terminated()));
  trace.sample("truncated", used(truncated()));
}

}  // namespace acp
