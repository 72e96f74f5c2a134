#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/session/config.h"
#include "core/session/instances.h"
#include "core/session/place.h"

namespace acp {

/// Lets an algorithm learn from the environments that it asks for, a step at a time.
class Stepper {
 public:
  struct Outcome {
    int updates = 0;
    std::optional<Episode> ended = {};
  };

  /// `algorithm` must outlive it.
  Stepper(const RunParameters& run, const Instances& environments, Algorithm& algorithm);

  /// A step of the environment whose turn it is.
  Outcome step(std::int64_t turn);

  Rng& stream() { return stream_; }
  /// New episodes everywhere; those in progress do not go on.
  void restart();
  /// The environments as they are. Where a run has `diverged`, numbers need not be finite.
  template <class Archive>
  void archive_places(Archive& archive, bool diverged) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      std::vector<double> state = state_of(places_[i].environment());
      auto [total_reward, length] = places_[i].episode();
      archive(state, total_reward, length);
      if constexpr (Archive::kReading) resume(i, state, {total_reward, length}, diverged);
    }
  }

 private:
  void resume(std::size_t which, std::span<const double> state, Episode so_far, bool diverged);
  void begin(std::size_t which);
  void observe(std::size_t which) { places_[which].observe(observations_[which].col(0)); }

  Algorithm* algorithm_;
  double reward_scale_;
  Rng stream_;
  std::vector<Place> places_;
  std::vector<Matrix> observations_;  ///< in each place
  Matrix next_observation_;
  Matrix action_;
};

}  // namespace acp
