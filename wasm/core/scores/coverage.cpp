#include "core/scores/coverage.h"

#include <algorithm>
#include <cmath>

#include "core/base/statistics.h"

namespace acp {
namespace {

constexpr double kFailing = 0.2, kFailure = -10;

constexpr int kFewest = 3;
/// By law, location and number of scores, from 24,000 samples each.
constexpr double kCoverage[2][3][kMostKnown - kFewest + 1] = {
    {{0.754, 0.878, 0.904, 0.908, 0.916, 0.933, 0.938, 0.938, 0.937, 0.938,
      0.939, 0.943, 0.939, 0.942, 0.942, 0.942, 0.942, 0.943, 0.944, 0.944,
      0.944, 0.945, 0.947, 0.946, 0.946, 0.946, 0.946, 0.946},
     {0.754, 0.803, 0.839, 0.860, 0.876, 0.884, 0.899, 0.902, 0.908, 0.911,
      0.915, 0.919, 0.920, 0.924, 0.924, 0.924, 0.927, 0.927, 0.928, 0.928,
      0.932, 0.931, 0.933, 0.935, 0.934, 0.935, 0.934, 0.934},
     {0.754, 0.878, 0.939, 0.939, 0.876, 0.925, 0.952, 0.940, 0.933, 0.935,
      0.908, 0.933, 0.928, 0.939, 0.951, 0.944, 0.936, 0.938, 0.923, 0.939,
      0.930, 0.944, 0.952, 0.949, 0.951, 0.948, 0.941, 0.943}},
    {{0.750, 0.880, 0.899, 0.896, 0.898, 0.935, 0.934, 0.932, 0.931, 0.937,
      0.936, 0.933, 0.933, 0.944, 0.945, 0.943, 0.940, 0.941, 0.944, 0.945,
      0.944, 0.947, 0.949, 0.948, 0.946, 0.947, 0.945, 0.947},
     {0.517, 0.580, 0.656, 0.714, 0.772, 0.820, 0.851, 0.875, 0.894, 0.909,
      0.917, 0.918, 0.916, 0.913, 0.911, 0.909, 0.912, 0.918, 0.924, 0.929,
      0.928, 0.929, 0.926, 0.930, 0.927, 0.929, 0.933, 0.932},
     {0.750, 0.882, 0.939, 0.938, 0.875, 0.924, 0.950, 0.938, 0.934, 0.935,
      0.909, 0.929, 0.921, 0.938, 0.951, 0.944, 0.936, 0.939, 0.922, 0.939,
      0.930, 0.943, 0.951, 0.948, 0.950, 0.947, 0.940, 0.943}}};

void sample(ScoreLaw law, Rng& rng, std::vector<Scalar>& noise, std::vector<double>& scores) {
  rng.fill_normal(noise);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool fails = law == ScoreLaw::bimodal && rng.uniform() < kFailing;
    scores[i] = (fails ? kFailure : 0) + static_cast<double>(noise[i]);
  }
}

}  // namespace

double true_location(ScoreLaw law, Location location) {
  if (law == ScoreLaw::normal) return 0;
  switch (location) {
    case Location::interquartile_mean:
      // Between its quartiles the law is the upper part of the runs that succeed:
      // (phi(z_1/16) - phi(z_11/16)) 0.8 / 0.5.
      return -0.3696645675110553;
    case Location::mean:
      return kFailing * kFailure;
    case Location::median:
      return -0.31863936396437514;  // z_3/8
  }
  return NAN;
}

Coverage measure_coverage(ScoreLaw law, Location location, int count, int repeats,
                          const Resampling& resampling) {
  Rng rng(static_cast<std::uint64_t>(resampling.seed), Stream::lab);
  std::vector<Scalar> noise(static_cast<std::size_t>(count));
  std::vector<double> scores(noise.size());
  const double truth = true_location(law, location);
  Moments held;
  for (int i = 0; i < repeats; ++i) {
    sample(law, rng, noise, scores);
    Resampling own = resampling;
    own.seed = static_cast<int>(rng.index(1u << 31));
    const auto [low, high] = location_interval(Scores(scores), location, own);
    held.add(low <= truth && truth <= high ? 1 : 0);
  }
  return {held.mean(), held.standard_error()};
}

double known_coverage(ScoreLaw law, Location location, int count) {
  if (count < kFewest) return NAN;
  const auto n = static_cast<std::size_t>(std::min(count, kMostKnown) - kFewest);
  return kCoverage[static_cast<std::size_t>(law)][static_cast<std::size_t>(location)][n];
}

double share_within_range(int count) {
  const double n = count;
  double low = 0, high = 1;
  while (high - low > 1e-12) {
    const double p = (low + high) / 2;
    const double confidence = 1 - n * std::pow(p, n - 1) + (n - 1) * std::pow(p, n);
    (confidence < kConfidence ? high : low) = p;
  }
  return low;
}

}  // namespace acp
