#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/grad/estimator.h"

namespace acp {

/// The trace of the covariance of the score function's gradient with respect to mu, given a perfect
/// baseline, over that of reparameterization, for a quadratic objective in `d` dimensions with
/// gradient g and Hessian H at mu: (d + 1) |g|^2 / (sigma^2 |H|_F^2) + (d + 4) / 2.
double variance_ratio(int d, double sigma, double g_squared, double h_squared);

/// Of the mean of `batch` single-sample gradients with respect to mu, the trace of the covariance,
/// for -|a|^2 / 2 and a policy N(mu, sigma^2 I) in `d` dimensions with |mu|^2 = `m`.
double pathwise_noise(int d, double sigma, int batch, double m);
/// The same of the score function; of the baselines it knows none and leave_one_out.
double score_noise(Baseline baseline, int d, double sigma, int batch, double m);

struct RaceConfig final : Config {
  int dimensions = 8;
  double sigma = 0.2;
  int batch = 16;
  int seed = 1;

  void visit(ParameterVisitor& visitor) override;
};

/// How long three gradient estimators take to the same target, each with its best step size. What
/// comes out does not depend on how the time is cut into calls.
class Race {
 public:
  /// Independent repetitions, side by side.
  static constexpr int kSeeds = 32;
  using PerSeed = std::array<double, kSeeds>;

  /// From `key=value` pairs. Throws `std::invalid_argument`, one `key: message` line per error.
  explicit Race(std::string_view config);

  /// Goes on for about so long, at least one iteration; returns whether the race is over.
  bool advance(double milliseconds);
  /// What is known so far, as JSON (docs/boundary.md).
  std::string result() const;

 private:
  /// Of the excess per dimension over the seeds, one number per recorded iteration each.
  struct Curve {
    std::vector<double> iteration, mean, error, lower, upper;
    std::vector<double> expected;  ///< by the recursion, not from the seeds
  };
  /// Ascent with one step size, by all seeds.
  struct Attempt {
    double step = 0;
    int iteration = 0;
    int arrived = 0;        ///< seeds that have been at the target
    PerSeed arrivals = {};  ///< their iterations
    int reached = 0;        ///< the iteration at which their mean was there; 0: not yet
    double expected = 0;    ///< E|mu|^2 by the recursion
    Curve curve = {};
  };
  struct Contestant {
    const char* estimator;
    Baseline baseline;
    Attempt best = {};  ///< step 0: none yet
    bool finished = false;
  };

  void begin(double step);
  void iterate();
  double noise() const;
  void record(PerSeed excess);
  void conclude();
  Contestant& current() { return contestants_[running_]; }

  RaceConfig config_;
  std::array<Contestant, 3> contestants_;
  std::size_t running_ = 0;
  Attempt attempt_;
  int next_point_ = 1;
  Rng rng_;
  QuadraticObjective objective_;
  Matrix phi_;
  Matrix gradient_;
  std::unique_ptr<GradientEstimator> estimator_;
};

}  // namespace acp
