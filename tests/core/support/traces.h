#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/session/session.h"
#include "support/sessions.h"

namespace acp {

using Row = std::vector<double>;

/// By how much what is computed again may differ, of numbers about as large as 1.
inline constexpr double kTraceTolerance = sizeof(Scalar) == sizeof(double) ? 1e-10 : 2e-5;

inline void expect_traced(double actual, double expected, double scale = 1) {
  EXPECT_NEAR(actual, expected, kTraceTolerance * (scale + std::abs(expected)));
}

/// What an update has computed.
class ReadTrace {
 public:
  explicit ReadTrace(const std::string& text) : trace_(nlohmann::json::parse(text)) {}

  const nlohmann::json& json() const { return trace_; }
  int batch() const { return trace_.at("batch").get<int>(); }

  const nlohmann::json& entry(std::string_view line, std::string_view name) const {
    const auto* found = find(line, name);
    if (found != nullptr) return *found;
    throw std::out_of_range("no " + std::string(name) + " in line " + std::string(line));
  }
  bool has(std::string_view line, std::string_view name) const { return find(line, name); }
  /// A number of an entry: `value` of one for the whole batch.
  double number(std::string_view line, std::string_view name, const char* key = "value") const {
    return entry(line, name).at(key).get<double>();
  }
  int rows(std::string_view line, std::string_view name) const {
    return static_cast<int>(entry(line, name).at("values").size());
  }
  double at(std::string_view line, std::string_view name, int column, int row = 0) const {
    return entry(line, name).at("values").at(index(row)).at(index(column)).get<double>();
  }
  Row row(std::string_view line, std::string_view name, int row = 0) const {
    return entry(line, name).at("values").at(index(row)).get<Row>();
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }

  const nlohmann::json* find(std::string_view line, std::string_view name) const {
    for (const auto& each : trace_.at("entries")) {
      if (each.at("line") == line && each.at("name") == name) return &each;
    }
    return nullptr;
  }
  nlohmann::json trace_;
};

/// The trace of a later update, when estimates and moments are no longer those of the start.
inline ReadTrace trace_after(int updates, const std::string& config) {
  Session session(config + "&evaluate_every=0");
  for (int i = 0; i < updates; ++i) session.trace();
  return ReadTrace(session.trace());
}

/// Whether Adam's step follows from its parts.
inline void expect_adam(const ReadTrace& trace, const char* line) {
  const auto part = [&](const char* key) { return trace.number(line, "adam", key); };
  const double g = part("gradient"), beta1 = part("beta1"), beta2 = part("beta2");
  const double m = beta1 * part("m_before") + (1 - beta1) * g;
  const double v = beta2 * part("v_before") + (1 - beta2) * g * g;
  expect_traced(part("m"), m, std::abs(m));
  expect_traced(part("v"), v, std::abs(v));
  const double m_hat = m / (1 - std::pow(beta1, part("step")));
  const double v_hat = v / (1 - std::pow(beta2, part("step")));
  const double step = part("rate") * m_hat / (std::sqrt(v_hat) + part("epsilon"));
  EXPECT_NE(step, 0) << line;
  expect_traced(part("after"), part("before") - step, std::abs(part("before")));
}

/// Whether a target's weight follows its source by tau.
inline void expect_polyak(const ReadTrace& trace, const char* name) {
  const double tau = trace.number("targets", "tau");
  const auto part = [&](const char* key) { return trace.number("targets", name, key); };
  expect_traced(part("after"), (1 - tau) * part("before") + tau * part("source"));
}

/// Whether errors, their mean square over the batch and all critics, are those of q and y.
inline void expect_fit(const ReadTrace& trace) {
  double squares = 0;
  for (int i = 0; i < trace.rows("critic", "q"); ++i) {
    for (int j = 0; j < trace.batch(); ++j) {
      const double error = trace.at("critic", "q", j, i) - trace.at("target", "y", j);
      expect_traced(trace.at("critic", "error", j, i), error);
      squares += error * error;
    }
  }
  const double loss = squares / trace.batch();
  expect_traced(trace.number("critic", "loss"), loss, loss);
}

/// Of all gradients of a line, the root mean square over the batch of their lengths.
inline void expect_norm(const ReadTrace& trace) {
  double squares = 0;
  for (int i = 0; i < trace.rows("actor", "head_gradient"); ++i) {
    for (const double g : trace.row("actor", "head_gradient", i)) squares += g * g;
  }
  expect_traced(trace.number("actor", "head_gradient_norm"), std::sqrt(squares / trace.batch()), 0);
}

}  // namespace acp
