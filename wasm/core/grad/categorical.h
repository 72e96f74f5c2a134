#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/base/trace.h"
#include "core/grad/estimator_entry.h"

namespace acp {

struct CategoricalEstimatorConfig {
  int kind = 0;  ///< index into `categorical_estimators()`
  Baseline baseline = Baseline::none;
  int action_samples = 1;                                             ///< K, per state
  std::vector<double> own = own_initially(categorical_estimators());  ///< of options of all

  void visit(ParameterVisitor& visitor);
  const EstimatorEntry& entry() const {
    return categorical_estimators()[static_cast<std::size_t>(kind)];
  }
  EstimatorSettings settings() const;
  /// What no single field shows; `key: message`, or empty.
  Complaint check(std::string_view owner) const;
  bool operator==(const CategoricalEstimatorConfig&) const = default;
};

/// Estimates, for each state on its own, the gradient with respect to the logits of
///
///     sum_a pi(a) (f(s, a) - alpha log pi(a|s)),
///
/// to be maximised, from a table of f. Training and the gradient lab call the same `estimate`.
class CategoricalEstimator {
 public:
  virtual ~CategoricalEstimator() = default;

  /// Draws what `estimate` needs; nothing if it is exact.
  virtual void draw(Rng&) {}
  /// What Baseline::given subtracts, in each state.
  virtual void set_baseline(std::span<const Scalar>) {}
  /// `logits` and `values` (f) are [actions x states]; writes the gradient of the same size.
  virtual void estimate(const Matrix& logits, const Matrix& values, double alpha,
                        Matrix& gradient) = 0;
  /// The choices that the last estimate rests on, those of a state side by side; none where it
  /// rests on no single ones.
  virtual std::span<const int> choices() const { return {}; }

  /// Where `estimate` writes what it computes.
  void trace(TraceSink sink) { trace_ = sink; }

 protected:
  TraceSink trace_;
};

std::unique_ptr<CategoricalEstimator> make_estimator(const CategoricalEstimatorConfig& config,
                                                     int actions, int states);

}  // namespace acp
