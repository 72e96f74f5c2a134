#include "core/lab/analytic.h"

namespace acp {
namespace {

constexpr double kLargest = 1e4;

}  // namespace

std::span<const AnalyticAbout> analytic_objectives() {
  static constexpr AnalyticAbout all[] = {
      {{"linear", "linear", "The pathwise gradient of mu has no variance at all."},
       "bx",
       Shape::linear},
      {{"quadratic", "quadratic", "What every smooth objective is from close by."},
       "ax^2+bx+c",
       Shape::quadratic},
      {{"quadratic_nd", "quadratic, many dimensions",
        "The variance of the score function grows with the dimension of the action."},
       "a\\|x\\|^2+b\\textstyle\\sum_i x_i+c",
       Shape::quadratic},
      {{"exponential", "exponential", "Few samples decide: heavy tails for every estimator."},
       "e^{kx}",
       Shape::exponential},
      {{"cosine", "cosine",
        "The faster it swings, the larger its slope, not its value: the score function wins."},
       "\\cos\\omega x",
       Shape::cosine},
      {{"step", "step", "No slope anywhere: the pathwise gradient is zero, and wrong."},
       "\\mathbf 1[x>x_0]",
       Shape::step},
      {{"bimodal", "two bumps", "A wide, low bump at -0.5 and a narrow, higher one at 0.6."},
       "0.7\\,e^{-\\frac{(x+0.5)^2}{2\\cdot0.3^2}}+e^{-\\frac{(x-0.6)^2}{2\\cdot0.12^2}}",
       Shape::bimodal},
      {{"ripple", "ripple",
        "A smooth hill with a small, steep ripple, as a learned critic may have."},
       "-x^2+A\\sin\\omega x",
       Shape::ripple},
      {{"lqr", "linear-quadratic regulator",
        "The exact Q(s, a) of s' = 0.9 s + 0.5 a + w under a linear policy."},
       "-(s^2+0.2a^2+\\gamma P(0.9s+0.5a)^2+\\gamma P\\sigma_w^2+\\gamma c)",
       Shape::quadratic}};
  return all;
}

LabFunction::LabFunction(Analytic which)
    : AnalyticFunction{.shape = analytic_objectives()[static_cast<std::size_t>(which)].shape},
      kind(which) {
  if (shape == Shape::ripple) frequency = 40;
}

void LabFunction::visit(ParameterVisitor& v) {
  constexpr const char* group = "Objective";
  constexpr Range any{-kLargest, kLargest};
  const auto number = [&](const char* name, const char* symbol, const char* help, double& value,
                          Range range) {
    v.number({.name = name, .title = name, .symbol = symbol, .group = group, .help = help}, value,
             range);
  };
  switch (kind) {
    case Analytic::linear:
      number("b", "b", "Slope.", b, any);
      break;
    case Analytic::quadratic_nd:
      v.integer({.name = "dim",
                 .title = "dimensions",
                 .symbol = "d",
                 .group = group,
                 .help = "Of the action."},
                dimensions, {1, 32});
      [[fallthrough]];
    case Analytic::quadratic:
      number("a", "a", "Half the curvature.", a, any);
      number("b", "b", "Slope at 0.", b, any);
      number("c", "c", "Value at 0.", c, any);
      break;
    case Analytic::exponential:
      number("k", "k", "Rate.", k, {-20, 20});
      break;
    case Analytic::cosine:
      number("frequency", "\\omega", "In radians per unit.", frequency, {0, 1000});
      break;
    case Analytic::step:
      number("at", "x_0", "Where it jumps.", at, any);
      break;
    case Analytic::bimodal:
      break;
    case Analytic::ripple:
      number("amplitude", "A", "Of the ripple.", amplitude, any);
      number("frequency", "\\omega", "In radians per unit.", frequency, {0, 1000});
      break;
    case Analytic::lqr:
      number("s", "s", "The state.", s, {-100, 100});
      number("K", "K", "Gain of the policy from the next step on.", gain, {-0.2, 3.8});
      number("sigma", "\\sigma", "Its standard deviation.", sigma, {0, 100});
      break;
  }
  number("offset", "", "Added to the objective; changes no gradient, only what noise it has.",
         offset, any);
}

LabFunction LabFunction::prepared() const {
  LabFunction f = *this;
  if (kind != Analytic::lqr) return f;
  constexpr double kA = 0.9, kB = 0.5, kR = 0.2, kGamma = 0.95, kNoise = 0.01;
  const double M = kA - kB * gain;
  const double P = (1 + kR * gain * gain) / (1 - kGamma * M * M);
  const double spread = kB * kB * sigma * sigma + kNoise;
  const double rest = (kR * sigma * sigma + kGamma * P * spread) / (1 - kGamma);
  f.a = -(kR + kGamma * P * kB * kB);
  f.b = -2 * kGamma * P * kA * kB * s;
  f.c = -(s * s + kGamma * (P * kA * kA * s * s + P * kNoise + rest));
  return f;
}

double LabFunction::constant() const { return offset + (shape == Shape::quadratic ? c : 0); }

std::vector<double> LabFunction::jumps() const {
  return is_continuous() ? std::vector<double>{} : std::vector<double>{at};
}

double LabFunction::fastest_wave() const {
  constexpr double kOfNarrowBump = 20;  // whose deviation is 0.12
  if (shape == Shape::bimodal) return kOfNarrowBump;
  return shape == Shape::cosine || shape == Shape::ripple ? frequency : 0;
}

void AnalyticObjective::value(const Matrix& actions, std::span<Scalar> values) {
  const auto constant = static_cast<Scalar>(f_.constant());
  for (int j = 0; j < actions.cols(); ++j) {
    Scalar sum = constant, value;
    for (int i = 0; i < actions.rows(); ++i) {
      f_.differentiate(actions(i, j), value);
      sum += value;
    }
    values[static_cast<std::size_t>(j)] = sum;
  }
}

void AnalyticObjective::value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                                           Matrix& gradient) {
  const auto constant = static_cast<Scalar>(f_.constant());
  for (int j = 0; j < actions.cols(); ++j) {
    Scalar sum = constant, value;
    for (int i = 0; i < actions.rows(); ++i) {
      gradient(i, j) = f_.differentiate(actions(i, j), value);
      sum += value;
    }
    values[static_cast<std::size_t>(j)] = sum;
  }
}

}  // namespace acp
