#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/lab/frozen_run.h"
#include "core/lab/plane.h"
#include "core/lab/sampler.h"

namespace acp {

/// The weights theta of a frozen run's policy network, as what a gradient is with respect to.
class ThetaSpace {
 public:
  /// `run` and its `subject` must outlive it. Takes as long as the exact gradients of all states.
  ThetaSpace(const FrozenRun& run, const LabSubject& subject);

  /// The length of theta, padding included.
  int size() const { return run_->problem().network().parameters(); }
  /// Those of the run, with their exact gradients where these can be had.
  std::span<const LabState> states() const { return states_; }
  /// The exact gradient of theta; empty where it cannot be had.
  std::span<const double> reference() const { return reference_; }
  const LabPlane& plane() const { return *plane_; }
  /// Estimates of the gradient of theta.
  std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config) const;

 private:
  void take_exact_gradients();
  Matrix pilot() const;

  const FrozenRun* run_;
  const LabSubject* subject_;
  std::vector<LabState> states_;
  std::vector<double> reference_;
  std::optional<LabPlane> plane_;
};

}  // namespace acp
