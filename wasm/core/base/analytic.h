#pragma once

#include <span>

#include "core/base/parameters.h"

namespace acp {

/// Functions of one number in [-1, 1] whose slopes, maxima and means are known.
enum class Shape { linear, quadratic, bimodal, cosine, step, ripple };

/// One option per shape, in order.
std::span<const Option> shapes();

struct AnalyticFunction {
  Shape shape = Shape::quadratic;
  double frequency = 5;  ///< of the cosine and the ripple, radians per unit

  double value(double x) const;
  /// The derivative; that of the step is 0 wherever it exists.
  double slope(double x) const;
  /// Where in [-1, 1] the value is greatest.
  double best() const;
  /// The mean value over [-1, 1].
  double mean() const;
};

}  // namespace acp
