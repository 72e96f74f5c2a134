#include "core/algo/sac_discrete.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/grad/categorical.h"
#include "support/finite_difference.h"
#include "support/off_policy.h"

namespace acp {
namespace {

constexpr int kChoices = 4;
constexpr TaskShape kTask{3, kChoices, true};

std::unique_ptr<Algorithm> make_sac(const Settings& settings = {}) {
  return sac_discrete_entry().make(*small_config(sac_discrete_entry(), settings), kTask, 1);
}

struct SacState {
  explicit SacState(Algorithm& sac, int critic_count = 2) {
    SavedState saved(sac, kTask);
    critics = saved.critics(critic_count);
    actor = saved.network();
    alpha = saved.number<double>();
  }
  std::vector<SavedState::Critic> critics;
  SavedState::Network actor;
  double alpha;
};

/// sum_a pi(a) (q(a) - alpha log pi(a)) of one column.
double soft_value_of(const Matrix& logits, int j, const std::vector<double>& q, double alpha) {
  double total = 0, value = 0;
  for (const Scalar z : column(logits, j)) total += std::exp(z);
  for (int a = 0; a < kChoices; ++a) {
    const double log_p = logits(a, j) - std::log(total);
    value += std::exp(log_p) * (q[static_cast<std::size_t>(a)] - alpha * log_p);
  }
  return value;
}

/// What counts of one or two critics' values of one state.
std::vector<double> combined(const std::vector<Matrix>& q, int j, bool minimum) {
  std::vector<double> values;
  for (int a = 0; a < kChoices; ++a) {
    const double first = q.front()(a, j), last = q.back()(a, j);
    values.push_back(minimum ? std::min(first, last) : (first + last) / 2);
  }
  return values;
}

TEST(SacDiscrete, TargetsAreThoseOfTheEquation) {
  const Settings variants[] = {{{"twin", "minimum"}}, {{"twin", "average"}}, {{"critics", "1"}}};
  for (const Settings& variant : variants) {
    const int count = variant[0].first == "critics" ? 1 : 2;
    const bool minimum = variant[0].second == "minimum";
    Settings settings{{"gamma", "0.7"},
                      {"tau", "0.2"},
                      {"temperature", "0.3"},
                      {"temperature_learning_rate", "0.01"},
                      {"critic_learning_rate", "0.03"},
                      {"actor_learning_rate", "0.03"}};
    settings.insert(settings.end(), variant.begin(), variant.end());
    const auto sac = make_sac(settings);
    Feed feed(kTask);
    for (int updates = 1; updates <= 20; ++updates) {
      const SacState before(*sac, count);
      metrics_of(*sac);
      feed.until(*sac, updates);
      const Batch& batch = feed.batch();
      const Matrix logits = network_output(before.actor.theta, batch.next_observation, kChoices);
      std::vector<Matrix> next_q, q;
      for (const auto& critic : before.critics) {
        next_q.push_back(network_output(critic.target, batch.next_observation, kChoices));
        q.push_back(network_output(critic.theta, batch.observation, kChoices));
      }
      std::vector<double> next(kBatch);
      for (int j = 0; j < kBatch; ++j) {
        next[static_cast<std::size_t>(j)] =
            soft_value_of(logits, j, combined(next_q, j, minimum), before.alpha);
      }
      const double loss = critic_loss(batch, q, 0.7, next);
      EXPECT_NEAR(metric(*sac, "critic_loss"), loss, 1e-5 * loss)
          << variant[0].second << ", update " << updates;
    }
  }
}

/// The reward of each choice, in a task of one step.
constexpr double kRewards[kChoices] = {0, 0.5, 1, 0.2};
double reward_of(const Matrix& action) { return kRewards[static_cast<int>(action(0, 0))]; }

/// The entropy of the policy once it has learned, and its temperature.
std::pair<double, double> learned_entropy(Settings settings) {
  settings.insert(settings.end(), {{"hidden_units", "16"},
                                   {"batch_size", "32"},
                                   {"critic_learning_rate", "3e-3"},
                                   {"actor_learning_rate", "3e-3"}});
  const auto sac = make_sac(settings);
  interact(*sac, kTask, 5000, true, reward_of);
  metrics_of(*sac);
  interact(*sac, kTask, 1000, true, reward_of, 2);
  return {metric(*sac, "entropy"), SacState(*sac).alpha};
}

double softmax_entropy(double alpha) {
  double total = 0, entropy = 0;
  for (const double r : kRewards) total += std::exp(r / alpha);
  for (const double r : kRewards) entropy -= std::exp(r / alpha) / total * (r / alpha);
  return entropy + std::log(total);
}

TEST(SacDiscrete, BecomesTheSoftmaxOfQOverAFixedTemperature) {
  for (const char* alpha : {"0.2", "0.5"}) {
    const auto [entropy, temperature] =
        learned_entropy({{"tune_temperature", "false"}, {"temperature", alpha}});
    EXPECT_EQ(temperature, std::stod(alpha));
    EXPECT_NEAR(entropy, softmax_entropy(temperature), 0.04);
  }
}

TEST(SacDiscrete, TheEntropyReachesItsTarget) {
  for (const char* share : {"0.3", "0.7"}) {
    const auto [entropy, alpha] =
        learned_entropy({{"target_entropy", share}, {"temperature_learning_rate", "0.01"}});
    EXPECT_NEAR(entropy, std::stod(share) * std::log(kChoices), 0.04) << share;
    EXPECT_NEAR(softmax_entropy(alpha), entropy, 0.1) << share;
  }
}

TEST(SacDiscrete, FindsTheBestChoiceWithEveryEstimator) {
  for (const auto& [estimator, baseline] : {std::pair{"exact_sum", "none"},
                                            {"score_function", "none"},
                                            {"score_function", "leave_one_out"},
                                            {"score_function", "value"},
                                            {"gumbel_softmax", "none"}}) {
    const auto sac = make_sac({{"estimator", estimator},
                               {"baseline", baseline},
                               {"action_samples", "2"},
                               {"tune_temperature", "false"},
                               {"temperature", "0.05"},
                               {"critic_learning_rate", "3e-3"},
                               {"actor_learning_rate", "3e-3"}});
    interact(*sac, kTask, 3000, true, reward_of);
    Matrix observation(3, 1), action(1, 1);
    sac->make_actor(1)->act(observation, action, nullptr);
    EXPECT_EQ(action(0, 0), 2) << estimator << ", " << baseline;
    EXPECT_LT(metric(*sac, "entropy"), 1.2) << estimator << ", " << baseline;
  }
}

TEST(SacDiscrete, TheActorsStepLeavesTheCriticsAlone) {
  const auto slow = make_sac({{"actor_learning_rate", "1e-6"}});
  const auto fast = make_sac({{"actor_learning_rate", "0.1"}, {"estimator", "score_function"}});
  for (auto* each : {slow.get(), fast.get()}) Feed(kTask).until(*each, 1);
  const SacState a(*slow), b(*fast);
  EXPECT_FALSE(same_bits(a.actor.theta, b.actor.theta));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_TRUE(same_bits(a.critics[i].theta, b.critics[i].theta));
    EXPECT_TRUE(same_bits(a.critics[i].target, b.critics[i].target));
  }
}

TEST(SacDiscrete, TuneAdoptsLiveParameters) {
  const Settings fixed{{"tune_temperature", "false"}, {"temperature", "0.5"}};
  const auto sac = make_sac(fixed);
  auto changed = small_config(sac_discrete_entry(), fixed);
  EXPECT_EQ(set_parameter(*changed, "temperature", "0.25"), "");
  EXPECT_EQ(set_parameter(*changed, "updates_per_iteration", "3"), "");
  sac_discrete_entry().tune(*sac, *changed);
  EXPECT_EQ(SacState(*sac).alpha, 0.25);
  EXPECT_EQ(interact(*sac, kTask, kWarmUp), 3);
}

TEST(SacDiscrete, TuneAdoptsAnotherEstimator) {
  const auto tuned = make_sac(), untouched = make_sac();
  sac_discrete_entry().tune(*tuned,
                            *small_config(sac_discrete_entry(), {{"estimator", "score_function"}}));
  for (auto* each : {tuned.get(), untouched.get()}) Feed(kTask).until(*each, 1);
  const SacState a(*tuned), b(*untouched);
  EXPECT_TRUE(same_bits(a.critics[0].theta, b.critics[0].theta));
  EXPECT_FALSE(same_bits(a.actor.theta, b.actor.theta));
}

TEST(SacDiscrete, RefusesWhatCannotBe) {
  const auto complaint = [](const Settings& settings) {
    const auto config = sac_discrete_entry().make_config();
    for (const auto& [name, value] : settings) {
      EXPECT_EQ(set_parameter(*config, name, value), "");
    }
    const Complaint whole = config->check();
    return whole.substr(0, whole.find(':'));
  };
  EXPECT_EQ(complaint({}), "");
  EXPECT_EQ(complaint({{"temperature", "0"}}), "sac_discrete.temperature");
  EXPECT_EQ(complaint({{"temperature", "0"}, {"tune_temperature", "false"}}), "");
  EXPECT_EQ(complaint({{"estimator", "score_function"}, {"baseline", "leave_one_out"}}),
            "sac_discrete.action_samples");
  EXPECT_NE(sac_discrete_entry().accepts({3, 1}).find("use sac"), std::string::npos);
}

#ifdef ACP_DOUBLE

TEST(SacDiscreteGradient, OfTheActorAgreesWithFiniteDifferences) {
  // Of the mean soft value, with the critics as their own step has left them.
  for (const char* twin : {"minimum", "average"}) {
    const auto sac = make_sac({{"twin", twin}, {"temperature", "0.3"}});
    const SacState before(*sac);
    Feed feed(kTask);
    feed.until(*sac, 1);
    const SacState after(*sac);
    const Matrix& observations = feed.batch().observation;
    std::vector<Matrix> q;
    for (const auto& critic : after.critics) {
      q.push_back(network_output(critic.theta, observations, kChoices));
    }
    Buffer theta = before.actor.theta;
    expect_gradient(theta, after.actor.gradient(), [&] {
      const Matrix logits = network_output(theta, observations, kChoices);
      double sum = 0;
      for (int j = 0; j < kBatch; ++j) {
        sum += soft_value_of(logits, j, combined(q, j, std::string(twin) == "minimum"), 0.3);
      }
      return -sum / kBatch;
    });
  }
}

#endif

}  // namespace
}  // namespace acp
