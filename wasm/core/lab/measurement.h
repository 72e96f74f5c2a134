#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/grad/estimator.h"
#include "core/lab/moments.h"
#include "core/lab/subject.h"

namespace acp {

enum class LabEstimator {
  score_function,
  reparameterization,
  deterministic,
  measure_valued,
  finite_difference,
  gumbel_softmax,
  exact,
};

/// What the score function subtracts in the lab.
enum class LabBaseline {
  none,
  value,          ///< E[f - alpha log pi], exactly
  leave_one_out,  ///< the mean over the other samples
  optimal,        ///< the constant of least variance, for each coordinate
  constant,       ///< `MeasurementConfig::constant`
};

/// With respect to what.
enum class LabSpace {
  head,   ///< the policy's outputs in one state
  theta,  ///< the weights of its network, as a mean over the states of a batch
};

struct MeasurementConfig final : Config {
  LabSpace space = LabSpace::head;
  LabEstimator estimator = LabEstimator::score_function;
  LabBaseline baseline = LabBaseline::none;
  int samples = 1;           ///< N, averaged in one estimate
  int seed = 1;              ///< the same noise for every estimator with as many samples
  double temperature = 0.5;  ///< of Gumbel-softmax
  double h = 0.01;           ///< of finite differences
  double constant = 0;       ///< of LabBaseline::constant, which text cannot choose

  void visit(ParameterVisitor& visitor) override;
  /// From `key=value` pairs, as in `estimator=finite_difference:h=0.1&samples=4`; adds what is
  /// wrong to `errors`.
  static MeasurementConfig parse(std::string_view text, std::vector<std::string>& errors);
};

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

/// Why `config` cannot measure `subject`: `key: message`, or empty.
Complaint check(const MeasurementConfig& config, const LabSubject& subject);
/// Whether no bias is possible, by construction and for this objective.
bool is_unbiased(const MeasurementConfig& config, const LabSubject& subject);
/// One for each column of the estimates.
using LabStates = std::vector<const LabState*>;
/// Estimates in head space, one in each of `states`; `source`, of continuous actions, and all else
/// must outlive it.
std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config, const LabSubject& subject,
                                      const ObjectiveSource* source, const LabStates& states);

/// Many estimates by one estimator, and what they say about it.
class Measurement {
 public:
  /// Estimates that can be looked at.
  static constexpr int kRecent = 512;

  /// `subject` must outlive it. Throws `std::invalid_argument`.
  Measurement(const MeasurementConfig& config, const LabSubject& subject);

  /// Adds estimates until there are `repeats` or the time is up, at least one block unless there
  /// are enough; returns how many there are. What comes out does not depend on how they are cut
  /// into calls.
  std::int64_t run(std::int64_t repeats, double max_milliseconds);

  /// Of the latest estimates, oldest first: rows of the first action and f(a), then the estimate;
  /// of theta its projection on the plane of the moment.
  std::span<const float> recent();
  const GroupedMoments& moments() const { return moments_; }

  void describe(JsonWriter& json) const;

 private:
  int row_size() const { return 2 + (theta() ? 2 : size_); }
  bool theta() const { return config_.space == LabSpace::theta; }
  std::span<const double> reference() const;
  void take(int first, int last);

  MeasurementConfig config_;
  const LabSubject* subject_;
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
