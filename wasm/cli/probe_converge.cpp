// The actor and temperature updates on a fixed objective, to where they lead.
#include <algorithm>
#include <optional>

#include "cli/probe_operations.h"
#include "core/algo/temperature.h"
#include "core/base/math.h"
#include "core/grad/estimator.h"

namespace acp::cli {
namespace {

constexpr int kSamples = 256;  // actions per update
constexpr int kEntropySamples = 65536;
constexpr double kLearningRate = 0.03;  // falls linearly to 0, so that the noise averages out
constexpr double kLargest = 1e6;
/// The default memory of squared gradients, 0.999, would keep the first, large ones for as long as
/// the whole descent takes: the policy would lag and the temperature run away.
constexpr Adam::Settings kAdam{.beta2 = 0.9};

struct Policy {
  Buffer phi;  ///< mu, then log sigma
  Squash squash;
  int action_size() const { return static_cast<int>(phi.size() / 2); }
};

Policy read_policy(Fields policy) {
  const std::string kind = policy.text("kind");
  if (kind != "gaussian" && kind != "tanh_gaussian") {
    policy.refuse("kind", "\"" + kind + "\" is not one of gaussian, tanh_gaussian");
  }
  auto phi = policy.numbers("mu");
  const auto log_sigma = policy.numbers("log_sigma");
  if (log_sigma.size() != phi.size()) policy.refuse("log_sigma", "is not as long as mu");
  for (const double x : log_sigma) {
    if (x < kLogSigmaMin || x > kLogSigmaMax) policy.refuse("log_sigma", "is outside [-20, 2]");
  }
  policy.expect_all_read();
  phi.insert(phi.end(), log_sigma.begin(), log_sigma.end());
  return {{phi.begin(), phi.end()}, kind == "gaussian" ? Squash::none : Squash::tanh};
}

QuadraticObjective read_objective(Fields objective) {
  const std::string kind = objective.text("kind");
  if (kind != "linear" && kind != "quadratic") {
    objective.refuse("kind", "\"" + kind + "\" is not one of linear, quadratic");
  }
  const double a = kind == "quadratic" ? objective.number("a") : 0;
  const double b = objective.number("b");
  const double c = kind == "quadratic" ? objective.number("c") : 0;
  const double offset = objective.has("offset") ? objective.number("offset") : 0;
  objective.expect_all_read();
  return {a, b, c + offset};
}

void set_head(const Buffer& parameters, Matrix& phi) {
  for (int j = 0; j < phi.cols(); ++j) std::copy(parameters.begin(), parameters.end(), phi.col(j));
}

double estimate_entropy(const Policy& policy, Rng& rng) {
  Matrix phi(2 * policy.action_size(), 1);
  set_head(policy.phi, phi);
  ActionSamples samples(policy.action_size(), 1, kEntropySamples);
  draw_noise(rng, samples.noise);
  sample({phi, policy.squash}, samples);
  return -samples.mean_log_prob();
}

}  // namespace

Json probe_converge(Fields& fields) {
  Policy policy = read_policy(fields.object("policy"));
  QuadraticObjective objective = read_objective(fields.object("objective"));
  if (fields.has("alpha") == fields.has("target_entropy")) {
    fields.refuse("alpha", "give either alpha or target_entropy");
  }
  const bool tuned = fields.has("target_entropy");
  const double target_entropy = tuned ? fields.number("target_entropy", -kLargest, kLargest) : 0;
  Temperature temperature(tuned ? 1 : fields.number("alpha", 0, kLargest), tuned, kAdam);
  const int updates = fields.count("updates", 1, 1'000'000);
  const int seed = fields.count("seed", 0, 2147483647);

  Rng rng(static_cast<std::uint64_t>(seed), Stream::update);
  EstimatorConfig config;
  config.action_samples = kSamples;
  const auto estimator = make_estimator(config, policy.action_size(), 1);
  Matrix phi(static_cast<int>(policy.phi.size()), 1);
  Matrix gradient = phi;
  Buffer descent(policy.phi.size());
  Adam adam(static_cast<int>(policy.phi.size()), kAdam);
  for (int i = 0; i < updates; ++i) {
    const double rate = kLearningRate * (1 - static_cast<double>(i) / updates);
    set_head(policy.phi, phi);
    estimator->draw(rng);
    estimator->estimate({phi, policy.squash}, objective, temperature.alpha(), gradient);
    for (std::size_t k = 0; k < descent.size(); ++k) descent[k] = -gradient(static_cast<int>(k), 0);
    adam.step(policy.phi, descent, rate);
    temperature.update(estimator->samples().mean_log_prob(), target_entropy, rate);
  }

  const auto d = static_cast<std::ptrdiff_t>(policy.action_size());
  const std::vector<double> mu(policy.phi.begin(), policy.phi.begin() + d);
  const std::vector<double> log_sigma(policy.phi.begin() + d, policy.phi.end());
  return {{"policy",
           {{"kind", policy.squash == Squash::none ? "gaussian" : "tanh_gaussian"},
            {"mu", mu},
            {"log_sigma", log_sigma}}},
          {"alpha", temperature.alpha()},
          {"entropy", estimate_entropy(policy, rng)}};
}

}  // namespace acp::cli
