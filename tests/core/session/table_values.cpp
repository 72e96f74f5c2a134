// Exact values of a policy, against a solve by sweeps that knows matrices only.
#include "core/session/table_values.h"

#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/env/grid_map.h"
#include "core/session/session.h"
#include "support/sessions.h"

namespace acp {
namespace {

constexpr const char* kMap = "s..g-.x.p-s.c.";
constexpr GridRewards kRewards{.step = -0.04, .goal = 1, .pit = -1};

std::string config_on(const std::string& map, const std::string& more) {
  return "environment=gridworld&gridworld.map=" + map + "&algorithm=a2c&" + more;
}

/// Rows of unlike probabilities.
std::vector<double> some_policy(int states) {
  std::vector<double> policy;
  for (int s = 0; s < states; ++s) {
    const double tilt = 0.05 * (s % 5);
    policy.insert(policy.end(), {0.25 + tilt, 0.25 - tilt, 0.1, 0.4});
  }
  return policy;
}

/// V <- sum_a pi (R - alpha log pi + gamma P V), or its maximum over a where there is no policy.
std::vector<double> swept(const FiniteMdp& mdp, const std::vector<double>* policy, double alpha,
                          double scale) {
  const auto n = static_cast<std::size_t>(mdp.states());
  std::vector<double> V(n);
  for (int sweep = 0; sweep < 3000; ++sweep) {
    for (std::size_t s = 0; s < n; ++s) {
      double mean = 0, best = -INFINITY;
      for (std::size_t a = 0; a < 4; ++a) {
        const auto i = static_cast<Eigen::Index>(s), j = static_cast<Eigen::Index>(a);
        double q = scale * mdp.R(i, j);
        for (std::size_t next = 0; next < n; ++next) {
          q += mdp.gamma * mdp.P[a](i, static_cast<Eigen::Index>(next)) * V[next];
        }
        best = std::max(best, q);
        if (policy == nullptr) continue;
        const double p = (*policy)[4 * s + a];
        if (p > 0) mean += p * (q - alpha * std::log(p));
      }
      V[s] = policy != nullptr ? mean : best;
    }
  }
  return V;
}

void expect_values(const std::string& more, double gamma, double alpha, double scale) {
  SCOPED_TRACE(more);
  const GridMap map = GridMap::parse(kMap);
  const FiniteMdp mdp = make_mdp(map, kRewards, 0.2, gamma);
  const auto policy = some_policy(map.size());
  const TableValues found = table_values(config_on(kMap, more), policy, alpha);
  const auto own = swept(mdp, &policy, alpha, scale), best = swept(mdp, nullptr, 0, scale);
  for (int s = 0; s < map.size(); ++s) {
    const auto i = static_cast<std::size_t>(s);
    if (!map.open(s)) {
      EXPECT_TRUE(std::isnan(found.policy(s)) && std::isnan(found.best(s))) << s;
      continue;
    }
    EXPECT_NEAR(found.policy(s), own[i], 1e-9) << s;
    if (alpha == 0) {
      EXPECT_NEAR(found.best(s), best[i], 1e-9) << s;
    }
    EXPECT_GE(found.best(s), found.policy(s)) << s;
  }
}

TEST(TableValues, AreThoseOfAnIndependentSolve) {
  expect_values("a2c.gamma=0.9", 0.9, 0, 1);
  expect_values("a2c.gamma=0.9&reward_scale=0.1", 0.9, 0, 0.1);
  expect_values("a2c.gamma=0.8", 0.8, 0.3, 1);
  expect_values("a2c.gamma=1", 1, 0, 1);
}

TEST(TableValues, WithoutDiscountingAreOfPoliciesThatEnd) {
  const std::string cliff = "preset=cliff-sarsa";
  const auto states = static_cast<std::size_t>(48);
  std::vector<double> up, uniform(4 * states, 0.25);
  for (std::size_t s = 0; s < states; ++s) up.insert(up.end(), {1, 0, 0, 0});
  EXPECT_NEAR(table_values(cliff, uniform, 0).best(36), -13, 1e-9);
  EXPECT_LT(table_values(cliff, uniform, 0).policy(36), -100);
  const TableValues never = table_values(cliff, up, 0);
  EXPECT_TRUE(std::isnan(never.policy(36)));
  EXPECT_NEAR(never.best(36), -13, 1e-9);
  // Nothing ends from behind a wall.
  const TableValues walled =
      table_values(config_on("sgx.", "a2c.gamma=1"), std::vector<double>(16, 0.25), 0);
  EXPECT_TRUE(std::isnan(walled.best(0)));
}

TEST(TableValues, AreWhatALargeMapNeedsToo) {
  std::string map = "s...........";
  for (int i = 0; i < 10; ++i) map += "-............";
  map += "-...........g";
  const auto values = table_values(config_on(map, ""), some_policy(144), 0);
  EXPECT_TRUE(std::isnan(values.policy(143))) << "the goal has none";
  EXPECT_GE(values.best(0), values.policy(0));
}

TEST(TableValues, RefuseWhatIsNoPolicy) {
  const auto expect_refused = [](const std::string& config, std::vector<double> policy,
                                 double alpha, const std::string& message) {
    try {
      table_values(config, policy, alpha);
      ADD_FAILURE() << message;
    } catch (const std::invalid_argument& error) {
      EXPECT_EQ(error.what(), message);
    }
  };
  const std::string config = config_on("sg", "");
  expect_refused(config, {1, 0, 0}, 0,
                 "policy: 3 numbers, not one for each of 4 actions in each of 2 states");
  expect_refused(config, {1, 0, 0, 0, 1, 0.5, 0, 0}, 0,
                 "policy: probabilities of state 1 have the sum 1.5");
  expect_refused(config, {2, 0, 0, 0, 1, 0, 0, 0}, 0, "policy: 2 is no probability");
  expect_refused(config, {NAN, 0, 0, 0, 1, 0, 0, 0}, 0, "policy: null is no probability");
  expect_refused(config, std::vector<double>(8, 0.25), -1,
                 "alpha: -1 is not a weight of at least 0");
  expect_refused("environment=cart_pole", {}, 0,
                 "environment: cart_pole has no small number of states that are known exactly");
}

}  // namespace
}  // namespace acp
