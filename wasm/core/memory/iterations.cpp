#include <algorithm>

#include "core/memory/replay.h"

namespace acp {

std::vector<IterationRange> ReplayBuffer::iterations(std::int64_t now, int recent, int most) const {
  if (size_ == 0) return {};
  int begin = size_ - std::min(recent, size_);
  const int oldest = age(now, begin);
  const int width = oldest / most + 1;
  std::vector<IterationRange> ranges(static_cast<std::size_t>(oldest / width + 1));
  std::int64_t first = now - oldest;
  for (auto& range : ranges) {
    const std::int64_t last = std::min(first + width - 1, now);
    int end = begin;
    for (int beyond = size_; end < beyond;) {
      const int middle = end + (beyond - end) / 2;
      if (now - age(now, middle) <= last) {
        end = middle + 1;
      } else {
        beyond = middle;
      }
    }
    range = {first, last, end - begin};
    first = last + 1;
    begin = end;
  }
  return ranges;
}

}  // namespace acp
