#pragma once

#include <memory>
#include <span>

#include "core/base/matrix.h"

namespace acp {

/// A policy by examples, in the environment's own units.
struct PolicyExamples {
  Matrix observations;  ///< [observation_size x count]; of a finite set, each state in turn
  Matrix actions;       ///< mean actions [dimensions x count], or probabilities [choices x count]
  double sigma = 0;     ///< standard deviation of continuous actions, on average
  double gamma = 0.99;
  double alpha = 0;  ///< weight of the entropy of later choices
};

/// Q(s, a) of a policy without any error, in the environment's own units.
class ExactCritic {
 public:
  virtual ~ExactCritic() = default;
  /// Of the index of a choice, or of an action; then also dQ/da into `slope`.
  virtual double value(std::span<const double> observation, std::span<const double> action,
                       std::span<double> slope) const = 0;
  /// In the action.
  virtual bool is_continuous() const { return true; }
};

class Environment;

/// What that policy is worth in `environment`, where it can be told exactly; else null. Not a
/// member, so that who only trains does not download it.
std::unique_ptr<ExactCritic> exact_critic(const Environment& environment,
                                          const PolicyExamples& policy);

}  // namespace acp
