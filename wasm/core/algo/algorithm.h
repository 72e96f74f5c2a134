#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/algo/gradient_problem.h"
#include "core/algo/insight.h"
#include "core/algo/memory_use.h"
#include "core/algo/policy_network.h"
#include "core/base/archive.h"
#include "core/base/digest.h"
#include "core/base/matrix.h"
#include "core/base/parameters.h"
#include "core/base/random.h"
#include "core/base/trace.h"
#include "core/memory/replay.h"

namespace acp {

/// What an algorithm knows of its task.
struct TaskShape {
  int observation_size;
  int action_size;  ///< dimensions of a continuous action, or number of choices
  bool discrete = false;
  int states = 0;  ///< of a finite set, of which the observation is the indicator; else 0
  /// Numbers that make up one action: the index of a choice, or one per dimension.
  int action_width() const { return discrete ? 1 : action_size; }
  /// What each may be, if one of a continuous action may be as `continuous` says.
  Allowed action(Allowed continuous) const {
    return discrete ? index_below(action_size) : continuous;
  }
};

/// A quantity that an algorithm reports, averaged between two reports.
struct MetricInfo {
  const char* name;
  const char* title;
  const char* unit;
  const char* formula;  ///< LaTeX
  const char* help;
};

/// The current policy for batches of one size. Follows its algorithm as it learns, which must
/// outlive it.
class Actor {
 public:
  virtual ~Actor() = default;
  /// Actions [action_width x batch] for observations [observation_size x batch]: in [-1, 1], or
  /// indices of choices. Deterministic if `noise` is null, else drawn from the policy with that
  /// stream.
  virtual void act(const Matrix& observations, Matrix& actions, Rng* noise) = 0;
};

/// Learns from interaction: for each environment step the runner calls `explore`, steps the
/// environment, then calls `learn`. Where there are several environments, they take turns.
class Algorithm {
 public:
  virtual ~Algorithm() = default;

  virtual std::span<const MetricInfo> metrics() const = 0;
  virtual std::unique_ptr<Actor> make_actor(int batch) const = 0;
  /// What its actors compute, as numbers.
  virtual PolicyNetwork policy() const = 0;
  virtual Insight insight() const { return {}; }
  /// What its policy gradient is about, where a stochastic policy ascends a learned Q.
  virtual std::optional<GradientProblem> gradient_problem() const { return std::nullopt; }

  /// Which iterations the transitions are of that it replays, in at most so many ranges; empty
  /// where nothing is replayed.
  virtual std::vector<IterationRange> replayed(int) const { return {}; }

  /// Environments that it learns from in turns.
  virtual int environments() const { return 1; }
  /// The behaviour policy's action [action_width x 1] for one observation. Continuous actions may
  /// leave [-1, 1]; the environment then gets the nearest one within.
  virtual void explore(const Matrix& observation, Matrix& action) = 0;
  /// Takes in a step and makes the updates that are due; returns their number.
  virtual int learn(const Transition& transition) = 0;
  /// Where updates write what they compute, from now on.
  virtual void trace(TraceSink sink) { trace_ = sink; }
  /// The episodes in progress do not go on: forgets what belongs to them.
  virtual void interrupt() {}

  /// Adds the sums since the last call to `out` and forgets them; `out` has one number per metric,
  /// NaN where nothing was measured.
  virtual void take_metrics(std::span<double> out) = 0;
  /// "" or which quantity is not finite.
  virtual std::string non_finite() const = 0;

  virtual void digest(Digest& digest) const = 0;
  virtual void save(Writer& to) = 0;
  virtual void load(Reader& from) = 0;

 protected:
  TraceSink trace_;
};

/// What an algorithm says of itself.
struct AlgorithmAbout {
  const char* id;
  const char* title;
  const char* help;
  const char* source;
  std::span<const MetricInfo> metrics;
  std::span<const TraceLine> lines;
  /// Why it cannot learn such a task, and what can; or empty.
  Complaint (*accepts)(const TaskShape& task);
  std::optional<PolicyHead> head = {};  ///< that of its `gradient_problem`, if it has one
};

/// Configurations are of the type that `make_config` makes, algorithms of that of `make`.
struct AlgorithmEntry : AlgorithmAbout {
  std::unique_ptr<Config> (*make_config)() = nullptr;
  std::unique_ptr<Config> (*copy_config)(const Config& config) = nullptr;
  /// What a run of it would keep in memory.
  MemoryUse (*memory)(const Config& config, const TaskShape& task) = nullptr;
  std::unique_ptr<Algorithm> (*make)(const Config& config, TaskShape task,
                                     std::uint64_t seed) = nullptr;
  /// Adopts the live parameters.
  void (*tune)(Algorithm& algorithm, const Config& config) = nullptr;
};

/// Configures by a `C` with a `MemoryUse memory(task)`.
template <class C>
void configure_by(AlgorithmEntry& entry) {
  entry.make_config = []() -> std::unique_ptr<Config> { return std::make_unique<C>(); };
  entry.copy_config = [](const Config& config) -> std::unique_ptr<Config> {
    return std::make_unique<C>(dynamic_cast<const C&>(config));
  };
  entry.memory = [](const Config& config, const TaskShape& task) {
    return dynamic_cast<const C&>(config).memory(task);
  };
}

/// The entry of algorithm `A`, which is made from a `C` as `configure_by` has it, and adopts the
/// live parameters of another.
template <class A, class C>
AlgorithmEntry entry_of(const AlgorithmAbout& about) {
  AlgorithmEntry entry{about};
  configure_by<C>(entry);
  entry.make = [](const Config& config, TaskShape task,
                  std::uint64_t seed) -> std::unique_ptr<Algorithm> {
    return std::make_unique<A>(dynamic_cast<const C&>(config), task, seed);
  };
  entry.tune = [](Algorithm& algorithm, const Config& config) {
    dynamic_cast<A&>(algorithm).tune(dynamic_cast<const C&>(config));
  };
  return entry;
}

/// Every algorithm there is.
std::span<const AlgorithmEntry> algorithms();

}  // namespace acp
