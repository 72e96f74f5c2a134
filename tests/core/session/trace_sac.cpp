// What a trace of soft actor-critic says, computed again from its parts.
#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "support/traces.h"

namespace acp {
namespace {

constexpr double kPi = 3.14159265358979323846;

ReadTrace traced(const std::string& settings, const std::string& algorithm = "sac") {
  std::string config = "environment=reacher&algorithm=" + algorithm;
  const std::string small = "batch_size=6&hidden_units=8&warmup_steps=20&" + settings;
  for (std::size_t from = 0; from < small.size();) {
    const auto to = std::min(small.find('&', from), small.size());
    if (to > from) config += "&" + algorithm + "." + small.substr(from, to - from);
    from = to + 1;
  }
  return trace_after(40, config);
}

void expect_target(const ReadTrace& trace, bool entropy = true) {
  const double alpha = entropy ? trace.number("target", "alpha") : 0;
  for (int j = 0; j < trace.batch(); ++j) {
    double q = trace.at("target", "q_target", j);
    for (int i = 1; i < trace.rows("target", "q_target"); ++i) {
      q = std::min(q, trace.at("target", "q_target", j, i));
    }
    expect_traced(trace.at("target", "q_next", j), q);
    const double goes_on = 1 - trace.at("sample", "terminated", j);
    const double bonus = entropy ? -alpha * trace.at("next_action", "log_pi_next", j) : 0;
    expect_traced(
        trace.at("target", "y", j),
        trace.at("sample", "r", j) + trace.number("target", "gamma") * goes_on * (q + bonus));
  }
}

/// One action that the policy has drawn, of the K in each state.
struct Drawn {
  const ReadTrace& trace;
  int state;
  int k;

  double mu(int i) const { return trace.at("action", "mu", state, i); }
  double log_sigma(int i) const { return trace.at("action", "log_sigma", state, i); }
  double sigma(int i) const { return std::exp(std::clamp(log_sigma(i), -20.0, 2.0)); }
  double of(const char* line, const char* name, int i) const {
    return trace.at(line, name, state, dimensions() * k + i);
  }
  double epsilon(int i) const { return of("action", "epsilon", i); }
  double action(int i) const { return of("action", "action", i); }
  double one(const char* line, const char* name) const { return trace.at(line, name, state, k); }
  int dimensions() const { return trace.rows("action", "mu"); }

