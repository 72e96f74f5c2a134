#include "core/exact/rollout.h"

#include <algorithm>

#include "core/base/statistics.h"
#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// An index below `count` with probability `p(i)`; `count` with what they lack to 1.
template <class Probability>
Index draw(Rng& rng, Index count, const Probability& p) {
  double left = rng.uniform();
  for (Index i = 0; i < count; ++i) {
    if ((left -= p(i)) < 0) return i;
  }
  return count;
}

/// The same where they lack nothing but what rounding takes.
template <class Probability>
Index choose(Rng& rng, Index count, const Probability& p) {
  return std::min(draw(rng, count, p), count - 1);
}

struct Sums {
  Moments trajectories, actions, states;
};

Estimate estimate_of(const Moments& moments) { return {moments.mean(), moments.standard_error()}; }

}  // namespace

std::vector<RolloutStep> roll_out(const FiniteMdp& mdp, const TabularPolicy& first,
                                  const TabularPolicy& then, Rng& rng, int most) {
  std::vector<RolloutStep> steps;
  const Index n = mdp.states();
  Index s = choose(rng, n, [&](Index i) { return mdp.rho(i); });
  while (s < n && static_cast<int>(steps.size()) < most) {
    const TabularPolicy& policy = steps.empty() ? first : then;
    const Index a = choose(rng, mdp.actions(), [&](Index i) { return policy(s, i); });
    steps.push_back({s, a});
    s = draw(rng, n, [&](Index i) { return mdp.P[static_cast<std::size_t>(a)](s, i); });
  }
  return steps;
}

int horizon_of(double gamma) {
  constexpr int most = 2000;
  int steps = 1;
  for (double weight = gamma; weight > 1e-3 && steps < most; weight *= gamma) ++steps;
  return steps;
}

std::vector<EstimatedValue> estimate(const FiniteMdp& mdp, const Surrogate& surrogate,
                                     std::span<const TabularPolicy> policies, int episodes,
                                     std::uint64_t seed) {
  Rng rng(seed, Stream::lab);
  std::vector<MatrixXd> ratios;
  std::vector<VectorXd> gains;
  ratios.reserve(policies.size());
  gains.reserve(policies.size());
  for (const auto& pi : policies) {
    ratios.emplace_back(pi.cwiseQuotient(surrogate.mu()));
    gains.push_back(row_sums(pi.cwiseProduct(surrogate.advantages())));
  }
  std::vector<Sums> sums(policies.size());
  const int most = horizon_of(mdp.gamma);
  std::vector<double> rewards, tails;  // gamma^t r_t, and what is left of their sum
  for (int episode = 0; episode < episodes; ++episode) {
    const auto steps = roll_out(mdp, surrogate.mu(), surrogate.mu(), rng, most);
    rewards.clear();
    double discount = 1;
    for (const auto& [s, a] : steps) {
      rewards.push_back(discount * mdp.R(s, a));
      discount *= mdp.gamma;
    }
    tails = rewards;
    for (std::size_t t = tails.size() - 1; t-- > 0;) tails[t] += tails[t + 1];
    for (std::size_t i = 0; i < policies.size(); ++i) {
      double weight = 1, whole = 0, by_actions = tails[0], by_states = surrogate.j();
      discount = 1;
      for (std::size_t t = 0; t < steps.size(); ++t) {
        const auto [s, a] = steps[t];
        weight *= ratios[i](s, a);
        whole += weight * rewards[t];
        by_actions += (ratios[i](s, a) - 1) * tails[t];
        by_states += discount * gains[i](s);
        discount *= mdp.gamma;
      }
      sums[i].trajectories.add(whole);
      sums[i].actions.add(by_actions);
      sums[i].states.add(by_states);
    }
  }
  std::vector<EstimatedValue> values;
  values.reserve(sums.size());
  for (const auto& each : sums) {
    values.push_back(
        {estimate_of(each.trajectories), estimate_of(each.actions), estimate_of(each.states)});
  }
  return values;
}

}  // namespace acp
