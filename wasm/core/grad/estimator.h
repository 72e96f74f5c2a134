#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/base/trace.h"
#include "core/dist/gaussian.h"
#include "core/grad/estimator_entry.h"
#include "core/grad/objective.h"

namespace acp {

struct EstimatorConfig {
  int kind = 0;  ///< index into `estimators()`
  Baseline baseline = Baseline::none;
  int action_samples = 1;                                 ///< K, per state
  int baseline_samples = 4;                               ///< M, per state, for Baseline::value
  std::vector<double> own = own_initially(estimators());  ///< of options of all `estimators()`

  void visit(ParameterVisitor& visitor);
  const EstimatorEntry& entry() const { return estimators()[static_cast<std::size_t>(kind)]; }
  EstimatorSettings settings() const;
  /// What no single field shows; `key: message`, or empty.
  Complaint check(std::string_view owner) const;
  bool operator==(const EstimatorConfig&) const = default;
};

/// Estimates, for each state on its own, the gradient with respect to the policy head phi of
///
///     E_{a ~ pi_phi}[ f(s, a) - alpha log pi_phi(a|s) ],
///
/// to be maximised. It knows nothing of networks. Training and the gradient lab call the same
/// `estimate`. Usage: fill `samples().noise` with standard normal numbers, then `estimate`.
class GradientEstimator {
 public:
  GradientEstimator(int action_size, int states, int per_state)
      : samples_(action_size, states, per_state),
        values_(static_cast<std::size_t>(states * per_state)) {}
  virtual ~GradientEstimator() = default;

  virtual void draw(Rng& rng);
  /// Writes the gradient [2d x states].
  virtual void estimate(const GaussianHead& head, ActionObjective& objective, double alpha,
                        Matrix& gradient) = 0;

  /// What Baseline::given subtracts from the objective in each coordinate of the gradient
  /// [2d x states].
  virtual void set_baseline(const Matrix&) {}

  /// Where `estimate` writes what it computes.
  void trace(TraceSink sink) { trace_ = sink; }

  ActionSamples& samples() { return samples_; }
  const ActionSamples& samples() const { return samples_; }
  /// f of each sample, after `estimate`, for those estimators that evaluate the samples themselves.
  std::span<const Scalar> values() const { return values_; }

 protected:
  /// Draws the actions that belong to the noise.
  void take_samples(const GaussianHead& head);

  ActionSamples samples_;
  Buffer values_;
  TraceSink trace_;
};

/// The number of action samples per state that `config` evaluates, the baseline's included.
int samples_per_state(const EstimatorConfig& config);

std::unique_ptr<GradientEstimator> make_estimator(const EstimatorConfig& config, int action_size,
                                                  int states);

}  // namespace acp
