#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "core/base/archive.h"

namespace acp {

/// How far a run has come.
struct Progress {
  static constexpr std::size_t kLongestStatus = 1000;  ///< characters

  std::int64_t steps = 0;  ///< of environments
  std::int64_t updates = 0;
  std::int64_t episodes = 0;
  double seconds = 0;  ///< of training
  double last_return = 0;
  std::array<double, 20> recent_returns{};  ///< by the number of the episode, modulo their count
  int recent_count = 0;
  std::string status;  ///< "" while healthy

  void add_episode(double total_reward);
  /// NaN before the first episode has ended.
  double shown_return() const { return recent_count == 0 ? NAN : last_return; }
  double mean_recent_return() const;

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("steps", steps, kCount), checked("updates", updates, kCount),
            checked("episodes", episodes, kCount), checked("seconds", seconds, {0, kLargestNumber}),
            checked("last_return", last_return, kComputed),
            checked("recent_returns", recent_returns, kComputed),
            checked("recent_count", recent_count, whole(0, recent_returns.size())),
            checked("status", status, kLongestStatus));
    archive.require(recent_count == std::min<std::int64_t>(episodes, recent_returns.size()),
                    "recent_count", "not as many as episodes");
  }
};

}  // namespace acp
