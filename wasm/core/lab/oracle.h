#pragma once

#include <memory>

#include "core/algo/gradient_problem.h"
#include "core/env/environment.h"
#include "core/env/exact_critic.h"
#include "core/env/units.h"
#include "core/lab/subject.h"

namespace acp {

/// A task as the networks see it.
struct TaskUnits {
  const Environment& environment;
  bool normalised;      ///< the usual range of each component of an observation is [-1, 1]
  double reward_scale;  ///< of the rewards learned from
};

/// The exact Q of a policy, in the units of the networks.
class Oracle {
 public:
  /// That of `problem`, whose heads in `observations` are `heads`; null where there is none.
  static std::shared_ptr<const Oracle> make(const TaskUnits& units, const GradientProblem& problem,
                                            const Matrix& observations, const Matrix& heads);

  /// Of an action or the index of a choice; then also dQ/da into `slope`, unless null.
  double value(const Scalar* observation, const Scalar* action, Scalar* slope) const;
  /// In the action.
  bool is_continuous() const { return critic_->is_continuous(); }
  /// Of each choice.
  std::vector<double> table(const Scalar* observation) const;

 private:
  explicit Oracle(const TaskUnits& units)
      : info_(&units.environment.info()),
        observations_(units.environment.info(), units.normalised),
        actions_(units.environment.info().action),
        reward_scale_(units.reward_scale) {}

  PolicyExamples finite(const GradientProblem& problem) const;
  PolicyExamples continuous(const Matrix& observations, const Matrix& heads, Squash squash) const;

  const EnvironmentInfo* info_;
  ObservationScale observations_;
  ActionScale actions_;
  double reward_scale_;
  std::unique_ptr<ExactCritic> critic_;
};

/// The same as an objective, in each of `states`.
class OracleSource final : public ObjectiveSource {
 public:
  OracleSource(std::shared_ptr<const Oracle> oracle, Matrix states)
      : oracle_(std::move(oracle)), states_(std::move(states)) {}
  std::unique_ptr<ActionObjective> make(int copies, int per_copy) const override;

 private:
  std::shared_ptr<const Oracle> oracle_;
  Matrix states_;
};

}  // namespace acp
