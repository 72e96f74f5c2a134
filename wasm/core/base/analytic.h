#pragma once

#include "core/base/math.h"

namespace acp {

/// Functions of one number whose slopes, maxima and means are known.
enum class Shape { linear, quadratic, exponential, cosine, step, bimodal, ripple };

/// Two bumps, a wide, low one and a narrow, higher one: the slope, and the value into `value`.
double two_bumps(double x, double& value);

struct AnalyticFunction {
  Shape shape = Shape::quadratic;
  double a = -1, b = 1;    ///< of the quadratic a z^2 + b z of z = x - at; b of the linear one
  double at = 0;           ///< of the quadratic and the step
  double k = 1;            ///< of the exponential
  double frequency = 5;    ///< of the cosine and the ripple, radians per unit
  double amplitude = 0.1;  ///< of the ripple

  /// The derivative at x, and the value there, in the precision of T. That of the step is 0
  /// wherever it exists.
  template <class T>
  T differentiate(T x, T& value) const;

  double value(double x) const {
    double value;
    differentiate(x, value);
    return value;
  }
  double slope(double x) const {
    double value;
    return differentiate(x, value);
  }
  bool is_continuous() const { return shape != Shape::step; }
  /// Where in [-1, 1] the value is greatest; a is negative.
  double best() const;
  /// The mean value over [-1, 1].
  double mean() const;
};

template <class T>
T AnalyticFunction::differentiate(T x, T& value) const {
  const auto number = [](double y) { return static_cast<T>(y); };
  switch (shape) {
    case Shape::linear:
      value = number(b) * x;
      return number(b);
    case Shape::quadratic: {
      const T z = x - number(at);
      value = (number(a) * z + number(b)) * z;
      return 2 * number(a) * z + number(b);
    }
    case Shape::exponential: {
      value = math::exp(number(k) * x);
      return number(k) * value;
    }
    case Shape::cosine: {
      T sine;
      math::sincos(number(frequency) * x, sine, value);
      return -number(frequency) * sine;
    }
    case Shape::step:
      value = x > number(at) ? T(1) : T(0);
      return 0;
    case Shape::bimodal: {
      double both;
      const double slope = two_bumps(static_cast<double>(x), both);
      value = number(both);
      return number(slope);
    }
    case Shape::ripple: {
      T sine, cosine;
      math::sincos(number(frequency) * x, sine, cosine);
      value = number(amplitude) * sine - x * x;
      return number(amplitude * frequency) * cosine - 2 * x;
    }
  }
  return 0;
}

}  // namespace acp