  double log_pi() const {
    double sum = 0;
    for (int i = 0; i < dimensions(); ++i) {
      const double u = mu(i) + sigma(i) * epsilon(i);
      sum += -epsilon(i) * epsilon(i) / 2 - std::log(sigma(i)) - std::log(2 * kPi) / 2 -
             std::log(1 - std::tanh(u) * std::tanh(u));
    }
    return sum;
  }
};

int drawn_per_state(const ReadTrace& trace) { return trace.rows("action", "log_pi"); }

void expect_actions(const ReadTrace& trace) {
  for (int j = 0; j < trace.batch(); ++j) {
    for (int k = 0; k < drawn_per_state(trace); ++k) {
      const Drawn drawn{trace, j, k};
      for (int i = 0; i < drawn.dimensions(); ++i) {
        const double u = drawn.mu(i) + drawn.sigma(i) * drawn.epsilon(i);
        expect_traced(drawn.action(i), std::tanh(u));
      }
      expect_traced(drawn.one("action", "log_pi"), drawn.log_pi(), 10);
    }
  }
}

void expect_temperature(const ReadTrace& trace, double target) {
  double sum = 0;
  const int count = drawn_per_state(trace);
  for (int k = 0; k < count; ++k) {
    for (const double log_pi : trace.row("action", "log_pi", k)) sum += log_pi;
  }
  const double entropy = -sum / (count * trace.batch());
  expect_traced(trace.number("temperature", "entropy"), entropy);
  expect_traced(trace.number("temperature", "target_entropy"), target);
  expect_traced(trace.number("temperature", "adam", "gradient"), entropy - target);
  expect_adam(trace, "temperature");
  const auto alpha = [&](const char* when) { return trace.number("temperature", "alpha", when); };
  expect_traced(std::log(alpha("before")), trace.number("temperature", "adam", "before"));
  expect_traced(std::log(alpha("after")), trace.number("temperature", "adam", "after"));
  EXPECT_EQ(alpha("before"), trace.number("target", "alpha"));
}

TEST(TraceSac, FollowsFromItsPartsByReparameterization) {
  for (const int samples : {1, 3}) {
    const auto trace = traced("action_samples=" + std::to_string(samples));
    expect_target(trace);
    expect_fit(trace);
    expect_adam(trace, "critic");
    expect_actions(trace);
    const double alpha = trace.number("target", "alpha");
    const int d = trace.rows("action", "mu");
    for (int j = 0; j < trace.batch(); ++j) {
      for (int i = 0; i < d; ++i) {
        double mu = 0, log_sigma = 0;
        for (int k = 0; k < samples; ++k) {
          const Drawn drawn{trace, j, k};
          const double a = drawn.action(i);
          const double slope = drawn.of("actor", "dq_da", i) * (1 - a * a) - 2 * alpha * a;
          mu += slope / samples;
          log_sigma += (slope * drawn.sigma(i) * drawn.epsilon(i) + alpha) / samples;
        }
        expect_traced(trace.at("actor", "head_gradient", j, i), mu);
        expect_traced(trace.at("actor", "head_gradient", j, d + i), log_sigma);
      }
    }
    expect_norm(trace);
    expect_adam(trace, "actor");
    expect_temperature(trace, -2);
    expect_polyak(trace, "q_weight");
  }
}

/// Of one state, the baseline of each of its K actions from what counts of all that were drawn.
using BaselineOf = double (*)(const Row& counts, int samples, int k);

double leave_one_out(const Row& counts, int samples, int k) {
  double sum = 0;
  for (int i = 0; i < samples; ++i) sum += i == k ? 0 : counts[static_cast<std::size_t>(i)];
  return sum / (samples - 1);
}
double from_further(const Row& counts, int samples, int) {
  double sum = 0;
  for (auto i = static_cast<std::size_t>(samples); i < counts.size(); ++i) sum += counts[i];
  return sum / (static_cast<double>(counts.size()) - samples);
}

/// Checks baselines, advantages and the gradient of the score function.
void expect_score(const ReadTrace& trace, int samples, double alpha, BaselineOf baseline) {
  const int d = trace.rows("action", "mu");
  for (int j = 0; j < trace.batch(); ++j) {
    Row counts;
    for (int k = 0; k < trace.rows("actor", "q"); ++k) {
      const double entropy = alpha == 0 ? 0 : alpha * trace.at("action", "log_pi", j, k);
      counts.push_back(trace.at("actor", "q", j, k) - entropy);
    }
    Row gradient(static_cast<std::size_t>(2 * d));
    for (int k = 0; k < samples; ++k) {
      const Drawn drawn{trace, j, k};
      double weight = counts[static_cast<std::size_t>(k)];
      if (baseline != nullptr) {
        const double b = baseline(counts, samples, k);
        expect_traced(drawn.one("actor", "baseline"), b);
        weight -= b;
      }
      expect_traced(drawn.one("actor", "advantage"), weight);
      for (int i = 0; i < d; ++i) {
        const double eps = drawn.epsilon(i);
        gradient[static_cast<std::size_t>(i)] += weight * eps / drawn.sigma(i) / samples;
        gradient[static_cast<std::size_t>(d + i)] += weight * (eps * eps - 1) / samples;
      }
    }
    for (int i = 0; i < 2 * d; ++i) {
      expect_traced(trace.at("actor", "head_gradient", j, i), gradient[static_cast<std::size_t>(i)],
                    10);
    }
  }
}

TEST(TraceSac, FollowsFromItsPartsByTheScoreFunction) {
  const struct {
    const char* settings;
    int samples;
    BaselineOf baseline;
  } cases[] = {{"baseline=none&action_samples=2", 2, nullptr},
               {"baseline=leave_one_out&action_samples=3", 3, leave_one_out},
               {"baseline=value&action_samples=2&baseline_samples=3", 2, from_further}};
  for (const auto& [settings, samples, baseline] : cases) {
    SCOPED_TRACE(settings);
    const auto trace = traced(std::string("estimator=score_function&") + settings);
    expect_target(trace);
    expect_fit(trace);
    expect_actions(trace);
    EXPECT_EQ(trace.has("actor", "baseline"), baseline != nullptr);
    EXPECT_FALSE(trace.has("actor", "dq_da"));
    expect_score(trace, samples, trace.number("target", "alpha"), baseline);
    expect_norm(trace);
    expect_adam(trace, "actor");
  }
}

TEST(TraceSac, WithoutEntropyIsQActorCritic) {
  const auto trace =
      traced("critics=1&baseline=value&action_samples=1&baseline_samples=4", "q_actor_critic");
  expect_target(trace, false);
  expect_fit(trace);
  expect_adam(trace, "critic");
  expect_score(trace, 1, 0, from_further);
  expect_norm(trace);
  expect_adam(trace, "actor");
  expect_polyak(trace, "q_weight");
  EXPECT_FALSE(trace.has("temperature", "alpha"));
}

/// Of a network without hidden layers, the gradient of a weight is that of its output times the
/// input: so what is traced of head and errors is what moves the weights.
TEST(TraceSac, AdamFollowsTheGradientsOfTheBatch) {
  const auto trace = traced("hidden_layers=0&critics=1");
  const auto largest = [&](const char* line, const char* name, double scale, int first) {
    double size = 0;
    for (int o = 0; o < trace.rows(line, name); ++o) {
      for (int i = -1; i < trace.rows("sample", "s") + first; ++i) {  // -1 is the bias
        double sum = 0;
        for (int j = 0; j < trace.batch(); ++j) {
          const int states = trace.rows("sample", "s");
          const double input = i < 0        ? 1
                               : i < states ? trace.at("sample", "s", j, i)
                                            : trace.at("sample", "a", j, i - states);
          sum += trace.at(line, name, j, o) * input;
        }
        size = std::max(size, std::abs(scale * sum / trace.batch()));
      }
    }
    return size;
  };
  const double critic = largest("critic", "error", 2, trace.rows("sample", "a"));
  expect_traced(std::abs(trace.number("critic", "adam", "gradient")), critic);
  const double actor = largest("actor", "head_gradient", -1, 0);
  expect_traced(std::abs(trace.number("actor", "adam", "gradient")), actor);
}

void expect_categorical_target(const ReadTrace& trace, bool minimum) {
  const double alpha = trace.number("target", "alpha");
  const int choices = trace.rows("target", "q_next");
  for (int j = 0; j < trace.batch(); ++j) {
    double v = 0, total = 0;
    for (int k = 0; k < choices; ++k) {
      const double one = trace.at("target", "q_target", j, k);
      const double other = trace.at("target", "q_target", j, choices + k);
      const double q = minimum ? std::min(one, other) : (one + other) / 2;
      expect_traced(trace.at("target", "q_next", j, k), q);
      const double log_p = trace.at("target", "log_pi_next", j, k);
      total += std::exp(log_p);
      v += std::exp(log_p) * (q - alpha * log_p);
    }
    expect_traced(total, 1);
    expect_traced(trace.at("target", "v_next", j), v);
    const double goes_on = 1 - trace.at("sample", "terminated", j);
    expect_traced(trace.at("target", "y", j),
                  trace.at("sample", "r", j) + trace.number("target", "gamma") * goes_on * v);
  }
}

Row log_softmax_of(const ReadTrace& trace, int j) {
  Row z;
  double sum = 0;
  for (int k = 0; k < trace.rows("action", "logits"); ++k) {
    z.push_back(trace.at("action", "logits", j, k));
    sum += std::exp(z.back());
  }
  for (double& each : z) each -= std::log(sum);
  return z;
}

TEST(TraceSac, OfChoicesFollowsFromItsParts) {
  const std::string small =
      "environment=acrobot&algorithm=sac_discrete&sac_discrete.batch_size=6"
      "&sac_discrete.hidden_units=8&sac_discrete.warmup_steps=20";
  for (const std::string estimator : {"exact_sum", "score_function", "gumbel_softmax"}) {
    for (const bool minimum : {true, false}) {
      const auto trace =
          trace_after(40, small + "&sac_discrete.estimator=" + estimator +
                              "&sac_discrete.twin=" + (minimum ? "minimum" : "average") +
                              "&sac_discrete.baseline=value" + "&sac_discrete.action_samples=2");
      expect_categorical_target(trace, minimum);
      expect_fit(trace);
      expect_adam(trace, "critic");
      const double alpha = trace.number("target", "alpha");
      double entropies = 0;
      for (int j = 0; j < trace.batch(); ++j) {
        const Row log_p = log_softmax_of(trace, j);
        double v = 0;
        Row c(log_p.size()), gradient(log_p.size());
        for (std::size_t k = 0; k < log_p.size(); ++k) {
          c[k] = trace.at("actor", "q", j, static_cast<int>(k)) - alpha * log_p[k];
          v += std::exp(log_p[k]) * c[k];
          entropies -= std::exp(log_p[k]) * log_p[k];
        }
        if (estimator != "gumbel_softmax") expect_traced(trace.at("actor", "v", j), v);
        for (int i = 0; estimator == "score_function" && i < 2; ++i) {
          const auto choice = static_cast<std::size_t>(trace.at("actor", "choice", j, i));
          const double weight = c[choice] - v;
          expect_traced(trace.at("actor", "advantage", j, i), weight);
          for (std::size_t k = 0; k < gradient.size(); ++k) {
            gradient[k] += weight / 2 * ((k == choice ? 1 : 0) - std::exp(log_p[k]));
          }
        }
        for (int i = 0; estimator == "gumbel_softmax" && i < 2; ++i) {
          Row y;
          double mean = 0;
          for (std::size_t k = 0; k < c.size(); ++k) {
            const int row = i * static_cast<int>(c.size()) + static_cast<int>(k);
            y.push_back(trace.at("actor", "relaxed", j, row));
            mean += y[k] * c[k];
          }
          for (std::size_t k = 0; k < c.size(); ++k) {  // at a temperature of 0.5
            const double own = alpha * (y[k] - std::exp(log_p[k]));
            gradient[k] += (y[k] * (c[k] - mean) / 0.5 - own) / 2;
          }
        }
        for (std::size_t k = 0; k < gradient.size(); ++k) {
          if (estimator == "exact_sum") gradient[k] = std::exp(log_p[k]) * (c[k] - v);
          expect_traced(trace.at("actor", "head_gradient", j, static_cast<int>(k)), gradient[k]);
        }
      }
      expect_norm(trace);
      expect_adam(trace, "actor");
      expect_traced(trace.number("temperature", "entropy"), entropies / trace.batch());
      expect_adam(trace, "temperature");
      expect_polyak(trace, "q_weight");
    }
  }
}

}  // namespace
}  // namespace acp
