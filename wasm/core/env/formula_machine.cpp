#include "core/env/formula_machine.h"

#include <cmath>

#include "core/base/math.h"
#include "core/env/angle.h"

namespace acp::formula {
namespace {

/// Whole exponents multiply, so that x^2 is x x to the bit.
double power(double base, double exponent) {
  constexpr double kMostFactors = 64;
  if (exponent != std::floor(exponent) || std::abs(exponent) > kMostFactors) {
    return math::exp(exponent * math::log(base));
  }
  double product = 1;
  for (int i = 0; i < static_cast<int>(std::abs(exponent)); ++i) product *= base;
  return exponent < 0 ? 1 / product : product;
}

double normal(double mean, double deviation, Rng& rng) {
  std::array<Scalar, 1> drawn;
  rng.fill_normal(drawn);
  return mean + deviation * static_cast<double>(drawn[0]);
}

double truth(bool is_true) { return is_true ? 1 : 0; }

double result(Op op, double a, double b, double c, Rng& rng) {
  switch (op) {
    case Op::copy:
      return a;
    case Op::negate:
      return -a;
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::power:
      return power(a, b);
    case Op::less:
      return truth(a < b);
    case Op::at_most:
      return truth(a <= b);
    case Op::equal:
      return truth(a == b);
    case Op::unequal:
      return truth(a != b);
    case Op::both:
      return truth(a != 0 && b != 0);
    case Op::either:
      return truth(a != 0 || b != 0);
    case Op::opposite:
      return truth(a == 0);
    case Op::abs:
      return std::abs(a);
    case Op::ceil:
      return std::ceil(a);
    case Op::clip:
      return a < b ? b : c < a ? c : a;
    case Op::cos:
      return math::cos(a);
    case Op::exp:
      return math::exp(a);
    case Op::floor:
      return std::floor(a);
    case Op::select:
      return a != 0 ? b : c;
    case Op::log:
      return math::log(a);
    case Op::max:
      return math::max(a, b);
    case Op::min:
      return math::min(a, b);
    case Op::mod:
      return a - b * std::floor(a / b);
    case Op::normal:
      return normal(a, b, rng);
    case Op::sign:
      return truth(a > 0) - truth(a < 0);
    case Op::sin:
      return math::sin(a);
    case Op::sqrt:
      return std::sqrt(a);
    case Op::tan: {
      double sine, cosine;
      math::sincos(a, sine, cosine);
      return sine / cosine;
    }
    case Op::tanh:
      return math::tanh(a);
    case Op::uniform:
      return rng.uniform(a, b);
    case Op::wrap:
      return acp::wrap(a);
  }
  return 0;
}

}  // namespace

std::span<const Function> functions() {
  static constexpr std::array kFunctions{
      Function{"abs", Op::abs, 1, "absolute value"},
      Function{"ceil", Op::ceil, 1, "the next whole number, upwards"},
      Function{"clip", Op::clip, 3, "clip(x, low, high): the nearest number within"},
      Function{"cos", Op::cos, 1, "cosine of an angle in radians"},
      Function{"exp", Op::exp, 1, "exponential function"},
      Function{"floor", Op::floor, 1, "the next whole number, downwards"},
      Function{"if", Op::select, 3, "if(condition, a, b): a where the condition holds, else b"},
      Function{"log", Op::log, 1, "natural logarithm"},
      Function{"max", Op::max, 2, "the larger one"},
      Function{"min", Op::min, 2, "the smaller one"},
      Function{"mod", Op::mod, 2, "mod(a, b): what a leaves when divided by b, with b's sign"},
      Function{"normal", Op::normal, 2, "normal(mean, deviation): a random number", true},
      Function{"sign", Op::sign, 1, "-1, 0 or 1"},
      Function{"sin", Op::sin, 1, "sine of an angle in radians"},
      Function{"sqrt", Op::sqrt, 1, "square root"},
      Function{"tan", Op::tan, 1, "tangent of an angle in radians"},
      Function{"tanh", Op::tanh, 1, "hyperbolic tangent"},
      Function{"uniform", Op::uniform, 2, "uniform(low, high): a random number", true},
      Function{"wrap", Op::wrap, 1, "the same angle in [-pi, pi)"},
  };
  return kFunctions;
}

void run(std::span<const Instruction> code, std::span<double> slots, Rng& rng) {
  for (const auto& [op, out, in] : code) {
    slots[out] = result(op, slots[in[0]], slots[in[1]], slots[in[2]], rng);
  }
}

}  // namespace acp::formula
