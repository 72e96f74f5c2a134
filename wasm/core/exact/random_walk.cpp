// The random walk of Sutton and Barto (2018), example 7.1 and figure 7.2:
//
//     V(s_k) <- V(s_k) + alpha (G - V(s_k))      G = V(s_{k+n}), or the last reward once it has
//     come
//
// There is no discount, and no reward but at the ends.
#include "core/exact/random_walk.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/base/statistics.h"

namespace acp {
namespace {

class TdLearner {
 public:
  explicit TdLearner(const RandomWalkConfig& config)
      : config_(config), values_(static_cast<std::size_t>(config.states)) {}

  void begin() { std::fill(values_.begin(), values_.end(), 0); }

  void episode(Rng& rng) {
    visited_.clear();
    double reward = 0;
    int state = config_.states / 2;
    while (reward == 0) {
      visited_.push_back(state);
      if (visited_.size() > lag()) update(visited_.size() - 1 - lag(), value(state));
      state += rng.index(2) == 0 ? -1 : 1;
      reward = state < 0 ? -1 : state == config_.states ? 1 : 0;
    }
    const std::size_t updated = visited_.size() > lag() ? visited_.size() - lag() : 0;
    for (std::size_t k = updated; k < visited_.size(); ++k) update(k, reward);
  }

  double error() const {
    double sum = 0;
    for (int s = 0; s < config_.states; ++s) {
      const double right = 2.0 * (s + 1) / (config_.states + 1) - 1;
      sum += (values_[static_cast<std::size_t>(s)] - right) *
             (values_[static_cast<std::size_t>(s)] - right);
    }
    return std::sqrt(sum / config_.states);
  }

 private:
  std::size_t lag() const { return static_cast<std::size_t>(config_.n); }
  double value(int state) const { return values_[static_cast<std::size_t>(state)]; }
  void update(std::size_t k, double target) {
    double& v = values_[static_cast<std::size_t>(visited_[k])];
    v += config_.step_size * (target - v);
  }

  const RandomWalkConfig& config_;
  std::vector<double> values_;
  std::vector<int> visited_;
};

}  // namespace

void RandomWalkConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Random walk";
  v.integer({.name = "n",
             .title = "steps",
             .symbol = "n",
             .group = group,
             .help = "Before the return trusts V."},
            n, {1, 1024, Scale::log});
  v.number({.name = "step_size",
            .title = "step size",
            .symbol = "\\alpha",
            .group = group,
            .help = "Share of the way to the return."},
           step_size, {0, 1});
  v.integer({.name = "states", .title = "states", .group = group, .help = "In a row, odd."}, states,
            {1, 99});
  v.integer({.name = "episodes", .title = "episodes", .group = group, .help = "Of each run."},
            episodes, {1, 1000, Scale::log});
  v.integer({.name = "runs", .title = "runs", .group = group, .help = "Averaged."}, runs,
            {1, 100'000, Scale::log});
  v.integer({.name = "seed", .title = "seed", .group = group, .help = "Of the walks."}, seed,
            {0, 2147483647});
}

Complaint RandomWalkConfig::check() const {
  if (states % 2 == 1) return {};
  return "states: " + std::to_string(states) + " is even, and the walk begins in the middle";
}

LearningError learn_random_walk(const RandomWalkConfig& config) {
  Rng rng(static_cast<std::uint64_t>(config.seed), Stream::lab);
  TdLearner learner(config);
  Moments errors;
  for (int run = 0; run < config.runs; ++run) {
    learner.begin();
    double sum = 0;
    for (int episode = 0; episode < config.episodes; ++episode) {
      learner.episode(rng);
      sum += learner.error();
    }
    errors.add(sum / config.episodes);
  }
  return {errors.mean(), errors.standard_error()};
}

}  // namespace acp
