#pragma once

#include <array>
#include <span>

#include "core/base/archive.h"
#include "core/base/math.h"
#include "core/base/parameters.h"
#include "core/nn/adam.h"

namespace acp {

inline constexpr const char* kEntropyGroup = "Entropy";
inline constexpr const char* kWhenTuned = "tune_temperature=true";

/// Whether to tune the temperature, from where, and how fast.
void visit_temperature(ParameterVisitor& visitor, bool& tuned, double& temperature,
                       double& learning_rate);
/// `key: message` of `owner`, or empty.
Complaint check_temperature(bool tuned, double temperature, const std::string& owner);

/// Entropy temperature alpha (Haarnoja et al., 2018b, eq. 18), learned as log alpha with the
/// gradient -(log pi + target) of J(log alpha) = E[-log alpha (log pi(a|s) + target)]: the
/// convention of Stable-Baselines3, which has the same fixed point as the paper's.
class Temperature {
 public:
  Temperature(double initial, bool tuned, Adam::Settings settings = {})
      : tuned_(tuned), adam_(1, settings) {
    set(initial);
  }

  double alpha() const { return alpha_; }
  std::span<const Scalar> parameters() const { return log_alpha_; }

  /// Fixes alpha, or goes on learning it from there; then it must be positive.
  void set(double alpha) {
    alpha_ = alpha;
    if (tuned_) log_alpha_[0] = static_cast<Scalar>(math::log(alpha));
  }

  /// d J / d log alpha.
  static Scalar gradient(double mean_log_prob, double target_entropy) {
    return static_cast<Scalar>(-(mean_log_prob + target_entropy));
  }

  void update(double mean_log_prob, double target_entropy, double learning_rate,
              TraceSink trace = {}) {
    if (!tuned_) return;
    const std::array slope{gradient(mean_log_prob, target_entropy)};
    trace.batch("entropy", -mean_log_prob);
    trace.batch("target_entropy", target_entropy);
    const double before = alpha_;
    adam_.step(log_alpha_, slope, learning_rate, trace);
    alpha_ = math::exp(static_cast<double>(log_alpha_[0]));
    trace.weight("alpha", {{"before", before}, {"after", alpha_}});
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("alpha", alpha_, {0, kLargestNumber, false, NonFinite::diverged}),
            checked("log_alpha", log_alpha_, kComputed), named("adam", adam_));
  }

 private:
  double alpha_ = 0;
  bool tuned_;
  std::array<Scalar, 1> log_alpha_{};
  Adam adam_;
};

}  // namespace acp
