#pragma once

#include <initializer_list>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/random.h"

namespace acp {

/// A box of continuous actions, one entry per dimension in `low` and `high`; or a number of
/// choices, of which an action is the index.
struct ActionSpace {
  bool discrete = false;
  std::vector<std::string> names;  ///< of the dimensions, or of the choices
  std::vector<double> low = {};    ///< of continuous actions only
  std::vector<double> high = {};
  std::string unit = {};
  /// Dimensions, or choices.
  int size() const { return static_cast<int>(names.size()); }
  /// Numbers that make up one action.
  int width() const { return discrete ? 1 : size(); }
};

/// One number of an observation or a state, and the range in which it usually lies.
struct Component {
  std::string name;
  double low;
  double high;
};

/// A component known when compiling: lists of these take less code than lists of strings.
struct NamedRange {
  const char* name;
  double low;
  double high;
};
std::vector<Component> ranges(std::initializer_list<NamedRange> constants);

/// Undiscounted returns to compare with, on the evaluation's start states; NaN where unknown.
struct ReferenceReturns {
  double optimum = std::numeric_limits<double>::quiet_NaN();
  /// Of the uniform random policy.
  double random = std::numeric_limits<double>::quiet_NaN();
  /// Of what counts as solved here.
  double threshold = std::numeric_limits<double>::quiet_NaN();
};

struct EnvironmentInfo {
  std::string id;
  std::string title;
  std::string help;
  std::string source;
  std::vector<Component> observation;
  ActionSpace action;
  std::vector<Component> state;   ///< empty without a snapshot
  std::vector<std::string> draw;  ///< what a drawing needs, in order; empty without one
  int time_limit;                 ///< environment steps; applied by the runner
  double seconds_per_step;        ///< real time that one step stands for
  ReferenceReturns reference;
  int states = 0;  ///< of a finite set, of which the observation is the indicator; else 0
};

/// Components of a given state may be this large; beyond it the trigonometric functions lose
/// accuracy (core/base/math.h).
inline constexpr double kLargestStateComponent = 1e5;

/// Whether `state` could be set: `component: what is wrong`, or empty.
Complaint check_state(const EnvironmentInfo& info, std::span<const double> state);

struct StepResult {
  double reward;
  bool terminated;
};

/// What an environment throws that cannot go on; `what()` says which function, and why.
class EnvironmentError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An environment that can tell its whole state, and take it.
class Snapshot {
 public:
  virtual ~Snapshot() = default;
  /// `info().state.size()` numbers.
  virtual std::span<const double> state() const = 0;
  /// A state that `check_state` accepts.
  virtual void set_state(std::span<const double> state) = 0;
};

/// An environment that can be drawn.
class Drawing {
 public:
  virtual ~Drawing() = default;
  /// `info().draw.size()` numbers, the last action and reward included.
  virtual void draw(std::span<float> out) const = 0;
};

/// An environment that its viewer can touch.
class Pointer {
 public:
  virtual ~Pointer() = default;
  /// A push, -1 to 1 of the largest.
  virtual void kick(double strength) = 0;
  /// Drags what can be dragged to a point in the coordinates of the drawing; a point out of reach
  /// stands for the nearest one within.
  virtual void drag(double x, double y) = 0;
};

struct ExactModel;

/// A Markov decision process in double precision. Knows no time limit: truncation belongs to
/// whoever steps it.
class Environment {
 public:
  virtual ~Environment() = default;

  // What every environment has.
  virtual const EnvironmentInfo& info() const = 0;
  virtual void reset(Rng& rng) = 0;
  /// `action` in the environment's units, `info().action.width()` numbers; `rng` for what is random
  /// in the dynamics.
  virtual StepResult step(std::span<const double> action, Rng& rng) = 0;
  virtual void observe(std::span<double> observation) const = 0;

  // What some have besides; null or empty from those that have not.
  /// Without it a checkpoint cannot hold the episodes in progress.
  virtual Snapshot* snapshot() { return nullptr; }
  virtual const Drawing* drawing() const { return nullptr; }
  virtual Pointer* pointer() { return nullptr; }
  /// Another in the same state. Without it, further ones are made from the entry.
  virtual std::unique_ptr<Environment> clone() const { return nullptr; }
  /// The start states that every evaluation uses; of those that have a snapshot. Without them,
  /// evaluations start from resets that come out the same every time.
  virtual std::vector<std::vector<double>> evaluation_states() const { return {}; }
  /// With discount `gamma`.
  virtual std::unique_ptr<ExactModel> exact_model(double gamma) const;
  /// Of the last step, by the environment's own reward where another one is written in its place
  /// (core/env/reward_language.h); else NaN.
  virtual double original_reward() const;
};

/// The state of an environment; empty without a snapshot.
std::vector<double> state_of(Environment& environment);
/// Sets a state that `state_of` told of one like it: nothing without a snapshot.
void set_state(Environment& environment, std::span<const double> state);

/// Makes the environments of an entry.
class EnvironmentMaker {
 public:
  virtual ~EnvironmentMaker() = default;
  virtual std::unique_ptr<Config> make_config() const = 0;
  /// `config` is one that `make_config` made.
  virtual std::unique_ptr<Environment> make(Config& config) const = 0;
};

struct EnvironmentEntry {
  std::string id;
  std::string title;
  std::string help;
  std::shared_ptr<const EnvironmentMaker> maker;

  std::unique_ptr<Config> make_config() const { return maker->make_config(); }
  std::unique_ptr<Environment> make(Config& config) const { return maker->make(config); }
};

/// The entry of environment `E`, which is made from a `C`.
template <class E, class C>
EnvironmentEntry entry_of(const EnvironmentInfo& info) {
  class Maker final : public EnvironmentMaker {
    std::unique_ptr<Config> make_config() const override { return std::make_unique<C>(); }
    std::unique_ptr<Environment> make(Config& config) const override {
      return std::make_unique<E>(dynamic_cast<C&>(config));
    }
  };
  return {info.id, info.title, info.help, std::make_shared<Maker>()};
}

/// Every environment there is: those of this project, and what was added since.
std::span<const EnvironmentEntry> environments();

inline constexpr std::size_t kMostEnvironments = 64;

/// Adds an environment for the rest of the program; entries that are there stay where they are.
/// Throws `std::invalid_argument` if there is one with its id, or if that is not a small letter and
/// up to 39 small letters, digits and underscores. Not while another thread uses the registry.
void add_environment(EnvironmentEntry entry);

}  // namespace acp
