#pragma once

#include <span>
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

/// A shape that the state is drawn as, and its numbers.
struct Shape {
  std::string name;
  std::vector<std::string> names;  ///< of its numbers, in order
  std::vector<Slot> numbers;
  Variable along;  ///< the range of places, if it has one
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
  std::vector<Instruction> draw;  ///< of the state: the numbers of shapes
  std::vector<Shape> shapes;
  Slot reward = 0;
  Slot terminated = 0;
  int time_limit = 0;
  double seconds_per_step = 0;
};

/// Throws `Error`.
Task parse(std::string_view text);

/// One expression, compiled for `run`.
struct Expression {
  std::vector<double> slots;  ///< before it has run: of the names, in order, then of others
  std::vector<Instruction> code;
  Slot value = 0;  ///< where its number goes
};

/// Of names without a meaning in the language, each there once. Throws `Error`.
Expression parse_expression(std::string_view text, std::span<const std::string> names);

}  // namespace acp::formula
