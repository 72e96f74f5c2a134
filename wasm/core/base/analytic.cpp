#include "core/base/analytic.h"

#include "core/base/math.h"

namespace acp {
namespace {

constexpr double kQuadraticBest = 0.3;
constexpr double kStepAt = 0.25;
constexpr double kRippleAmplitude = 0.1;

struct Bump {
  double height, centre, width;

  double value(double x) const {
    const double z = (x - centre) / width;
    return height * math::exp(-0.5 * z * z);
  }
  double slope(double x) const { return value(x) * (centre - x) / (width * width); }
};
constexpr Bump kWide{0.7, -0.5, 0.3};
constexpr Bump kNarrow{1, 0.6, 0.12};

/// Over [-1, 1], by Simpson's rule.
double mean_of(const Bump& bump) {
  constexpr int kIntervals = 400;
  double sum = bump.value(-1) + bump.value(1);
  for (int i = 1; i < kIntervals; ++i) {
    sum += (i % 2 == 0 ? 2 : 4) * bump.value(-1 + 2.0 * i / kIntervals);
  }
  return sum / (3 * kIntervals);
}

/// Where between `low` and `high` the slope falls through zero.
double crest(const AnalyticFunction& f, double low, double high) {
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (f.slope(middle) > 0 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

std::span<const Option> shapes() {
  static constexpr Option options[] = {
      {"linear", "linear", "x: the same slope everywhere."},
      {"quadratic", "quadratic", "-(x - 0.3)²/2: one smooth maximum."},
      {"bimodal", "two bumps", "A wide, low bump at -0.5 and a narrow, higher one at 0.6."},
      {"cosine", "cosine", "cos ωx: the faster it swings, the larger its slope, not its value."},
      {"step", "step", "1 where x > 0.25, else 0: its slope says nothing."},
      {"ripple", "ripple", "-x² + 0.1 sin ωx: a smooth hill with a small, steep ripple on it."}};
  return options;
}

double AnalyticFunction::value(double x) const {
  switch (shape) {
    case Shape::linear:
      return x;
    case Shape::quadratic:
      return -0.5 * (x - kQuadraticBest) * (x - kQuadraticBest);
    case Shape::bimodal:
      return kWide.value(x) + kNarrow.value(x);
    case Shape::cosine:
      return math::cos(frequency * x);
    case Shape::step:
      return x > kStepAt ? 1 : 0;
    case Shape::ripple:
      return -x * x + kRippleAmplitude * math::sin(frequency * x);
  }
  return 0;
}

double AnalyticFunction::slope(double x) const {
  switch (shape) {
    case Shape::linear:
      return 1;
    case Shape::quadratic:
      return kQuadraticBest - x;
    case Shape::bimodal:
      return kWide.slope(x) + kNarrow.slope(x);
    case Shape::cosine:
      return -frequency * math::sin(frequency * x);
    case Shape::step:
      return 0;
    case Shape::ripple:
      return -2 * x + kRippleAmplitude * frequency * math::cos(frequency * x);
  }
  return 0;
}

double AnalyticFunction::best() const {
  switch (shape) {
    case Shape::linear:
    case Shape::step:
      return 1;
    case Shape::quadratic:
      return kQuadraticBest;
    case Shape::bimodal:
      return crest(*this, kNarrow.centre - kNarrow.width, kNarrow.centre + kNarrow.width);
    case Shape::cosine:
      return 0;
    case Shape::ripple:
      return crest(*this, 0, math::kPi / (2 * frequency));
  }
  return 0;
}

double AnalyticFunction::mean() const {
  switch (shape) {
    case Shape::linear:
      return 0;
    case Shape::quadratic:
      return -0.5 * (1.0 / 3 + kQuadraticBest * kQuadraticBest);
    case Shape::bimodal:
      return mean_of(kWide) + mean_of(kNarrow);
    case Shape::cosine:
      return math::sin(frequency) / frequency;
    case Shape::step:
      return 0.5 * (1 - kStepAt);
    case Shape::ripple:
      return -1.0 / 3;
  }
  return 0;
}

}  // namespace acp
