#include "core/exact/mixture.h"

#include "core/env/linear_solve.h"

namespace acp {

using Eigen::MatrixXd;
using Eigen::VectorXd;

std::span<const Option> mixture_options() {
  static constexpr Option options[] = {
      {"episode", "per episode", "One of the policies is drawn for each episode."},
      {"step", "per step", "One of them is drawn for each step: their mean as one policy."}};
  return options;
}

MixtureSurrogate::MixtureSurrogate(const FiniteMdp& mdp, std::span<const TabularPolicy> policies,
                                   Mixture mixture)
    : d_(VectorXd::Zero(mdp.states())), slope_(MatrixXd::Zero(mdp.states(), mdp.actions())) {
  const double share = 1 / static_cast<double>(policies.size());
  if (mixture == Mixture::episode) {
    for (const auto& policy : policies) add(Surrogate(mdp, policy), share);
    return;
  }
  TabularPolicy mean = TabularPolicy::Zero(mdp.states(), mdp.actions());
  for (const auto& policy : policies) mean += share * policy;
  add(Surrogate(mdp, std::move(mean)), 1);
}

void MixtureSurrogate::add(const Surrogate& surrogate, double share) {
  j_ += share * surrogate.j();
  d_ += share * surrogate.occupancy();
  slope_ += share * (surrogate.occupancy().asDiagonal() * surrogate.advantages());
}

double MixtureSurrogate::value(const TabularPolicy& pi) const {
  const VectorXd gains = row_sums(pi.cwiseProduct(slope_));
  return j_ + dot(gains, VectorXd::Ones(gains.size()));
}

MatrixXd MixtureSurrogate::gradient(const TabularPolicy& pi) const {
  return logit_gradient(pi, VectorXd::Ones(pi.rows()), slope_);
}

}  // namespace acp
