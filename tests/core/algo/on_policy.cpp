// Whole updates of A2C and REINFORCE against gradients by hand. Mutations that fail here:
//
//     rollout.h      the steps of several environments side by side
//     a2c.cpp        `truncated`, `terminated` or the rewards of environment 0 for all; the entropy
//                    weight, the advantage or the critic's loss not divided by the rollout; either
//                    clip left out; the actor's step size for the critic; V left out of the
//                    advantage, or of the target of generalised ones; n left out
//     reinforce.cpp  an unfinished episode not counted; weights divided by steps, not by episodes;
//                    the baseline left out; the running mean set to the last, or growing; V of the
//                    last state where V is not learned, or not where it is; one batch of states
//                    for all
#include "support/on_policy.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/algo/a2c.h"
#include "core/algo/reinforce.h"
#include "core/base/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kContinuous{3, 2}, kDiscrete{3, 4, true};
constexpr double kGamma = 0.8, kActorRate = 0.01, kCriticRate = 0.03;
/// Of metrics, against double.
constexpr double kTolerance = 1e-5;

Settings with_rates(const Settings& more) {
  Settings settings{{"gamma", "0.8"},
                    {"activation", "tanh"},
                    {"actor_learning_rate", "0.01"},
                    {"critic_learning_rate", "0.03"}};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

/// The networks of an algorithm between two rollouts.
struct Networks {
  /// `counters`: bytes between the rollout and the actor.
  Networks(Algorithm& algorithm, std::size_t counters) {
    SavedParts saved(algorithm);
    saved.skip(SavedParts::kStreamBytes);
    EXPECT_EQ(saved.number<int>(), 0);  // steps in the rollout
    saved.skip(counters);
    actor = saved.network();
    critic = saved.network();
  }
  SavedParts::Network actor, critic;
};

/// What both algorithms do with the steps of an update, their weights and their returns.
class Expected {
 public:
  Expected(const TaskShape& task, const Networks& before)
      : task_(task),
        actor_(task.observation_size, task.discrete ? task.action_size : 2 * task.action_size),
        critic_(task.observation_size, 1),
        theta_(numbers_of(before.actor)),
        critic_theta_(numbers_of(before.critic)) {}

  double value(const Buffer& observation) const { return critic_(critic_theta_, observation)[0]; }

  void add(const Step& step, double weight, double target) {
    steps_.push_back(step);
    weights_.push_back(weight);
    targets_.push_back(target);
  }

  /// Expects a step along sum_j w_j log pi(a_j|s_j) + beta sum_j H; returns the gradient's length.
  double expect_actor(const Networks& before, const Networks& after, double beta, double clip) {
    const Buffer gradient = after.actor.gradient_after(before.actor);
    return expect_gradient_of(theta_, gradient, clip, [&] {
      double loss = 0;
      for (std::size_t j = 0; j < steps_.size(); ++j) {
        const auto [log_prob, entropy] = density_at(j);
        loss -= weights_[j] * log_prob + beta * entropy;
      }
      return loss;
    });
  }
  /// Expects a step against mean (V(s_j) - target_j)^2; returns the gradient's length.
  double expect_critic(const Networks& before, const Networks& after, double clip) {
    const Buffer gradient = after.critic.gradient_after(before.critic);
    return expect_gradient_of(critic_theta_, gradient, clip, [&] { return value_loss(); });
  }

  double value_loss() const {
    return mean(
        [&](std::size_t j) { return std::pow(value(steps_[j].observation) - targets_[j], 2); });
  }
  double mean_entropy() const {
    return mean([&](std::size_t j) { return density_at(j).entropy; });
  }
  double mean_value() const {
    return mean([&](std::size_t j) { return value(steps_[j].observation); });
  }
  double mean_target() const {
    return mean([&](std::size_t j) { return targets_[j]; });
  }

 private:
  HeadDensity density_at(std::size_t j) const {
    return density(task_, actor_(theta_, steps_[j].observation), steps_[j].action);
  }
  template <class Of>
  double mean(Of&& of) const {
    double sum = 0;
    for (std::size_t j = 0; j < steps_.size(); ++j) sum += of(j);
    return sum / static_cast<double>(steps_.size());
  }

  TaskShape task_;
  Perceptron actor_, critic_;
  Numbers theta_, critic_theta_;
  Steps steps_;
  Numbers weights_, targets_;
};

void expect_metrics(Algorithm& algorithm, const Numbers& expected) {
  const auto measured = metrics_of(algorithm);
  ASSERT_EQ(measured.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const char* name = algorithm.metrics()[i].name;
    if (std::isnan(expected[i])) {
      EXPECT_TRUE(std::isnan(measured[i])) << name;
    } else {
      EXPECT_NEAR(measured[i], expected[i], kTolerance * (1 + std::abs(expected[i]))) << name;
    }
  }
}

void expect_rates(const Networks& before, const Networks& after, bool critic) {
  EXPECT_NEAR(longest_way(before.actor, after.actor), kActorRate, 1e-3 * kActorRate);
  const double rate = critic ? kCriticRate : 0;
  EXPECT_NEAR(longest_way(before.critic, after.critic), rate, 1e-3 * rate);
}

struct A2cCase {
  const char* name;
  TaskShape task;
  Settings settings;
  int n;          ///< of n-step returns; 0: generalised advantages
  double lambda;  ///< of those
  double beta;
  double clip;
};
void PrintTo(const A2cCase& each, std::ostream* out) { *out << each.name; }

class A2cUpdate : public testing::TestWithParam<A2cCase> {};

TEST_P(A2cUpdate, IsThatComputedByHand) {
  const auto& [name, task, settings, n, lambda, beta, clip] = GetParam();
  constexpr int kSteps = 4;
  constexpr double kSize = 2 * kSteps;
  const Settings all = with_rates(settings);
  const auto a2c = a2c_entry().make(*small_config(a2c_entry(), all), task, 1);
  Rng rng(1, Stream::environment);
  for (const bool first : {true, false}) {
    const Networks before(*a2c, 0);
    const std::vector<Steps> environments{random_steps(task, kSteps, 1, -1, rng),
                                          random_steps(task, kSteps, -1, 2, rng)};
    int updates = 0;
    for (std::size_t t = 0; t < kSteps; ++t) {
      for (const Steps& steps : environments) updates += steps[t].learned_by(*a2c);
    }
    ASSERT_EQ(updates, 1);
    const Networks after(*a2c, 0);

    Expected expected(task, before);
    const auto V = [&](const Buffer& s) { return expected.value(s); };
    double squares = 0;
    for (const Steps& steps : environments) {
      for (std::size_t t = 0; t < kSteps; ++t) {
        const double v = V(steps[t].observation);
        double advantage = 0, weight = 1;
        if (n > 0) {
          advantage = return_from(steps, t, static_cast<std::size_t>(n), kGamma, V) - v;
        } else {
          for (std::size_t k = t; k < kSteps; ++k) {
            const double delta = return_from(steps, k, 1, kGamma, V) - V(steps[k].observation);
            advantage += weight * delta;
            weight *= kGamma * lambda;
            if (steps[k].ends()) break;
          }
        }
        expected.add(steps[t], advantage / kSize, advantage + v);
        squares += advantage * advantage;
      }
    }
    const double loss = expected.value_loss(), mean_value = expected.mean_value();
    const double length = expected.expect_actor(before, after, beta / kSize, clip);
    const double critic_length = expected.expect_critic(before, after, clip);
    if (clip > 0) {
      EXPECT_EQ(length > clip, clip < 1);  // or the case shows nothing
      EXPECT_EQ(critic_length > clip, clip < 1);
    }
    if (first) expect_rates(before, after, true);
    expect_metrics(*a2c,
                   {loss, mean_value, std::sqrt(squares / kSize), expected.mean_entropy(), length});
  }
}

Settings a2c_settings(const Settings& more) {
  Settings settings{{"environments", "2"}, {"steps", "4"}};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

INSTANTIATE_TEST_SUITE_P(
    OnPolicy, A2cUpdate,
    testing::Values(
        A2cCase{"WholeRollout", kContinuous,
                a2c_settings({{"n", "0"}, {"gradient_norm", "0"}, {"entropy_weight", "0.3"}}), 4, 0,
                0.3, 0},
        A2cCase{"TwoSteps", kDiscrete,
                a2c_settings({{"n", "2"}, {"gradient_norm", "0"}, {"entropy_weight", "0.3"}}), 2, 0,
                0.3, 0},
        A2cCase{"Clipped", kDiscrete,
                a2c_settings({{"n", "0"}, {"gradient_norm", "0.05"}, {"entropy_weight", "0.1"}}), 4,
                0, 0.1, 0.05},
        A2cCase{"ClippedBeyond", kContinuous, a2c_settings({{"n", "3"}, {"gradient_norm", "100"}}),
                3, 0, 0, 100},
        A2cCase{"Generalised", kContinuous,
                a2c_settings({{"advantage", "generalised"},
                              {"lambda", "0.7"},
                              {"gradient_norm", "0.1"},
                              {"entropy_weight", "0.2"}}),
                0, 0.7, 0.2, 0.1}),
    [](const auto& each) { return std::string(each.param.name); });

struct ReinforceCase {
  const char* name;
  TaskShape task;
  const char* baseline;
  bool normalised;
  bool finished;  ///< whole episodes only, or one that the size of the buffer cuts
};
void PrintTo(const ReinforceCase& each, std::ostream* out) { *out << each.name; }

class ReinforceUpdate : public testing::TestWithParam<ReinforceCase> {};

TEST_P(ReinforceUpdate, IsThatComputedByHand) {
  const auto& [name, task, baseline, normalised, finished] = GetParam();
  const bool learned = std::string(baseline) == "value";
  const Settings settings = with_rates({{"baseline", baseline},
                                        {"normalise_advantages", normalised ? "true" : "false"},
                                        {"episodes_per_update", finished ? "2" : "3"},
                                        {"buffer_size", "150"}});
  const auto reinforce =
      reinforce_entry().make(*small_config(reinforce_entry(), settings), task, 1);
  constexpr std::size_t kCounters = sizeof(int) + sizeof(double);
  const double episodes = finished ? 2 : 3;
  Rng rng(1, Stream::environment);
  double running_mean = 0;
  for (const int round : {1, 2, 3}) {
    const Networks before(*reinforce, kCounters);
    const Steps steps = finished ? random_steps(task, 40, 12, 39, rng)   // within one batch
                                 : random_steps(task, 150, 50, 9, rng);  // and across two
    int updates = 0;
    for (const Step& step : steps) updates += step.learned_by(*reinforce);
    ASSERT_EQ(updates, 1);
    const Networks after(*reinforce, kCounters);

    Expected expected(task, before);
    const auto V = [&](const Buffer& s) { return learned ? expected.value(s) : 0; };
    Numbers returns, advantages;
    Moments moments;
    double squares = 0;
    for (std::size_t t = 0; t < steps.size(); ++t) {
      returns.push_back(return_from(steps, t, steps.size(), kGamma, V));
      const double b = learned ? V(steps[t].observation) : running_mean;
      advantages.push_back(returns[t] - b);
      moments.add(advantages[t]);
      squares += advantages[t] * advantages[t];
    }
    for (std::size_t t = 0; t < steps.size(); ++t) {
      const double normal = (advantages[t] - moments.mean()) / moments.standard_deviation();
      expected.add(steps[t], (normalised ? normal : advantages[t]) / episodes, returns[t]);
    }
    const double loss = learned ? expected.value_loss() : NAN;
    const double length = expected.expect_actor(before, after, 0, 0);
    if (learned) expected.expect_critic(before, after, 0);
    if (round == 1) expect_rates(before, after, learned);
    const double advantage = std::sqrt(squares / static_cast<double>(steps.size()));
    expect_metrics(*reinforce,
                   {expected.mean_target(), advantage, loss, expected.mean_entropy(), length});
    if (std::string(baseline) == "mean") {
      running_mean += 0.1 * (expected.mean_target() - running_mean);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    OnPolicy, ReinforceUpdate,
    testing::Values(ReinforceCase{"Finished", kContinuous, "none", false, true},
                    ReinforceCase{"Unfinished", kDiscrete, "none", false, false},
                    ReinforceCase{"RunningMean", kDiscrete, "mean", false, true},
                    ReinforceCase{"LearnedValue", kContinuous, "value", false, true},
                    ReinforceCase{"LearnedValueUnfinished", kDiscrete, "value", false, false},
                    ReinforceCase{"Normalised", kDiscrete, "none", true, true},
                    ReinforceCase{"NormalisedUnfinished", kContinuous, "value", true, false}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace acp
