#include "core/lab/oracle.h"

#include <array>

#include "core/base/math.h"
#include "core/dist/categorical.h"
#include "core/env/exact_critic.h"

namespace acp {
namespace {

class OracleObjective final : public ActionObjective {
 public:
  OracleObjective(std::shared_ptr<const Oracle> oracle, Matrix states)
      : oracle_(std::move(oracle)), states_(std::move(states)) {}

  void value(const Matrix& actions, std::span<Scalar> values) override {
    evaluate(actions, values, nullptr);
  }
  void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                          Matrix& gradient) override {
    evaluate(actions, values, &gradient);
  }

 private:
  void evaluate(const Matrix& actions, std::span<Scalar> values, Matrix* gradient) const {
    for (int j = 0; j < actions.cols(); ++j) {
      Scalar* slope = gradient != nullptr ? gradient->col(j) : nullptr;
      values[static_cast<std::size_t>(j)] = static_cast<Scalar>(
          oracle_->value(states_.col(j % states_.cols()), actions.col(j), slope));
    }
  }

  std::shared_ptr<const Oracle> oracle_;
  Matrix states_;
};

}  // namespace

std::unique_ptr<ActionObjective> OracleSource::make(int, int) const {
  return std::make_unique<OracleObjective>(oracle_, states_);
}

std::shared_ptr<const Oracle> Oracle::make(const TaskUnits& units, const GradientProblem& problem,
                                           const Matrix& observations, const Matrix& heads) {
  auto oracle = std::shared_ptr<Oracle>(new Oracle(units));
  PolicyExamples examples = problem.discrete()
                                ? oracle->finite(problem)
                                : oracle->continuous(observations, heads, squash_of(problem.head));
  examples.gamma = problem.gamma;
  examples.alpha = problem.alpha() / units.reward_scale;
  oracle->critic_ = exact_critic(units.environment, examples);
  return oracle->critic_ ? oracle : nullptr;
}

double Oracle::value(const Scalar* observation, const Scalar* action, Scalar* slope) const {
  const std::size_t n = info_->observation.size();
  const auto d = static_cast<std::size_t>(info_->action.width());
  std::vector<double> numbers(n + 2 * d);
  const std::span s(numbers.data(), n), a(s.end(), d), gradient(a.end(), d);
  for (std::size_t i = 0; i < n; ++i) {
    s[i] = observations_.to_environment(i, static_cast<double>(observation[i]));
  }
  for (std::size_t i = 0; i < d; ++i) {
    a[i] = actions_.to_environment(i, static_cast<double>(action[i]));
  }
  const double q = critic_->value(s, a, gradient);
  for (std::size_t i = 0; slope != nullptr && i < d; ++i) {
    slope[i] = static_cast<Scalar>(reward_scale_ * actions_.half_range(i) * gradient[i]);
  }
  return reward_scale_ * q;
}

std::vector<double> Oracle::table(const Scalar* observation) const {
  std::vector<double> values;
  for (int k = 0; k < info_->action.size(); ++k) {
    const auto choice = static_cast<Scalar>(k);
    values.push_back(value(observation, &choice, nullptr));
  }
  return values;
}

/// Every state of a finite set, of which the observation is the indicator.
PolicyExamples Oracle::finite(const GradientProblem& problem) const {
  const int states = info_->states;
  PolicyExamples examples{Matrix(problem.network().inputs(), states),
                          Matrix(problem.action_size, states)};
  if (states == 0) return examples;
  for (int j = 0; j < states; ++j) examples.observations(j, j) = 1;
  const Matrix seen = indicators(*info_, observations_);
  MlpPass pass(problem.network(), states);
  const Matrix& logits = pass.forward(problem.theta(), seen);
  const auto choices = static_cast<std::size_t>(problem.action_size);
  for (int j = 0; j < states; ++j) {
    const std::span p(examples.actions.col(j), choices);
    log_softmax({logits.col(j), choices}, p);
    for (Scalar& each : p) each = math::exp(each);
  }
  return examples;
}

/// The action at the mean of each head, and how far it scatters to first order.
PolicyExamples Oracle::continuous(const Matrix& observations, const Matrix& heads,
                                  Squash squash) const {
  const int d = info_->action.size(), count = heads.cols();
  PolicyExamples examples{observations, Matrix(d, count)};
  mode({heads, squash}, examples.actions);
  for (int j = 0; j < count; ++j) {
    for (int i = 0; i < observations.rows(); ++i) {
      const double x = static_cast<double>(observations(i, j));
      examples.observations(i, j) =
          static_cast<Scalar>(observations_.to_environment(static_cast<std::size_t>(i), x));
    }
    for (int i = 0; i < d; ++i) {
      const auto k = static_cast<std::size_t>(i);
      const double a = static_cast<double>(examples.actions(i, j));
      const double log_sigma = static_cast<double>(clamped_log_sigma(heads(d + i, j)));
      const double slope = squash == Squash::tanh ? 1 - a * a : 1;
      examples.sigma += math::exp(log_sigma) * slope * actions_.half_range(k) / (d * count);
      examples.actions(i, j) = static_cast<Scalar>(actions_.to_environment(k, a));
    }
  }
  return examples;
}

}  // namespace acp
