#pragma once

#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/parameters.h"

namespace acp {

class JsonWriter;
class MemoryUse;
class Environment;
struct AlgorithmEntry;
struct EnvironmentEntry;
struct TaskShape;

/// A configuration that cannot be; `what()` has one line per error, `key: message`.
class ConfigError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// What every run has, whatever its environment and algorithm.
struct RunParameters final : Config {
  int environment = 0;  ///< index into `environments()`
  int algorithm = 0;    ///< index into `algorithms()`
  int seed = 1;
  int evaluate_every = 500;
  int diagnostics_every = 100;
  int probe_every = 0;
  bool normalise_observations = false;
  double reward_scale = 1;
  std::string reward;  ///< in the language of `reward_language()`; empty for the task's own

  void visit(ParameterVisitor& visitor) override;
};

/// Everything that determines a run, bit for bit.
class RunConfig {
 public:
  /// Defaults.
  RunConfig();
  /// From `key=value` pairs separated by `&` or white space; `preset=ID` replaces the defaults
  /// before the other pairs apply. An environment without an algorithm gets one that accepts it.
  /// Throws `ConfigError` with every error.
  static RunConfig parse(std::string_view text);

  /// The pairs that differ from the defaults, joined by `&`; the environment and the algorithm
  /// always. `parse(print())` is the same configuration.
  std::string print() const;

  /// This configuration with `changes` made, all of which must be of live parameters. Throws
  /// `ConfigError`.
  RunConfig with_live_changes(std::string_view changes) const;

  const RunParameters& run() const { return *run_; }
  const EnvironmentEntry& environment_entry() const;
  Config& environment() const { return *environment_; }
  /// In no particular state, with the reward that is written.
  std::unique_ptr<Environment> make_environment() const;
  const AlgorithmEntry& algorithm_entry() const;
  const Config& algorithm() const { return *algorithm_; }
  /// gamma of the algorithm.
  double discount() const;
  /// What the run would keep.
  MemoryUse memory() const;

 private:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  void select();
  /// The present algorithm if it accepts the environment or none does, else the first that does.
  int suited_algorithm() const;
  void apply(const Pairs& pairs, std::vector<std::string>& errors);
  void set_all(const Pairs& pairs, bool selecting, std::vector<std::string>& errors);
  /// Whether what each parameter allows goes together.
  void check(std::vector<std::string>& errors);
  Complaint set(const std::string& key, const std::string& value);
  std::vector<ParameterText> texts() const;

  std::unique_ptr<RunParameters> run_;
  std::shared_ptr<Config> environment_;  ///< none of its parameters is live
  std::unique_ptr<Config> algorithm_;
  std::shared_ptr<const TaskShape> task_;  ///< of the environment, where it was made to check
};

struct Preset {
  const char* id;
  const char* title;
  const char* teaches;
  const char* config;
  int steps;         ///< environment steps that its promise is about
  double threshold;  ///< a mean return from the evaluation's start states
  bool learns;  ///< reaches the threshold within the steps; else it shows a failure: it never does
};

/// Ready-made runs, each of which teaches one thing.
std::span<const Preset> presets();

/// Adds a preset, whose texts are never freed, for the rest of the program. Throws
/// `std::invalid_argument` if there is one with its id, or if its configuration cannot be. Not
/// while another thread uses the presets.
void add_preset(const Preset& preset);

/// Presets, environments, algorithms and all their parameters, as JSON (docs/boundary.md); `more`
/// may add members. The environment of `about` is described with its parameters as they are there.
std::string catalog(void (*more)(JsonWriter&) = nullptr, const RunConfig* about = nullptr);

}  // namespace acp
