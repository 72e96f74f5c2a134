#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace acp::formula {

/// Where a number is kept.
using Slot = std::uint16_t;

enum class Op : std::uint8_t {
  copy,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  at_most,
  equal,
  unequal,
  both,
  either,
  opposite,
  abs,
  ceil,
  clip,
  cos,
  exp,
  floor,
  select,
  log,
  max,
  min,
  mod,
  normal,
  sign,
  sin,
  sqrt,
  tan,
  tanh,
  uniform,
  wrap,
};

/// `slots[out] = op(slots[in[0]], …)`.
struct Instruction {
  Op op;
  Slot out;
  std::array<Slot, 3> in;
};

/// A function of the language.
struct Function {
  std::string_view name;
  Op op;
  int arguments;
  std::string_view help;
  bool random = false;
};

/// In alphabetical order.
std::span<const Function> functions();

/// Does one instruction after the other. `rng` is for what is random. Booleans are 1 and 0; what is
/// not 0 is true.
void run(std::span<const Instruction> code, std::span<double> slots, Rng& rng);

}  // namespace acp::formula
