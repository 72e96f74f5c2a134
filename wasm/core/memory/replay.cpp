#include "core/memory/replay.h"

#include <algorithm>
#include <cassert>

namespace acp {

void Transition::write(TraceSink trace) const {
  trace.column("s", observation);
  trace.column("a", action);
  trace.next("r", reward);
  trace.column("s_next", next_observation);
  trace.next("terminated", terminated ? 1 : 0);
}

void Batch::write(TraceSink trace) const {
  if (!trace) return;
  trace.begin_update(size());
  trace.sample("s", observation);
  trace.sample("a", action);
  trace.sample("r", reward);
  trace.sample("s_next", next_observation);
  for (const Scalar mask : discount_mask) trace.next("terminated", mask == 0 ? 1 : 0);
}

ReplayBuffer::ReplayBuffer(int observation_size, int action_size, int capacity)
    : observation_size_(observation_size),
      action_size_(action_size),
      capacity_(capacity),
      row_size_(2 * observation_size + action_size + 4),
      rows_(static_cast<std::size_t>(row_size_) * capacity) {}

void ReplayBuffer::add(const Transition& x, const Origin& origin) {
  Scalar* row = rows_.data() + static_cast<std::size_t>(next_) * row_size_;
  row = std::copy(x.observation.begin(), x.observation.end(), row);
  row = std::copy(x.action.begin(), x.action.end(), row);
  row = std::copy(x.next_observation.begin(), x.next_observation.end(), row);
  row[0] = x.reward;
  row[1] = x.terminated ? Scalar(0) : Scalar(1);
  row[2] = static_cast<Scalar>(origin.iteration % kIterations);
  row[3] = origin.log_density;
  next_ = (next_ + 1) % capacity_;
  size_ = std::min(size_ + 1, capacity_);
}

void ReplayBuffer::sample(Rng& rng, Batch& batch, int recent) const {
  assert(size_ > 0 && recent > 0);
  const int window = std::min(recent, size_);
  const int oldest = window < size_ ? next_ - window + capacity_ : 0;
  for (int j = 0; j < batch.size(); ++j) {
    const int index = oldest + static_cast<int>(rng.index(static_cast<std::uint32_t>(window)));
    const Scalar* from = transition(index % capacity_);
    const auto take = [&from](int count, Scalar* to) {
      copy_few(from, count, to);
      from += count;
    };
    take(observation_size_, batch.observation.col(j));
    take(action_size_, batch.action.col(j));
    take(observation_size_, batch.next_observation.col(j));
    const auto column = static_cast<std::size_t>(j);
    batch.reward[column] = from[0];
    batch.discount_mask[column] = from[1];
    batch.log_density[column] = from[3];
  }
}

}  // namespace acp
