#pragma once

#include <cstdint>
#include <optional>
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
  /// With what it computes, if anybody wants to know.
  Outcome step(std::int64_t turn, TraceSink trace = {});

  Rng& stream() { return stream_; }
  /// New episodes everywhere; those in progress do not go on.
  void restart();
  /// The environments as they are.
  template <class Archive>
  void archive_places(Archive& archive) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      Place& place = places_[i];
      std::vector<double> state = state_of(place.environment());
      Episode episode = place.episode();
      archive(checked("place.state", state, kStateComponent),
              checked("place.total_reward", episode.total_reward, kComputed),
              checked("place.length", episode.length, index_below(place.info().time_limit)));
      if constexpr (Archive::kReading) {
        expect_possible(archive, "place.state", [&] {
          place.resume(state, episode);
          archive.require(place.is_at(state), "place.state", "loading it leads to another state");
          observe(i);
        });
      }
    }
  }

 private:
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
