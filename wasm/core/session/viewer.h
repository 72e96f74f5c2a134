#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/session/place.h"

namespace acp {

/// The current policy acting for somebody to watch, in an environment and with a random stream of
/// its own.
class Viewer {
 public:
  Viewer(std::unique_ptr<Environment> environment, const Algorithm& algorithm, std::uint64_t seed,
         bool normalise);

  /// One environment step, with the policy's most likely action or, if `stochastic`, one drawn from
  /// it; after the last of an episode, which stays on display, a reset.
  void step(bool stochastic);
  /// A new episode.
  void restart();
  /// Nothing, where the environment has no pointer.
  void kick(double strength);
  void drag(double x, double y);
  /// Empty without a snapshot.
  std::vector<double> state() { return state_of(place_.environment()); }
  /// Environment steps of the episode on display.
  int length() const { return place_.episode().length; }
  double total_reward() const { return place_.episode().total_reward; }
  /// Empty without a drawing.
  std::span<const float> draw();

  template <class Archive>
  void archive(Archive& archive) {
    std::vector<double> state = this->state();
    Episode episode = place_.episode();
    const int limit = place_.info().time_limit;
    // The file has no flag: one that is over has no time left.
    int steps = over_ ? limit : episode.length;
    archive(named("stream", stream_), checked("state", state, kStateComponent),
            checked("length", episode.length, whole(0, limit)),
            checked("total_reward", episode.total_reward, kComputed),
            checked("steps", steps, whole(0, limit)));
    archive.require(steps == episode.length || steps == limit, "steps",
                    "not as many as its length");
    if constexpr (Archive::kReading) {
      expect_possible(archive, "state", [&] { place_.resume(state, episode); });
      over_ = steps == limit;
    }
  }

 private:
  Place place_;
  Rng stream_;
  std::unique_ptr<Actor> actor_;
  Matrix observation_;
  Matrix action_;
  std::vector<float> draw_;
  bool over_ = false;  ///< the episode on display
};

}  // namespace acp
