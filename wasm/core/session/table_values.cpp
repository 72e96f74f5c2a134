#include "core/session/table_values.h"

#include <cmath>
#include <stdexcept>
#include <string>

#include "core/base/json.h"
#include "core/env/environment.h"
#include "core/env/exact_model.h"
#include "core/exact/process.h"
#include "core/exact/surrogate.h"
#include "core/session/config.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double kRounding = 1e-3;  // of probabilities in single precision, by far
constexpr double kSolved = 1e-9;    // relative

FiniteMdp model_of(const RunConfig& config) {
  const auto environment = config.make_environment();
  const auto model = environment->exact_model(config.discount());
  auto* mdp = model ? std::get_if<FiniteMdp>(&model->is) : nullptr;
  if (mdp == nullptr || mdp->states() > Process::kMostStates) {
    throw std::invalid_argument("environment: " + config.environment_entry().id +
                                " has no small number of states that are known exactly");
  }
  mdp->R *= config.run().reward_scale;
  return std::move(*mdp);
}

TabularPolicy read_policy(const FiniteMdp& mdp, std::span<const double> numbers) {
  const Index states = mdp.states(), actions = mdp.actions();
  if (static_cast<Index>(numbers.size()) != states * actions) {
    throw std::invalid_argument("policy: " + std::to_string(numbers.size()) +
                                " numbers, not one for each of " + std::to_string(actions) +
                                " actions in each of " + std::to_string(states) + " states");
  }
  TabularPolicy policy(states, actions);
  for (Index s = 0; s < states; ++s) {
    double sum = 0;
    for (Index a = 0; a < actions; ++a) {
      const double p = numbers[static_cast<std::size_t>(s * actions + a)];
      if (!(p >= 0 && p <= 1)) {
        throw std::invalid_argument("policy: " + number_text(p) + " is no probability");
      }
      sum += policy(s, a) = p;
    }
    if (!(std::abs(sum - 1) < kRounding)) {
      throw std::invalid_argument("policy: probabilities of state " + std::to_string(s) +
                                  " have the sum " + number_text(sum));
    }
    policy.row(s) /= sum;
  }
  return policy;
}

/// Whether an action in a state does anything at all.
bool somebody_acts(const FiniteMdp& mdp, Index s) {
  if (!mdp.R.row(s).isZero(0)) return true;
  for (const auto& P : mdp.P) {
    if (!P.row(s).isZero(0)) return true;
  }
  return false;
}

VectorXd unknown(const FiniteMdp& mdp) { return VectorXd::Constant(mdp.states(), NAN); }

VectorXd policy_values(const FiniteMdp& mdp, const TabularPolicy& policy, double alpha) {
  if (mdp.gamma == 1 && !always_ends(mdp, policy)) return unknown(mdp);
  return values_of(mdp, policy, alpha).V;
}

/// Without discounting, what policy iteration comes to need not be the optimum.
VectorXd best_values(const FiniteMdp& mdp, double alpha) {
  if (mdp.gamma < 1) return optimal_values(mdp, alpha).V;
  if (alpha > 0 || !always_ends(mdp, uniform_policy(mdp))) return unknown(mdp);
  const TabularValues values = optimal_values(mdp);
  const double error = (values.V - values.Q.rowwise().maxCoeff()).cwiseAbs().maxCoeff();
  return error <= kSolved * (1 + values.V.cwiseAbs().maxCoeff()) ? values.V : unknown(mdp);
}

}  // namespace

TableValues table_values(std::string_view config, std::span<const double> policy, double alpha) {
  if (!(alpha >= 0 && std::isfinite(alpha))) {
    throw std::invalid_argument("alpha: " + number_text(alpha) + " is not a weight of at least 0");
  }
  const FiniteMdp mdp = model_of(RunConfig::parse(config));
  TableValues values{policy_values(mdp, read_policy(mdp, policy), alpha), best_values(mdp, alpha)};
  for (Index s = 0; s < mdp.states(); ++s) {
    if (!somebody_acts(mdp, s)) values.policy(s) = values.best(s) = NAN;
  }
  return values;
}

}  // namespace acp
