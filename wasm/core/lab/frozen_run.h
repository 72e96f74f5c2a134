#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/algo/gradient_problem.h"
#include "core/lab/measurement_config.h"
#include "core/lab/oracle.h"
#include "core/lab/subject.h"

namespace acp {

enum class FrozenObjective { critic, oracle };
enum class FrozenStates { replay, grid };

/// What to look at in a frozen run.
struct FrozenRunConfig final : Config {
  FrozenObjective objective = FrozenObjective::critic;
  FrozenStates states = FrozenStates::replay;
  int batch = 32;
  int state = 0;  ///< of the batch
  int seed = 1;   ///< of the draw from what was replayed
  double alpha;

  explicit FrozenRunConfig(double of_the_run) : alpha(of_the_run) {}
  void visit(ParameterVisitor& visitor) override;
  /// Throws `std::invalid_argument`.
  static FrozenRunConfig parse(std::string_view text, double alpha);
};

/// How far a run has come.
struct RunTime {
  std::int64_t environment_steps;
  std::int64_t updates;
};

/// A run at one time: a batch of states, the policy network, and what it ascends there.
class FrozenRun {
 public:
  /// `problem` refers to an algorithm that must outlive it. Throws `std::invalid_argument`.
  FrozenRun(const GradientProblem& problem, const TaskUnits& units, Matrix observations,
            const FrozenRunConfig& config, RunTime time);

  /// What there is to measure in the state that was chosen.
  LabSubject subject() const;
  /// The estimator that trains, in the words of the lab.
  MeasurementConfig training() const;

  const GradientProblem& problem() const { return problem_; }
  const Matrix& observations() const { return observations_; }
  /// Heads, and values of choices, in all states.
  const std::vector<LabState>& states() const { return states_; }
  /// What to ascend in each state; null for choices.
  std::unique_ptr<ObjectiveSource> source() const { return source(observations_, exactly_); }
  /// In one of them.
  std::unique_ptr<ObjectiveSource> source(int state) const {
    return source(observation(state), exactly_);
  }
  /// As a JSON object.
  void describe(JsonWriter& json) const;

 private:
  /// Memory that the critics need to judge one action.
  double bytes_per_evaluation() const;
  void fill_tables();
  Matrix observation(int state) const;
  std::unique_ptr<ObjectiveSource> source(const Matrix& states, bool exactly) const;

  GradientProblem problem_;
  Matrix observations_;
  FrozenRunConfig config_;
  RunTime time_;
  bool exactly_;  ///< by the oracle
  std::shared_ptr<const Oracle> oracle_;
  std::optional<Expectation> oracle_exact_;
  std::vector<LabState> states_;
};

}  // namespace acp
