#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace acp {

/// How far a run has come.
struct Progress {
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
    archive(steps, updates, episodes, seconds, last_return, recent_returns, recent_count, status);
    if constexpr (Archive::kReading) {
      if (!possible()) throw std::invalid_argument("checkpoint: the state of the run is damaged");
    }
  }

 private:
  bool possible() const;
};

}  // namespace acp
