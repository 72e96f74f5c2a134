#pragma once

#include <span>
#include <string>

#include "core/base/analytic.h"
#include "core/base/parameters.h"
#include "core/grad/objective.h"
#include "core/lab/expectation.h"

namespace acp {

/// Objectives with known expectations, one for each way an estimator can do well or badly.
enum class Analytic {
  linear,
  quadratic,
  quadratic_nd,
  exponential,
  cosine,
  step,
  bimodal,
  ripple,
  lqr,
};

struct AnalyticAbout {
  Option option;
  const char* formula;  ///< LaTeX, of one dimension
  Shape shape;
};
/// One per objective, in order.
std::span<const AnalyticAbout> analytic_objectives();

/// f(a) = constant + sum_i term(a_i).
struct LabFunction final : Config, SeparableFunction, AnalyticFunction {
  explicit LabFunction(Analytic which);

  Analytic kind;
  double c = 0;        ///< of the quadratics
  int dimensions = 8;  ///< of quadratic_nd
  double s = 1;        ///< of the LQR: its state, and the policy from then on
  double gain = 0.6, sigma = 0.3;
  double offset = 0;

  /// Shows the parameters of its kind.
  void visit(ParameterVisitor& visitor) override;

  /// With everything computed that follows from the parameters; what the others need.
  LabFunction prepared() const;
  double term(double x) const override { return value(x); }
  std::vector<double> jumps() const override;
  double constant() const override;
  double fastest_wave() const override;
};

/// The same as an objective.
class AnalyticObjective final : public ActionObjective {
 public:
  explicit AnalyticObjective(const LabFunction& prepared) : f_(prepared) {}

  void value(const Matrix& actions, std::span<Scalar> values) override;
  void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                          Matrix& gradient) override;

 private:
  LabFunction f_;
};

}  // namespace acp
