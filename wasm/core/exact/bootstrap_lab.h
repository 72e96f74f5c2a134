#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/exact/autoregression.h"
#include "core/exact/process.h"

namespace acp {

/// A bench for returns that bootstrap: `process=random_walk:length=19` or another finite process
/// with its first policy, or `process=autoregression:rho=0.8`. The value function that is trusted
/// is `1 - error` times the right one. What takes text throws `std::invalid_argument` with one
/// `key: message` line per error.
class BootstrapLab {
 public:
  static constexpr int kMostSteps = 1024;

  explicit BootstrapLab(std::string_view task);

  /// Rows of n, squared bias, variance, and both of the policy gradient (NaN without a policy).
  /// `steps` are in [1, kMostSteps].
  std::vector<double> n_steps(double error, std::span<const int> steps) const;
  /// The same of lambda in [0, 1].
  std::vector<double> lambdas(double error, std::span<const double> lambdas) const;

 private:
  Autoregression chain_;             ///< unless there is a finite process
  std::unique_ptr<Process> finite_;  ///< with the values of its first policy
  TabularPolicy policy_;
  TabularValues values_;
};

/// A learning curve's point (`RandomWalkConfig`), as JSON. Throws `std::invalid_argument`.
std::string describe_random_walk(std::string_view config);

/// The version, the parameters of the chain and of the random walk, and the finite processes, as a
/// JSON object.
void describe_bootstrap_lab(JsonWriter& json);

}  // namespace acp
