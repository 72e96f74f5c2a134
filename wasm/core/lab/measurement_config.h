#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/lab/lab_estimator.h"

namespace acp {

/// What an estimator with a baseline subtracts in the lab.
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
  int estimator = lab_estimator_index("score_function");  ///< index into `lab_estimators()`
  LabBaseline baseline = LabBaseline::none;
  std::vector<double> own;  ///< of the estimator's options
  int samples = 1;          ///< N, averaged in one estimate
  int seed = 1;             ///< the same noise for every estimator with as many samples
  double constant = 0;      ///< of LabBaseline::constant, which text cannot choose

  const LabEstimator& chosen() const {
    return lab_estimators()[static_cast<std::size_t>(estimator)];
  }
  bool exact() const { return chosen().about.id == kExact; }
  EstimatorSettings settings() const;
  void visit(ParameterVisitor& visitor) override;
  /// From `key=value` pairs, as in `estimator=finite_difference:h=0.1&samples=4`; adds what is
  /// wrong to `errors`.
  static MeasurementConfig parse(std::string_view text, std::vector<std::string>& errors);

 private:
  void visit_own(ParameterVisitor& visitor);
};

/// The estimators with a baseline, joined by `separator`.
std::string names_with_baseline(const char* separator);

}  // namespace acp
