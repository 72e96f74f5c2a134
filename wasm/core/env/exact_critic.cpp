#include "core/env/exact_critic.h"

#include <algorithm>
#include <stdexcept>

#include "core/env/environment.h"
#include "core/env/exact_model.h"
#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The reward that is expected.
class DecisionCritic final : public ExactCritic {
 public:
  explicit DecisionCritic(const OneDecision& model) : f_(model.f) {}
  double value(std::span<const double>, std::span<const double> action,
               std::span<double> slope) const override {
    double sum = 0;
    for (std::size_t i = 0; i < action.size(); ++i) {
      sum += f_.value(action[i]);
      slope[i] = f_.slope(action[i]);
    }
    return sum;
  }
  bool is_continuous() const override { return f_.is_continuous(); }

 private:
  AnalyticFunction f_;
};

/// Q of the linear policy nearest to the examples, by least squares. The limits of actions and
/// states are left out.
class LinearCritic final : public ExactCritic {
 public:
  LinearCritic(const LinearQuadratic& problem, const LinearPolicy& policy)
      : problem_(problem), cost_(cost_of(problem, policy)) {}

  double value(std::span<const double> observation, std::span<const double> action,
               std::span<double> slope) const override {
    const VectorXd s = vector(observation), a = vector(action);
    const VectorXd gradient = action_value_gradient(problem_, cost_, s, a);
    std::copy(gradient.begin(), gradient.end(), slope.begin());
    return action_value(problem_, cost_, s, a);
  }

 private:
  static VectorXd vector(std::span<const double> x) {
    return Eigen::Map<const VectorXd>(x.data(), static_cast<Eigen::Index>(x.size()));
  }

  LinearQuadratic problem_;
  QuadraticCost cost_;
};

/// -K of a = -K s.
MatrixXd nearest_gain(const PolicyExamples& examples) {
  const MatrixXd S = examples.observations.map().cast<double>();
  const MatrixXd A = examples.actions.map().cast<double>();
  MatrixXd moments = product(S, S.transpose());
  moments.diagonal().array() += 1e-9;  // fewer states than dimensions
  return solve(moments, product(S, A.transpose())).transpose();
}

/// Of a policy that is known in every state.
class FiniteCritic final : public ExactCritic {
 public:
  explicit FiniteCritic(MatrixXd values) : values_(std::move(values)) {}
  double value(std::span<const double> observation, std::span<const double> action,
               std::span<double>) const override {
    const auto state = std::max_element(observation.begin(), observation.end());
    return values_(state - observation.begin(), static_cast<Eigen::Index>(action[0]));
  }

 private:
  MatrixXd values_;  ///< Q(s, a)
};

std::unique_ptr<ExactCritic> critic_of(const OneDecision& model, const PolicyExamples&) {
  return std::make_unique<DecisionCritic>(model);
}

std::unique_ptr<ExactCritic> critic_of(const LinearQuadratic& model, const PolicyExamples& policy) {
  if (model.gamma == 1) return nullptr;
  try {
    return std::make_unique<LinearCritic>(model, LinearPolicy{-nearest_gain(policy), policy.sigma});
  } catch (const std::invalid_argument&) {
    return nullptr;  // its return is not finite
  }
}

std::unique_ptr<ExactCritic> critic_of(const FiniteMdp& model, const PolicyExamples& policy) {
  const TabularPolicy pi = policy.actions.map().cast<double>().transpose();
  return std::make_unique<FiniteCritic>(values_of(model, pi, policy.alpha).Q);
}

}  // namespace

std::unique_ptr<ExactCritic> exact_critic(const Environment& environment,
                                          const PolicyExamples& policy) {
  const auto model = environment.exact_model(policy.gamma);
  if (model == nullptr) return nullptr;
  return std::visit([&](const auto& each) { return critic_of(each, policy); }, model->is);
}

}  // namespace acp
