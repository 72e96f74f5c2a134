#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/lab/measurement_config.h"
#include "core/lab/subject.h"

namespace acp {

/// Makes independent estimates, several at a time.
class Sampler {
 public:
  virtual ~Sampler() = default;
  /// Draws noise, and writes an estimate [size] into each column.
  virtual void estimate(Rng& rng, Matrix& gradient) = 0;
  /// The action's first dimension, or the choice, and f(a) of estimate `j`, where it rests on one
  /// action; else NaN.
  virtual std::pair<float, float> action(int) const;
  /// Critic evaluations per estimate.
  virtual EvaluationCost cost() const = 0;
};

/// Why `config` cannot measure `subject`: `key: message`, or empty. `batch` has the states of a
/// frozen run, for its weights; none where there is no run.
Complaint check(const MeasurementConfig& config, const LabSubject& subject,
                std::span<const LabState> batch = {});
/// Whether no bias is possible, by construction and for this objective.
bool is_unbiased(const MeasurementConfig& config, const LabSubject& subject);
/// One for each column of the estimates.
using LabStates = std::vector<const LabState*>;
/// Estimates in head space, one in each of `states`, which must outlive it, as must what objectives
/// of `source` refer to; that is of continuous actions.
std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config, const LabSubject& subject,
                                      const ObjectiveSource* source, const LabStates& states);

}  // namespace acp
