#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/env/formula_machine.h"

namespace acp::formula {

/// Characters, as a configuration has them: escaped.
inline constexpr int kLongestText = 2800;

/// What is wrong with a text, and where: `line 2, column 7: …`. Both count from 1.
class Error : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// A name with the slots of its number and its range.
struct Variable {
  std::string name;
  Slot slot;
  Slot low = 0;
  Slot high = 0;
  bool has_range = false;
};

/// A task as formulas (docs/formula-tasks.md), compiled for `run`.
struct Task {
  std::vector<double> slots;         ///< before anything has run: literals, and zeros
  std::vector<Instruction> setup;    ///< constants and ranges, from the constants with a range
  std::vector<Instruction> reset;    ///< the first state
  std::vector<Instruction> step;     ///< of state and action: what comes next, reward, end
  std::vector<Instruction> observe;  ///< of the state
  std::vector<Variable> parameters;  ///< constants with a range: their slots hold their defaults
  std::vector<Variable> state;
  std::vector<Slot> next;            ///< of each component of the state
  std::vector<Variable> action;      ///< continuous ones
  std::vector<std::string> choices;  ///< of the one discrete action, or none
  Slot choice = 0;                   ///< where its index goes
  std::vector<Variable> observation;
  Slot reward = 0;
  Slot terminated = 0;
  int time_limit = 0;
  double seconds_per_step = 0;
};

/// Throws `Error`.
Task parse(std::string_view text);

}  // namespace acp::formula
