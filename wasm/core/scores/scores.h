#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace acp {

/// Where the middle of a sample is. All are means of what is left between trimmed ends.
enum class Location {
  interquartile_mean,  ///< a quarter trimmed at either end, rounded down: of 10 scores 6 are left
  mean,
  median,
};

inline constexpr Location kLocations[] = {Location::interquartile_mean, Location::mean,
                                          Location::median};

/// How many of `count` scores are trimmed at either end.
int trimmed(Location location, int count);

/// Scores of independent runs on one or several tasks, and how often each is counted: once, or as
/// often as it was drawn in a bootstrap sample (Efron, 1979), stratified over the tasks (Agarwal et
/// al., 2021, section 4.1). Drawing allocates nothing.
class Scores {
 public:
  /// At least one task, and one finite score in each.
  explicit Scores(std::span<const std::vector<double>> tasks);
  explicit Scores(const std::vector<double>& scores) : Scores({&scores, 1}) {}

  int size() const { return static_cast<int>(sorted_.size()); }
  int tasks() const { return static_cast<int>(places_.size()); }

  /// Counts as many scores of each task as it has, drawn with replacement.
  void draw(Rng& rng);
  /// Of the counted scores of all tasks together.
  double location(Location location) const;
  /// The share of the counted scores that are greater than `score`.
  double share_above(double score) const;
  /// The probability that a counted score exceeds one of `other`, equal ones being half: the
  /// statistic of Mann and Whitney (1947) divided by the number of pairs, averaged over the tasks,
  /// which both must have alike.
  double probability_of_improvement(const Scores& other) const;

 private:
  std::vector<double> sorted_;
  std::vector<int> counts_;
  std::vector<std::vector<int>> places_;  ///< of each task's scores in `sorted_`, ascending
};

}  // namespace acp
