#pragma once

#include <memory>
#include <span>

#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/dist/gaussian.h"
#include "core/grad/objective.h"

namespace acp {

/// What the score function subtracts from f(s, a) - alpha log pi(a|s).
enum class Baseline {
  none,
  leave_one_out,  ///< the mean over the other action samples of the same state
  value,          ///< an estimate of V(s) from further action samples, independent of this one
  given,          ///< constants from `GradientEstimator::set_baseline`; for the gradient lab
};

struct EstimatorConfig {
  int kind = 0;  ///< index into `estimators()`
  Baseline baseline = Baseline::none;
  int action_samples = 1;    ///< K, per state
  int baseline_samples = 4;  ///< M, per state, for Baseline::value
  double step = 0.01;        ///< h of finite differences; for the gradient lab

  void visit(ParameterVisitor& visitor);
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

  ActionSamples& samples() { return samples_; }
  const ActionSamples& samples() const { return samples_; }
  /// f of each sample, after `estimate`, for those estimators that evaluate the samples themselves.
  std::span<const Scalar> values() const { return values_; }

 protected:
  ActionSamples samples_;
  Buffer values_;
};

/// Critic evaluations that one estimate in one state takes.
struct EvaluationCost {
  int forward;   ///< actions judged
  int backward;  ///< of these, actions for which the gradient was taken too
};

struct EstimatorEntry {
  Option about;
  const char* formula;  ///< LaTeX
  EvaluationCost (*cost)(const EstimatorConfig& config, int action_size);
  std::unique_ptr<GradientEstimator> (*make)(const EstimatorConfig& config, int action_size,
                                             int states);
};

/// Every estimator that trains.
std::span<const EstimatorEntry> estimators();
/// Puts `entry` in the place of the one with its id, so that tests see who uses it.
void replace_estimator(const EstimatorEntry& entry);
/// These, and those that only the gradient lab has a use for.
std::span<const EstimatorEntry> all_estimators();

/// The index into `estimators()` of one that is there.
int estimator_index(std::string_view id);

/// The number of action samples per state that `config` evaluates, the baseline's included.
int samples_per_state(const EstimatorConfig& config);

std::unique_ptr<GradientEstimator> make_estimator(const EstimatorConfig& config, int action_size,
                                                  int states);

}  // namespace acp
