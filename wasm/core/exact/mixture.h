#pragma once

#include <span>

#include "core/base/parameters.h"
#include "core/exact/surrogate.h"

namespace acp {

/// How several policies act together.
enum class Mixture {
  episode,  ///< one is drawn for each episode: occupancies and values stay those of each
  step,     ///< one is drawn for each step: together they are one policy, mu(a|s) = mean pi_i(a|s)
};
std::span<const Option> mixture_options();

/// The surrogate under a mixture of policies: the mean of theirs, which is linear in pi.
class MixtureSurrogate {
 public:
  /// Of at least one.
  MixtureSurrogate(const FiniteMdp& mdp, std::span<const TabularPolicy> policies, Mixture mixture);

  double value(const TabularPolicy& pi) const;
  /// dL/dlogits at softmax(logits) = pi.
  Eigen::MatrixXd gradient(const TabularPolicy& pi) const;
  /// The return of the mixture.
  double j() const { return j_; }
  /// Its d(s): the mean of theirs.
  const Eigen::VectorXd& occupancy() const { return d_; }

 private:
  void add(const Surrogate& surrogate, double share);

  double j_ = 0;
  Eigen::VectorXd d_;
  Eigen::MatrixXd slope_;  ///< dL/dpi(a|s) = mean d(s) A(s, a)
};

}  // namespace acp
