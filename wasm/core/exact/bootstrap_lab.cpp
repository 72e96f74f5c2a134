#include "core/exact/bootstrap_lab.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/base/json.h"
#include "core/base/named_text.h"
#include "core/base/version.h"
#include "core/exact/bootstrapping.h"
#include "core/exact/random_walk.h"

namespace acp {
namespace {

using Eigen::VectorXd;

constexpr const char* kChain = "autoregression";

void append(std::vector<double>& rows, double length, const BiasAndVariance& row) {
  rows.insert(rows.end(), {length, row.squared_bias, row.variance, row.gradient_squared_bias,
                           row.gradient_variance});
}

BiasAndVariance of_chain(const ReturnFromStart& G) {
  return {G.bias * G.bias, G.variance, NAN, NAN};
}

}  // namespace

BootstrapLab::BootstrapLab(std::string_view task) {
  const std::string text = process_text(task);
  std::vector<std::string> errors;
  const NamedText named = parse_named(text, "process", errors);
  if (named.name != kChain) {
    ChosenProcess chosen = parse_process(text);
    finite_ = std::make_unique<Process>(std::move(chosen.process));
    policy_ = finite_->shared.policy(finite_->theta);
    values_ = values_of(finite_->mdp, policy_);
    return;
  }
  for (const auto& [key, value] : named.pairs) {
    const auto complaint = set_parameter(chain_, key, value);
    if (!complaint.empty()) {
      errors.push_back("process." + std::string(kChain) + "." + key + ": " + complaint);
    }
  }
  throw_if_any(errors);
}

std::vector<double> BootstrapLab::n_steps(double error, std::span<const int> steps) const {
  std::vector<double> rows;
  if (!finite_) {
    const double v = (1 - error) * chain_.right_slope();
    for (const int n : steps) append(rows, n, of_chain(n_step_return(chain_, v, n)));
    return rows;
  }
  const VectorXd V = (1 - error) * values_.V;
  const BootstrappedReturns returns(finite_->mdp, policy_, V);
  const int most = steps.empty() ? 0 : *std::max_element(steps.begin(), steps.end());
  const auto rests = returns.n_step_rests(most);
  for (const int n : steps) {
    append(rows, n,
           compare(finite_->mdp, policy_, values_, V, returns,
                   rests[static_cast<std::size_t>(n - 1)]));
  }
  return rows;
}

std::vector<double> BootstrapLab::lambdas(double error, std::span<const double> lambdas) const {
  std::vector<double> rows;
  if (!finite_) {
    const double v = (1 - error) * chain_.right_slope();
    for (const double lambda : lambdas) {
      append(rows, lambda, of_chain(lambda_return(chain_, v, lambda)));
    }
    return rows;
  }
  const VectorXd V = (1 - error) * values_.V;
  const BootstrappedReturns returns(finite_->mdp, policy_, V);
  for (const double lambda : lambdas) {
    append(rows, lambda,
           compare(finite_->mdp, policy_, values_, V, returns, returns.lambda_rest(lambda)));
  }
  return rows;
}

std::string describe_random_walk(std::string_view text) {
  RandomWalkConfig config;
  std::vector<std::string> errors;
  set_parameters(config, text, errors);
  if (errors.empty()) {
    if (auto complaint = config.check(); !complaint.empty()) errors.push_back(complaint);
  }
  throw_if_any(errors);
  const LearningError error = learn_random_walk(config);
  JsonWriter json;
  json.begin_object().member("rms", error.rms).member("standard_error", error.standard_error);
  return json.end_object().take();
}

void describe_bootstrap_lab(JsonWriter& json) {
  Autoregression chain;
  RandomWalkConfig walk;
  json.begin_object().member("build", build_version()).key(kChain);
  describe_parameters(chain, "", json);
  json.key("random_walk");
  describe_parameters(walk, "", json);
  json.key("processes");
  describe_processes(json);
  json.end_object();
}

}  // namespace acp
