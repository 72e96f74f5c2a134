#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/env/environment.h"
#include "core/exact/shared_logits.h"

namespace acp {

class JsonWriter;

/// A finite decision process to study, and the policy to begin with.
struct Process {
  static constexpr int kMostStates = 400;

  FiniteMdp mdp;  ///< with a start distribution
  SharedLogits shared;
  Eigen::MatrixXd theta;      ///< [rows of logits x actions]
  Eigen::MatrixXd behaviour;  ///< the same of mu; empty where mu is that policy itself
  std::vector<std::string> states;
  std::vector<std::string> actions;

  /// A row of logits for each state, all 0, and names that count.
  explicit Process(FiniteMdp of);
};

/// The parameters of a process. All have a discount.
class ProcessConfig : public Config {
 public:
  double gamma;

  explicit ProcessConfig(double of_the_process) : gamma(of_the_process) {}
  void visit(ParameterVisitor& visitor) final;
  virtual Process make() = 0;

 protected:
  virtual void visit_own(ParameterVisitor& /*visitor*/) {}
};

struct ProcessEntry {
  std::string id;
  std::string title;
  std::string help;
  std::string source;
  std::unique_ptr<ProcessConfig> (*make_config)(const EnvironmentEntry* environment);
  const EnvironmentEntry* environment = nullptr;  ///< it is that one's

  std::unique_ptr<ProcessConfig> config() const { return make_config(environment); }
};

/// The processes of this folder, then each environment that is a finite one.
std::vector<ProcessEntry> processes();

/// That of an environment, with a start distribution. Throws `std::invalid_argument` where it is no
/// finite one, where it has too many states, and where for gamma = 1 its episodes need not end.
Process process_of(const Environment& environment, double gamma);

/// A process as `NAME:PARAMETERS`, as in `chain:length=8,gamma=0.9`; `chosen` gets its parameters
/// as text. Throws `std::invalid_argument`.
struct ChosenProcess {
  std::string id;
  std::vector<ParameterText> parameters;
  Process process;
};
ChosenProcess parse_process(std::string_view text);

/// What `process=` says in a task that has nothing else. Throws `std::invalid_argument`.
std::string process_text(std::string_view task);

/// Throws `std::invalid_argument` where gamma is 1 and some policy with all actions does not end.
void expect_ends(const FiniteMdp& mdp);

/// All processes with their parameters, as an array.
void describe_processes(JsonWriter& json);

}  // namespace acp
