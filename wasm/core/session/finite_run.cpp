#include "core/session/finite_run.h"

#include "core/base/named_text.h"
#include "core/env/units.h"

namespace acp {
namespace {

using Eigen::MatrixXd;

constexpr double kLowestLogit = -1e4;  // relative to the largest

struct FiniteRunConfig final : Config {
  double gamma;
  double temperature = 0.1;

  explicit FiniteRunConfig(double of_the_run) : gamma(of_the_run) {}
  void visit(ParameterVisitor& v) override {
    constexpr const char* group = "Run";
    v.number({.name = "gamma",
              .title = "discount",
              .symbol = "\\gamma",
              .group = group,
              .help = "That of the run unless given."},
             gamma, {0, 1});
    v.number({.name = "temperature",
              .title = "temperature",
              .group = group,
              .help = "Of softmax(Q / temperature), where the run's policy is greedy on Q."},
             temperature, {1e-3, 1e3, Scale::log});
  }
};

/// What the policy's network or table says in each state [states x actions].
MatrixXd outputs(const PolicyNetwork& policy, const EnvironmentInfo& info, bool normalised) {
  if (policy.mlp == nullptr) {
    MatrixXd table(info.states, info.action.size());
    const Scalar* column = policy.theta.data();
    for (int s = 0; s < info.states; ++s, column += padded(info.action.size())) {
      for (int a = 0; a < info.action.size(); ++a) table(s, a) = static_cast<double>(column[a]);
    }
    return table;
  }
  MlpPass pass(*policy.mlp, info.states);
  const Matrix seen = indicators(info, ObservationScale(info, normalised));
  return pass.forward(policy.theta, seen).map().cast<double>().transpose();
}

}  // namespace

ChosenProcess finite_process_of(std::string_view task, const RunConfig& config,
                                const Environment& environment, const Algorithm& algorithm) {
  if (!config.run().reward.empty()) {
    throw std::invalid_argument(
        "reward: exact values are known of the task's own alone; this run has another");
  }
  FiniteRunConfig chosen(config.discount());
  std::vector<std::string> errors;
  set_parameters(chosen, task, errors);
  throw_if_any(errors);
  const EnvironmentInfo& info = environment.info();
  Process process = process_of(environment, chosen.gamma);
  const PolicyNetwork policy = algorithm.policy();
  MatrixXd logits = outputs(policy, info, config.run().normalise_observations);
  if (policy.head == PolicyHead::action_values) logits /= chosen.temperature;
  logits.colwise() -= logits.rowwise().maxCoeff().eval();
  process.theta = logits.cwiseMax(kLowestLogit);
  return {info.id, print_parameters(config.environment()), std::move(process)};
}

}  // namespace acp
