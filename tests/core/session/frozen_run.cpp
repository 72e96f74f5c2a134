// The gradient lab on a frozen run, through the session.
#include <cmath>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/env/lqr_solution.h"
#include "core/session/session.h"
#include "support/forever.h"
#include "support/statistics.h"

namespace acp {
namespace {

using nlohmann::json;

std::string small(const std::string& environment, const std::string& algorithm,
                  const std::string& more = "") {
  std::string text = "environment=" + environment + "&algorithm=" + algorithm;
  for (const char* pair : {"hidden_units=16", "batch_size=32", "warmup_steps=100"}) {
    text += "&" + algorithm + "." + pair;
  }
  return text + more;
}

Session trained(const std::string& config, int steps) {
  Session session(config);
  session.train(steps, kForever);
  return session;
}

json measured(Laboratory& lab, const std::string& config, int repeats) {
  lab.measure(config, repeats, kForever);
  return json::parse(lab.result(config));
}

struct Look {
  const char* name;
  const char* environment;
  const char* algorithm;
  const char* more;  ///< of the configuration
  const char* task;
};

void PrintTo(const Look& look, std::ostream* out) { *out << look.name; }

class FrozenRunOf : public testing::TestWithParam<Look> {
 protected:
  Session session_ =
      trained(small(GetParam().environment, GetParam().algorithm, GetParam().more), 1000);
};

TEST_P(FrozenRunOf, EstimatesMeetTheExactGradient) {
  Laboratory lab = session_.laboratory(GetParam().task);
  const json about = json::parse(lab.describe());
  ASSERT_TRUE(about["exact"].is_array());
  for (const char* config :
       {"samples=4&baseline=leave_one_out", "baseline=value", "baseline=optimal", "samples=2"}) {
    const json result = measured(lab, config, 40'000);
    for (std::size_t i = 0; i < about["exact"].size(); ++i) {
      const double error = result["mean_standard_error"][i];
      EXPECT_LT(std::abs(result["mean"][i].get<double>() - about["exact"][i].get<double>()),
                kLargestZ * error + 2 * about["exact_error"].get<double>() + 1e-5)
          << config << " " << i;
    }
  }
}

TEST_P(FrozenRunOf, EstimatesOfThetaMeetTheirReference) {
  Laboratory lab = session_.laboratory(GetParam().task);
  const json result = measured(lab, "space=theta&samples=4&baseline=leave_one_out", 2000);
  const double bias = result["bias_squared"], error = result["bias_squared_standard_error"];
  EXPECT_LT(std::abs(bias), kLargestZ * error + 1e-9);
  EXPECT_GT(result["total_variance"].get<double>(), 0);
  EXPECT_TRUE(result["plane"]["exact"].get<bool>());
  EXPECT_EQ(result["repeats"], 2000);
  EXPECT_TRUE(result["mean"].empty());

  const std::string rows = "space=theta&baseline=value";
  measured(lab, rows, 400);
  const auto recent = lab.recent(rows);
  ASSERT_EQ(recent.size(), 400U * 4);
  Moments along, across;
  for (std::size_t i = 0; i < recent.size(); i += 4) {
    EXPECT_TRUE(std::isnan(recent[i]) && std::isnan(recent[i + 1]));
    along.add(recent[i + 2]);
    across.add(recent[i + 3]);
  }
  const double length = result["plane"]["reference_length"];
  EXPECT_LT(std::abs(along.mean() - length), kLargestZ * along.standard_error() + 1e-6 * length);
  EXPECT_LT(std::abs(across.mean()), kLargestZ * across.standard_error());
  EXPECT_GT(across.standard_error(), 0);
}

TEST_P(FrozenRunOf, LookingChangesNothing) {
  const std::string before = session_.digest();
  const auto saved = session_.save();
  Laboratory lab = session_.laboratory(GetParam().task);
  measured(lab, "space=theta", 16);
  measured(lab, "", 16);
  EXPECT_EQ(session_.digest(), before);
  EXPECT_EQ(session_.save(), saved);
}

std::string refusal(const Session& session, const std::string& task) {
  try {
    (void)session.laboratory(task);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(FrozenRunErrors, SayWhatIsWrongAndWhatElseThereIs) {
  const Session fresh(small("pendulum", "sac"));
  EXPECT_EQ(refusal(fresh, ""),
            "states: nothing is stored yet to replay; train first, or use states=grid");
  EXPECT_EQ(refusal(fresh, "states=grid"), "");
  EXPECT_EQ(refusal(fresh, "states=grid&objective=oracle"),
            "objective: oracle needs an exact Q, which pendulum does not have for this policy; use "
            "critic");
  EXPECT_EQ(refusal(fresh, "states=grid&batch=4&state=4"), "state: 4 is outside [0, 3]");
  EXPECT_NE(refusal(fresh, "batch=0").find("batch: 0 is outside [1, 256]"), std::string::npos);
  EXPECT_NE(refusal(fresh, "stats=grid").find("stats: "), std::string::npos);
  for (const char* id : {"a2c", "reinforce"}) {
    const Session other("environment=pendulum&algorithm=" + std::string(id));
    EXPECT_EQ(refusal(other, "").find("algorithm: " + std::string(id) + " has no stochastic"), 0U);
  }
}

TEST(FrozenRunOracle, OfTheRegulatorHasTheUnitsOfTheNetworks) {
  // One state s fixes the gain: K = -a / s.
  constexpr double kScale = 0.1, kGamma = 0.9;
  const Session session = trained(small("lqr", "sac",
                                        "&normalise_observations=true&reward_scale=0.1&"
                                        "sac.gamma=0.9"),
                                  1500);
  const json about =
      json::parse(session.laboratory("objective=oracle&states=grid&batch=1&alpha=0").describe());
  const double mu = about["phi"][0], log_sigma = about["phi"][1];
  const double s = 3 * about["moment"]["state"][0].get<double>();
  const auto one = [](double x) { return Eigen::MatrixXd::Constant(1, 1, x); };
  const LinearQuadratic problem{one(0.9), one(0.5), one(1), one(0.2), one(0.01), kGamma};
  const double sigma = 4 * std::exp(log_sigma) * (1 - std::tanh(mu) * std::tanh(mu));
  const auto cost = cost_of(problem, {one(-4 * std::tanh(mu) / s), sigma});
  const auto expected = [&](double mean, double spread) {
    double sum = 0, weights = 0;
    for (int k = -4000; k <= 4000; ++k) {
      const double eps = k / 500.0, weight = std::exp(-0.5 * eps * eps);
      const double a = 4 * std::tanh(mean + std::exp(spread) * eps);
      sum += weight * kScale *
             action_value(problem, cost, Eigen::VectorXd::Constant(1, s),
                          Eigen::VectorXd::Constant(1, a));
      weights += weight;
    }
    return sum / weights;
  };
  constexpr double h = 1e-4;
  EXPECT_NEAR(about["value"].get<double>(), expected(mu, log_sigma), 1e-4);
  EXPECT_NEAR(about["exact"][0].get<double>(),
              (expected(mu + h, log_sigma) - expected(mu - h, log_sigma)) / (2 * h), 1e-4);
  EXPECT_NEAR(about["exact"][1].get<double>(),
              (expected(mu, log_sigma + h) - expected(mu, log_sigma - h)) / (2 * h), 1e-4);
  EXPECT_EQ(about["moment"]["oracle_exact"], about["exact"]);
}

TEST(FrozenRunOracle, TellsTheCriticsErrorFromTheEstimators) {
  const Session session = trained(small("bandit", "sac"), 1000);
  const json critic = json::parse(session.laboratory("batch=2&alpha=0").describe());
  const json oracle =
      json::parse(session.laboratory("batch=2&alpha=0&objective=oracle").describe());
  EXPECT_EQ(critic["moment"]["oracle_exact"], oracle["exact"]);
  EXPECT_NE(critic["exact"], oracle["exact"]);
}

TEST(FrozenRunMemory, TheOldestMeasurementsMakeRoomForWhatIsLarge) {
  const Session session(
      "environment=pendulum&sac.hidden_units=256&sac.hidden_layers=4&sac.critics=1");
  Laboratory lab = session.laboratory("states=grid&batch=1");
  constexpr int kCount = 14;  // of 32 MB each
  const auto config = [](int seed) { return "space=theta&seed=" + std::to_string(seed); };
  for (int seed = 1; seed <= kCount; ++seed) lab.measure(config(seed), 1, kForever);
  EXPECT_EQ(lab.measure(config(kCount), 0, kForever), 1) << "the latest are kept";
  EXPECT_EQ(lab.measure(config(kCount - 1), 0, kForever), 1);
  EXPECT_EQ(lab.measure(config(1), 0, kForever), 0) << "the oldest is made anew";
}

TEST(FrozenRunOracle, OfAStepHasNoUnbiasedSlope) {
  const auto unbiased = [](const char* objective, const std::string& task) {
    const auto bandit = std::string("&bandit.objective=") + objective;
    const Session session = trained(small("bandit", "sac", bandit), 200);
    Laboratory lab = session.laboratory("batch=2&" + task);
    return measured(lab, "estimator=reparameterization", 64)["unbiased"].get<bool>();
  };
  EXPECT_FALSE(unbiased("step", "objective=oracle"));
  EXPECT_TRUE(unbiased("step", "objective=critic"));
  EXPECT_TRUE(unbiased("bimodal", "objective=oracle"));
}

INSTANTIATE_TEST_SUITE_P(
    All, FrozenRunOf,
    testing::Values(
        Look{"critic", "pendulum", "sac", "", "state=3"},
        Look{"no_entropy", "pendulum", "q_actor_critic", "", "batch=8&states=grid"},
        Look{"normalised", "lqr", "sac", "&normalise_observations=true&reward_scale=0.1",
             "objective=oracle&batch=16"},
        Look{"two_dimensions", "lqr", "sac", "&lqr.dimensions=2", "objective=oracle&batch=4"},
        Look{"bandit", "bandit", "sac", "&bandit.objective=bimodal",
             "objective=oracle&batch=4&alpha=0.3"},
        Look{"choices", "gridworld", "sac_discrete", "", "batch=16&state=15"},
        Look{"choices_oracle", "gridworld", "sac_discrete", "", "objective=oracle"}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace acp
