// What traces of A2C and REINFORCE say, computed again from their parts.
#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "support/traces.h"

namespace acp {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

/// G of one step, from the definition; v_next beyond `n` steps, the episode or the rollout.
double discounted(const ReadTrace& trace, int t, int end, int n, bool bootstraps) {
  const double gamma = trace.number("target", "gamma");
  double sum = 0, factor = 1;
  for (int k = t;; ++k) {
    sum += factor * trace.at("sample", "r", k);
    factor *= gamma;
    if (trace.at("sample", "terminated", k) == 1) return sum;
    const bool over = k + 1 == end || k + 1 == t + n || trace.at("sample", "truncated", k) == 1;
    if (over) return sum + (bootstraps ? factor * trace.at("value", "v_next", k) : 0);
  }
}

/// A of one step, from the definition as a sum of temporal-difference errors.
double generalised(const ReadTrace& trace, int t, int end, double lambda) {
  const double gamma = trace.number("target", "gamma");
  double sum = 0, factor = 1;
  for (int k = t; k < end; ++k) {
    const bool terminated = trace.at("sample", "terminated", k) == 1;
    const double next = terminated ? 0 : trace.at("value", "v_next", k);
    sum += factor * (trace.at("sample", "r", k) + gamma * next - trace.at("value", "v", k));
    factor *= gamma * lambda;
    if (terminated || trace.at("sample", "truncated", k) == 1) break;
  }
  return sum;
}

void expect_value_fit(const ReadTrace& trace) {
  double squares = 0;
  for (int j = 0; j < trace.batch(); ++j) {
    const double error = trace.at("value", "v", j) - trace.at("target", "return", j);
    expect_traced(trace.at("critic", "error", j), error, 10);
    squares += error * error;
  }
  expect_traced(trace.number("critic", "loss"), squares / trace.batch());
  expect_adam(trace, "critic");
}

/// Gradients of w log pi + beta H in the head.
void expect_gaussian(const ReadTrace& trace, double beta) {
  const int d = trace.rows("sample", "a");
  for (int j = 0; j < trace.batch(); ++j) {
    const double w = trace.at("actor", "w", j);
    for (int i = 0; i < d; ++i) {
      const double sigma = std::exp(std::clamp(trace.at("actor", "head", j, d + i), -20.0, 2.0));
      const double z = (trace.at("sample", "a", j, i) - trace.at("actor", "head", j, i)) / sigma;
      expect_traced(trace.at("actor", "head_gradient", j, i), w * z / sigma);
      expect_traced(trace.at("actor", "head_gradient", j, d + i), w * (z * z - 1) + beta);
    }
  }
}

void expect_categorical(const ReadTrace& trace, double beta) {
  const int choices = trace.rows("actor", "head");
  for (int j = 0; j < trace.batch(); ++j) {
    double sum = 0, entropy = 0;
    for (int k = 0; k < choices; ++k) sum += std::exp(trace.at("actor", "head", j, k));
    Row log_p;
    for (int k = 0; k < choices; ++k) {
      log_p.push_back(trace.at("actor", "head", j, k) - std::log(sum));
      entropy -= std::exp(log_p.back()) * log_p.back();
    }
    for (int k = 0; k < choices; ++k) {
      const double p = std::exp(log_p[index(k)]), w = trace.at("actor", "w", j);
      const double taken = trace.at("sample", "a", j) == k ? w : 0;
      expect_traced(trace.at("actor", "head_gradient", j, k),
                    taken - w * p - beta * p * (log_p[index(k)] + entropy));
    }
  }
}

TEST(TraceA2c, FollowsFromItsParts) {
  constexpr int kSteps = 7;
  const std::string small =
      "&algorithm=a2c&a2c.environments=3&a2c.steps=7&a2c.hidden_units=8"
      "&a2c.entropy_weight=0.02";
  for (const std::string environment : {"reacher", "cart_pole"}) {
    for (const bool generalise : {false, true}) {
      const auto trace =
          trace_after(5, "environment=" + environment + small +
                             (generalise ? "&a2c.advantage=generalised&a2c.lambda=0.8"
                                         : "&a2c.advantage=n_step&a2c.n=3"));
      ASSERT_EQ(trace.batch(), 3 * kSteps);
      for (int j = 0; j < trace.batch(); ++j) {
        const int end = (j / kSteps + 1) * kSteps;
        const double v = trace.at("value", "v", j);
        const double advantage =
            generalise ? generalised(trace, j, end, 0.8) : discounted(trace, j, end, 3, true) - v;
        expect_traced(trace.at("target", "advantage", j), advantage, 10);
        expect_traced(trace.at("target", "return", j), advantage + v, 10);
        expect_traced(trace.at("actor", "w", j), trace.at("target", "advantage", j) / 21);
      }
      expect_value_fit(trace);
      const auto score = environment == "reacher" ? expect_gaussian : expect_categorical;
      score(trace, 0.02 / 21);
      expect_adam(trace, "actor");
    }
  }
}

TEST(TraceA2c, ShortensGradientsAsTheirNormsSay) {
  const auto trace = trace_after(
      5, "environment=cart_pole&algorithm=a2c&a2c.hidden_layers=0&a2c.gradient_norm=0.01");
  const double norm = trace.number("critic", "gradient_norm");
  ASSERT_GT(norm, 0.01);
  double largest = 0;
  for (int i = -1; i < trace.rows("sample", "s"); ++i) {
    double sum = 0;
    for (int j = 0; j < trace.batch(); ++j) {
      const double input = i < 0 ? 1 : trace.at("sample", "s", j, i);
      sum += 2 * trace.at("critic", "error", j) * input / trace.batch();
    }
    largest = std::max(largest, std::abs(sum));
  }
  expect_traced(std::abs(trace.number("critic", "adam", "gradient")), largest * 0.01 / norm);
}

TEST(TraceReinforce, FollowsFromItsParts) {
  const std::string small =
      "environment=cart_pole&algorithm=reinforce&reinforce.episodes_per_update=8"
      "&reinforce.hidden_units=8";
  for (const std::string baseline : {"none", "mean", "value"}) {
    for (const bool normalised : {false, true}) {
      const auto trace =
          trace_after(3, small + "&reinforce.baseline=" + baseline +
                             (normalised ? "&reinforce.normalise_advantages=true" : ""));
      ASSERT_GT(trace.batch(), 128);  // more than goes through a network at once
      const bool learned = baseline == "value";
      double mean = 0, square = 0, returns = 0;
      for (int j = 0; j < trace.batch(); ++j) {
        const double g = discounted(trace, j, trace.batch(), trace.batch(), learned);
        expect_traced(trace.at("target", "return", j), g, 100);
        const double b = trace.at("target", "baseline", j);
        if (baseline != "mean") {
          EXPECT_EQ(b, learned ? trace.at("value", "v", j) : 0);
        }
        const double advantage = trace.at("target", "advantage", j);
        expect_traced(advantage, trace.at("target", "return", j) - b, 10);
        mean += advantage / trace.batch();
        square += advantage * advantage / trace.batch();
        returns += trace.at("target", "return", j) / trace.batch();
      }
      const double n = trace.batch();
      const double deviation = std::sqrt((square - mean * mean) * n / (n - 1));
      for (int j = 0; j < trace.batch(); ++j) {
        const double advantage = trace.at("target", "advantage", j);
        const double w = normalised ? (advantage - mean) / deviation : advantage;
        expect_traced(trace.at("actor", "w", j), w / 8);
      }
      expect_categorical(trace, 0);
      expect_adam(trace, "actor");
      if (learned) expect_value_fit(trace);
      EXPECT_EQ(trace.has("critic", "adam"), learned);
      EXPECT_EQ(trace.has("mean", "mean"), baseline == "mean");
      if (baseline != "mean") continue;
      const double before = trace.number("mean", "mean", "before");
      expect_traced(trace.number("mean", "mean", "after"), before + 0.1 * (returns - before));
      expect_traced(trace.at("target", "baseline", 0), before);
    }
  }
}

}  // namespace
}  // namespace acp
