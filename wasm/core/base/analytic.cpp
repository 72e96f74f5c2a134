#include "core/base/analytic.h"

#include <algorithm>

namespace acp {
namespace {

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

double two_bumps(double x, double& value) {
  value = kWide.value(x) + kNarrow.value(x);
  return kWide.slope(x) + kNarrow.slope(x);
}

double AnalyticFunction::best() const {
  switch (shape) {
    case Shape::linear:
      return b > 0 ? 1 : -1;
    case Shape::quadratic:
      return std::clamp(at - b / (2 * a), -1.0, 1.0);
    case Shape::exponential:
      return k > 0 ? 1 : -1;
    case Shape::cosine:
      return 0;
    case Shape::step:
      return 1;
    case Shape::bimodal:
      return crest(*this, kNarrow.centre - kNarrow.width, kNarrow.centre + kNarrow.width);
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
      return a * (1.0 / 3 + at * at) - b * at;
    case Shape::exponential:
      return (math::exp(k) - math::exp(-k)) / (2 * k);
    case Shape::cosine:
      return math::sin(frequency) / frequency;
    case Shape::step:
      return 0.5 * (1 - at);
    case Shape::bimodal:
      return mean_of(kWide) + mean_of(kNarrow);
    case Shape::ripple:
      return -1.0 / 3;
  }
  return 0;
}

}  // namespace acp
