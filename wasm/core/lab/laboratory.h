#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/lab/measurement.h"
#include "core/lab/subject.h"
#include "core/lab/theta.h"

namespace acp {

/// A bench for one subject, and the measurements made on it. The page and the command line use
/// this. Each function that takes text throws `std::invalid_argument` with one `key: message` line
/// per error, and changes nothing then.
class Laboratory {
 public:
  /// An analytic task: `policy=gaussian:mu=0.3,log_sigma=-0.7&objective=quadratic:a=-1&alpha=0`.
  explicit Laboratory(std::string_view task);
  explicit Laboratory(LabSubject subject);
  /// A frozen run.
  explicit Laboratory(std::unique_ptr<const FrozenRun> run);

  /// The subject as JSON (docs/boundary.md).
  std::string describe() const;
  /// Adds estimates to the measurement that `config` describes until it has `repeats` or the time
  /// is up; the first call makes it. Returns how many it has.
  std::int64_t measure(std::string_view config, std::int64_t repeats, double max_milliseconds);
  /// What it has found, as JSON (docs/boundary.md).
  std::string result(std::string_view config);
  /// Rows of its latest estimates, `Measurement::recent`.
  std::span<const float> recent(std::string_view config);
  /// `count` >= 2 rows of x in [low, high], f(x) and the density of the policy at x, along the
  /// first dimension of the action, the others at their mean. None for categories.
  std::vector<float> slice(double low, double high, int count) const;

 private:
  /// Measurements kept, in `kMostBytes`; the oldest make room.
  static constexpr std::size_t kMost = 128;
  struct Entry {
    std::string config;
    std::unique_ptr<Measurement> measurement;
  };
  Measurement& find(std::string_view config);
  void make_room();

  // These stay where they are when the bench moves.
  std::unique_ptr<const FrozenRun> run_;  ///< or null
  std::unique_ptr<const LabSubject> subject_;
  std::unique_ptr<const ThetaSpace> theta_;  ///< of the run, once somebody asks for it
  std::vector<Entry> entries_;
};

/// Policies, objectives, estimators and baselines with their parameters, as a JSON object.
void describe_lab(JsonWriter& json);

}  // namespace acp
