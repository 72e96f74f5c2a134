#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/lab/measurement_config.h"
#include "core/lab/moments.h"
#include "core/lab/sampler.h"
#include "core/lab/subject.h"

namespace acp {

class ThetaSpace;

/// Many estimates by one estimator, and what they say about it.
class Measurement {
 public:
  /// Estimates that can be looked at.
  static constexpr int kRecent = 512;

  /// `theta` is what LabSpace::theta is about, where there is a frozen run. Both must outlive it.
  /// Throws `std::invalid_argument`.
  Measurement(const MeasurementConfig& config, const LabSubject& subject,
              const ThetaSpace* theta = nullptr);

  /// Adds estimates until there are `repeats` or the time is up, at least one block unless there
  /// are enough; returns how many there are. What comes out does not depend on how they are cut
  /// into calls.
  std::int64_t run(std::int64_t repeats, double max_milliseconds);

  /// Of the latest estimates, oldest first: rows of the first action and f(a), then the estimate;
  /// of theta its projection on its plane.
  std::span<const float> recent();
  const GroupedMoments& moments() const { return moments_; }
  /// What it keeps that grows with the number of parameters.
  double bytes() const;

  void describe(JsonWriter& json) const;

 private:
  int row_size() const { return 2 + (theta_ != nullptr ? 2 : size_); }
  std::span<const double> reference() const;
  void take(int first, int last);

  MeasurementConfig config_;
  const LabSubject* subject_;
  const ThetaSpace* theta_;  ///< null in head space
  int size_;
  int columns_;
  Rng rng_;
  std::unique_ptr<Sampler> sampler_;
  Matrix gradient_;
  int next_;  ///< column of the next estimate
  GroupedMoments moments_;
  std::vector<float> ring_;
  std::vector<float> ordered_;
  Moments seconds_;  ///< per estimate, each time that all columns are made
};

}  // namespace acp
