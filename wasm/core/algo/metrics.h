#pragma once

#include <array>
#include <span>

#include "core/base/statistics.h"

namespace acp {

/// The metrics of an algorithm, each averaged between two reports.
template <std::size_t count>
class Metrics {
 public:
  void add(std::size_t metric, double value) { moments_[metric].add(value); }

  /// As `Algorithm::take_metrics`.
  void take(std::span<double> out) {
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = moments_[i].mean();
      moments_[i].clear();
    }
  }

  template <class Archive>
  void archive(Archive& archive) {
    for (Moments& each : moments_) archive(each);
  }

 private:
  std::array<Moments, count> moments_;
};

}  // namespace acp
