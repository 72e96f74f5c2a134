// Exact expectations under a policy head: what estimates of its gradient are compared with.
//
//     F  = E[f - alpha log pi]          gradient = E[(f - alpha log pi) S],  S = grad log pi
//     b* = E[(f - alpha log pi) S^2] / E[S^2], for each coordinate of S: the constant baseline with
//          which the score function varies least (Greensmith et al., 2004)
//
// Where log sigma is beyond its clamp its score is 0, as in training; so are its gradient and b*.
#pragma once

#include <optional>
#include <vector>

#include "core/dist/gaussian.h"
#include "core/grad/objective.h"

namespace acp {

struct Expectation {
  double value;                  ///< F
  std::vector<double> gradient;  ///< in the order of the head
  std::vector<double> baseline;  ///< b*; for categories the same for all logits
  double error;                  ///< of the gradient, estimated; in each coordinate
  int evaluations = 0;           ///< of f, or of its terms
};

/// f(a) = constant + sum_i term(a_i).
class SeparableFunction {
 public:
  virtual ~SeparableFunction() = default;
  virtual double term(double x) const = 0;
  /// Where `term` jumps, ascending.
  virtual std::vector<double> jumps() const { return {}; }
  virtual double constant() const { return 0; }
  /// Radians per unit of the fastest wave in it, or a number as large as its shape is fine.
  virtual double fastest_wave() const { return 0; }
};

/// By Gauss-Legendre quadrature in each dimension, panel by panel between the jumps.
Expectation expectation_of(const SeparableFunction& f, const std::vector<double>& phi,
                           Squash squash, double alpha);

inline constexpr int kQuadratureChunk = 128;
/// The same for any objective of at most two dimensions, which is asked for values of
/// `kQuadratureChunk` actions at once; nothing beyond.
std::optional<Expectation> expectation_of(ActionObjective& f, const std::vector<double>& phi,
                                          Squash squash, double alpha);
/// Actions at which that takes place.
int quadrature_actions(int action_size);

/// The sum over all categories.
Expectation expectation_of(const std::vector<double>& logits, const std::vector<double>& f,
                           double alpha);

}  // namespace acp
