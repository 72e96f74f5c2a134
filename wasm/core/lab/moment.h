#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/algo/gradient_problem.h"
#include "core/lab/measurement.h"
#include "core/lab/oracle.h"
#include "core/lab/plane.h"
#include "core/lab/subject.h"

namespace acp {

enum class MomentObjective { critic, oracle };
enum class MomentStates { replay, grid };

/// What to look at in a moment of a run.
struct MomentConfig final : Config {
  MomentObjective objective = MomentObjective::critic;
  MomentStates states = MomentStates::replay;
  int batch = 32;
  int state = 0;  ///< of the batch
  int seed = 1;   ///< of the draw from what was replayed
  double alpha;

  explicit MomentConfig(double of_the_run) : alpha(of_the_run) {}
  void visit(ParameterVisitor& visitor) override;
  /// Throws `std::invalid_argument`.
  static MomentConfig parse(std::string_view text, double alpha);
};

/// How far a run has come.
struct RunTime {
  std::int64_t environment_steps;
  std::int64_t updates;
};

/// A run at one time: a batch of states, the policy network, and what it ascends.
class LabMoment {
 public:
  /// The subject in one state of the batch `observations`, with the moment it is from. `problem`
  /// refers to an algorithm that must outlive it. Throws `std::invalid_argument`.
  static LabSubject subject(const GradientProblem& problem, const TaskUnits& units,
                            Matrix observations, const MomentConfig& config, RunTime time);
  LabMoment(const GradientProblem& problem, const TaskUnits& units, Matrix observations,
            const MomentConfig& config, RunTime time);

  /// The estimator that trains, in the words of the lab.
  MeasurementConfig training() const;

  const std::vector<LabState>& states() const { return states_; }
  /// Memory that the critics need to judge one action.
  double bytes_per_evaluation() const;
  /// The length of theta, padding included.
  int parameters() const { return problem_.network().parameters(); }

  /// Makes ready what measurements with respect to theta share; once is enough.
  void prepare(const LabSubject& subject);
  /// The exact gradient of theta; empty where it cannot be had.
  std::span<const double> reference() const { return reference_; }
  const LabPlane& plane() const { return *plane_; }
  /// Estimates of the gradient of theta.
  std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config,
                                        const LabSubject& subject) const;
  /// As a JSON object.
  void describe(JsonWriter& json) const;

 private:
  void fill_tables();
  Matrix observation(int state) const;
  /// What to ascend in each of `states`; null for choices.
  std::unique_ptr<ObjectiveSource> source(const Matrix& states, bool exactly) const;

  GradientProblem problem_;
  Matrix observations_;
  int state_;
  RunTime time_;
  bool exactly_;  ///< by the oracle
  std::shared_ptr<const Oracle> oracle_;
  std::optional<Expectation> oracle_exact_;
  std::vector<LabState> states_;
  std::vector<double> reference_;
  std::optional<LabPlane> plane_;
};

}  // namespace acp
