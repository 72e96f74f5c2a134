#pragma once

#include <algorithm>
#include <cstdint>

#include "core/algo/algorithm.h"
#include "core/algo/settings.h"

namespace acp {

/// Explores by a uniformly random action with a probability that falls linearly.
struct EpsilonGreedy {
  double start = 1;
  double end = 0.05;
  int steps = 5000;

  void visit(ParameterVisitor& v) {
    constexpr const char* group = "Exploration";
    v.number({.name = "epsilon_start",
              .title = "first random share",
              .symbol = "\\epsilon_0",
              .group = group,
              .help = "Share of random actions at the start."},
             start, {0, 1});
    v.number({.name = "epsilon_end",
              .title = "last random share",
              .symbol = "\\epsilon",
              .group = group,
              .help = "Share of random actions in the end.",
              .live = true},
             end, {0, 1});
    v.integer({.name = "epsilon_steps",
               .title = "falls over",
               .unit = "steps",
               .group = group,
               .help = "Environment steps from the first to the last share."},
              steps, {1, 1'000'000, Scale::log});
  }

  double epsilon(std::int64_t step) const {
    const double share = std::min(1.0, static_cast<double>(step) / steps);
    return start + share * (end - start);
  }
};

/// The answer of Q-learning to continuous actions.
inline Complaint needs_discrete_actions(const TaskShape& task) {
  if (task.discrete) return {};
  return "Q-learning takes the maximum of Q over all actions, and over a continuous action that is "
         "an optimisation of its own in every step; use an actor that learns to climb Q, as in dpg "
         "and sac, or a policy gradient, as in a2c";
}

/// The index of the largest number of a column; the first of equals.
inline int argmax(const Matrix& q, int column) {
  return static_cast<int>(std::max_element(q.col(column), q.col(column) + q.rows()) -
                          q.col(column));
}

}  // namespace acp
