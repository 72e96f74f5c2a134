// What traces of deterministic policies and of Q-learning say, computed again from their parts.
#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "support/traces.h"

namespace acp {
namespace {

TEST(TraceDpg, FollowsFromItsParts) {
  const std::string small =
      "environment=reacher&algorithm=dpg&dpg.batch_size=6&dpg.hidden_units=8&dpg.warmup_steps=20";
  for (const bool smoothed : {false, true}) {
    const auto trace =
        trace_after(40, small + (smoothed ? "&dpg.critics=2&dpg.target_noise=0.4" : ""));
    const int d = trace.rows("action", "action");
    for (int j = 0; j < trace.batch(); ++j) {
      for (int i = 0; i < d; ++i) {
        double a = trace.at("next_action", "mu_next", j, i);
        if (smoothed) {
          const double noise = 0.4 * trace.at("next_action", "epsilon_next", j, i);
          a = std::clamp(a + std::clamp(noise, -0.5, 0.5), -1.0, 1.0);
        }
        expect_traced(trace.at("next_action", "a_next", j, i), a);
        const double action = std::tanh(trace.at("action", "mu", j, i));
        expect_traced(trace.at("action", "action", j, i), action);
        expect_traced(trace.at("actor", "head_gradient", j, i),
                      trace.at("actor", "dq_da", j, i) * (1 - action * action));
      }
      double q = trace.at("target", "q_target", j);
      if (smoothed) q = std::min(q, trace.at("target", "q_target", j, 1));
      expect_traced(trace.at("target", "q_next", j), q);
      const double goes_on = 1 - trace.at("sample", "terminated", j);
      expect_traced(trace.at("target", "y", j),
                    trace.at("sample", "r", j) + trace.number("target", "gamma") * goes_on * q);
    }
    expect_fit(trace);
    expect_adam(trace, "critic");
    expect_norm(trace);
    expect_adam(trace, "actor");
    expect_polyak(trace, "q_weight");
    expect_polyak(trace, "mu_weight");
  }
}

TEST(TraceDpg, MovesItsActorOnlyNowAndThen) {
  Session session("environment=pendulum&algorithm=dpg&dpg.policy_delay=3&dpg.warmup_steps=20");
  for (int i = 1; i <= 7; ++i) {
    const ReadTrace trace(session.trace());
    for (const auto& [line, name] : {std::pair("actor", "adam"), std::pair("targets", "tau")}) {
      EXPECT_EQ(trace.has(line, name), i % 3 == 0) << i;
    }
    EXPECT_TRUE(trace.has("critic", "adam"));
  }
}

TEST(TraceDqn, FollowsFromItsParts) {
  const std::string small =
      "environment=acrobot&algorithm=dqn&dqn.batch_size=6&dqn.hidden_units=8&dqn.warmup_steps=20";
  for (const bool twice : {false, true}) {
    const auto trace = trace_after(40, small + (twice ? "&dqn.double_q=true" : ""));
    for (int j = 0; j < trace.batch(); ++j) {
      int best = 0;
      for (int k = 1; k < trace.rows("target", "q_target"); ++k) {
        const char* by = twice ? "q_select" : "q_target";
        if (trace.at("target", by, j, k) > trace.at("target", by, j, best)) best = k;
      }
      const double goes_on = 1 - trace.at("sample", "terminated", j);
      expect_traced(trace.at("target", "y", j),
                    trace.at("sample", "r", j) + trace.number("target", "gamma") * goes_on *
                                                     trace.at("target", "q_target", j, best));
    }
    expect_fit(trace);
    expect_adam(trace, "critic");
    expect_polyak(trace, "q_weight");
  }
}

TEST(TraceTabularQ, FollowsFromItsParts) {
  for (const std::string target : {"maximum", "expectation", "next_action"}) {
    Session session("environment=gridworld&algorithm=tabular_q&tabular_q.target=" + target);
    session.train(500, kForever);
    for (int i = 0; i < 20; ++i) {
      const ReadTrace trace(session.trace());
      Row q;
      for (int k = 0; k < trace.rows("target", "q_next"); ++k) {
        q.push_back(trace.at("target", "q_next", 0, k));
      }
      double next = *std::max_element(q.begin(), q.end());
      if (target == "expectation") {
        double mean = 0;
        for (const double each : q) mean += each / static_cast<double>(q.size());
        const double epsilon = trace.number("target", "epsilon");
        next = (1 - epsilon) * next + epsilon * mean;
      }
      if (target == "next_action") {
        next = q[static_cast<std::size_t>(trace.at("target", "a_next", 0))];
      }
      const double y = trace.at("act", "r", 0) + trace.number("target", "gamma") *
                                                     (1 - trace.at("act", "terminated", 0)) * next;
      expect_traced(trace.at("target", "y", 0), y);
      const auto part = [&](const char* key) { return trace.number("critic", "q", key); };
      expect_traced(trace.at("critic", "error", 0), y - part("before"));
      expect_traced(part("after"), part("before") + part("rate") * (y - part("before")));
      EXPECT_EQ(trace.at("act", "s", 0, static_cast<int>(part("state"))), 1);
      EXPECT_EQ(trace.at("act", "a", 0), part("action"));
    }
  }
}

}  // namespace
}  // namespace acp
