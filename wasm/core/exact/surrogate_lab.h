#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exact/line.h"
#include "core/exact/process.h"

namespace acp {

/// Where to look along a line: what all questions about one have.
struct LineConfig : Config {
  Direction direction = Direction::gradient;
  Weighting weighting = Weighting::discounted;

  void visit(ParameterVisitor& visitor) override;
};

/// A bench for one finite process: a policy pi with parameters theta, and mu, the policy that acts,
/// which is pi unless it is set. The page and the command line use this. Each function that takes
/// text, and each that sets something, throws `std::invalid_argument` with one `key: message` line
/// per error, and changes nothing then. All texts are `key=value` pairs (docs/boundary.md).
class SurrogateLab {
 public:
  /// A task: `process=chain:length=8,gamma=0.9`.
  explicit SurrogateLab(std::string_view task);
  explicit SurrogateLab(ChosenProcess process) : chosen_(std::move(process)) { reset(); }

  /// Begins anew: theta and mu as the process has them.
  void reset();
  /// Row by row, [rows of logits x actions]. An empty mu is pi; an empty direction is 0.
  void set_theta(std::span<const double> theta);
  void set_behaviour(std::span<const double> theta);
  void set_drawn(std::span<const double> direction);
  std::vector<double> theta() const;

  /// The process, its policies, values and occupancies at theta.
  std::string describe() const;
  /// Rows of eta, j, surrogate, bound, total variation at each eta.
  std::vector<double> line(std::string_view text, std::span<const double> etas) const;
  /// What pi, its values, occupancy and gradients are at one eta.
  std::string at(std::string_view text, double eta) const;
  /// Moves theta along the line.
  void move(std::string_view text, double eta);
  /// Two episodes of at most `most` steps with the same numbers: pi at `eta` alone; pi once, then
  /// mu.
  std::string rollouts(std::string_view text, double eta, int most, int seed) const;
  /// Rows of eta, then mean and standard error of each of the three estimates of `EstimatedValue`.
  std::vector<double> estimate(std::string_view text, std::span<const double> etas, int episodes,
                               int seed) const;
  /// Rounds of improvement from theta (`RoundsConfig`).
  std::string improve(std::string_view text) const;
  /// A path from theta (`PathConfig`).
  std::string path(std::string_view text) const;
  /// Values of deterministic policies, and which pairs of them differ in one row.
  std::string polytope() const;
  /// For two rows of two logits: rows of the probabilities of the first action in each, V of all
  /// states, J and the excursion objective, over a grid of `count` by `count`; else none.
  std::vector<double> surface(int count) const;

 private:
  const FiniteMdp& mdp() const { return chosen_.process.mdp; }
  const SharedLogits& shared() const { return chosen_.process.shared; }
  TabularPolicy pi() const { return shared().policy(theta_); }
  TabularPolicy mu() const;
  Line make_line(std::string_view text) const;
  Eigen::MatrixXd parameters(std::span<const double> numbers, const char* name) const;

  ChosenProcess chosen_;
  Eigen::MatrixXd theta_;
  Eigen::MatrixXd behaviour_;  ///< empty where mu is pi
  Eigen::MatrixXd drawn_;
};

/// Processes, directions and weightings, and the parameters of rounds, paths and the simplex, as a
/// JSON object.
void describe_surrogate_lab(JsonWriter& json);

}  // namespace acp
