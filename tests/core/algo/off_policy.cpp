#include "core/algo/off_policy.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr TaskShape kContinuous{1, 2}, kDiscrete{1, 5, true};
constexpr Scalar kPolicy = 9;  // the action of the policy: none of the warm-up's
constexpr Scalar kLogPolicy = -3;

/// Learns nothing; keeps what it is asked.
class Probe final : public OffPolicy {
 public:
  Probe(const ReplaySettings& settings, TaskShape task, std::uint64_t seed = 1)
      : OffPolicy(settings, task, seed) {}

  std::span<const MetricInfo> metrics() const override { return {}; }
  std::unique_ptr<Actor> make_actor(int) const override { return nullptr; }
  PolicyNetwork policy() const override { return {}; }
  void take_metrics(std::span<double>) override {}
  std::string non_finite() const override { return ""; }
  void digest(Digest&) const override {}
  void save(Writer& to) override { OffPolicy::archive(to); }
  void load(Reader& from) override { OffPolicy::archive(from); }
  using OffPolicy::set_replay;

  int updates = 0;
  int episodes = 0;
  std::set<Scalar> log_densities;  ///< of the transitions that were ever replayed
  std::multiset<int> steps;        ///< the steps of which the updates since the last clearing were

 private:
  Scalar act(const Matrix&, Matrix& action, Rng&) override {
    action.map().setConstant(kPolicy);
    return kLogPolicy;
  }
  void update(Rng&) override {
    ++updates;
    for (int j = 0; j < batch().size(); ++j) {
      log_densities.insert(batch().log_density[static_cast<std::size_t>(j)]);
      steps.insert(static_cast<int>(batch().observation(0, j)));
    }
  }
  void end_episode() override { ++episodes; }
};

Matrix explore(Probe& probe, const TaskShape& task) {
  Matrix action(task.action_width(), 1);
  probe.explore(Matrix(1, 1), action);
  return action;
}

/// Learns from step number `step`; its observation says so.
int learn(Probe& probe, const TaskShape& task, int step, bool terminated = false,
          bool truncated = false) {
  const Buffer observation{static_cast<Scalar>(step)};
  const Buffer action(static_cast<std::size_t>(task.action_width()));
  return probe.learn({.observation = observation,
                      .action = action,
                      .reward = 0,
                      .next_observation = observation,
                      .terminated = terminated,
                      .truncated = truncated});
}

ReplaySettings small(int warmup) {
  return {.batch_size = 50, .buffer_size = 1000, .warmup_steps = warmup};
}

TEST(WarmUp, HoldsEachRandomActionForItsSteps) {
  for (const TaskShape& task : {kContinuous, kDiscrete}) {
    ReplaySettings settings = small(600);
    settings.warmup_hold = 6;
    Probe probe(settings, task);
    Matrix held(task.action_width(), 1);
    int changes = 0;
    for (int step = 0; step < 600; ++step) {
      const Matrix action = explore(probe, task);
      if (step % 6 == 0) {
        changes += action.map() == held.map() ? 0 : 1;
        held = action;
      }
      EXPECT_EQ(action.map(), held.map()) << step;
      learn(probe, task, step);
    }
    EXPECT_GT(changes, 70);  // of 100, of which one in five draws the same choice again
    EXPECT_EQ(explore(probe, task)(0, 0), kPolicy);
  }
}

TEST(WarmUp, DrawsEveryDimensionUniformly) {
  Probe probe({.batch_size = 1, .buffer_size = 100'000, .warmup_steps = 50'000}, kContinuous);
  std::vector<int> counts(16);
  Moments product;
  for (int step = 0; step < 40'000; ++step) {
    const Matrix action = explore(probe, kContinuous);
    product.add(action(0, 0) * action(1, 0));
    const auto cell = [](Scalar a) { return static_cast<std::size_t>(2 * (a + 1)); };
    ++counts.at(4 * cell(action(0, 0)) + cell(action(1, 0)));
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(product, 0)), kLargestZ);
}

TEST(WarmUp, DrawsEveryChoiceUniformly) {
  Probe probe({.batch_size = 1, .buffer_size = 100'000, .warmup_steps = 50'000}, kDiscrete);
  std::vector<int> counts(5);
  for (int step = 0; step < 40'000; ++step) {
    const Scalar action = explore(probe, kDiscrete)(0, 0);
    EXPECT_EQ(action, std::floor(action));
    ++counts.at(static_cast<std::size_t>(action));
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
}

TEST(WarmUp, EndsAfterItsStepsOrWhenASmallerBufferIsFull) {
  for (const auto& [steps, buffer, end] : {std::tuple{30, 1000, 30}, {1000, 100, 100}}) {
    Probe probe({.batch_size = 1, .buffer_size = buffer, .warmup_steps = steps}, kContinuous);
    for (int step = 0; step < end; ++step) {
      EXPECT_NE(explore(probe, kContinuous)(0, 0), kPolicy);
      EXPECT_EQ(learn(probe, kContinuous, step), step + 1 == end ? 1 : 0);
    }
    EXPECT_EQ(explore(probe, kContinuous)(0, 0), kPolicy);
  }
}

TEST(Iterations, MakeTheUpdatesAskedForAfterTheStepsAskedFor) {
  for (const int steps : {1, 4, 10}) {
    for (const int updates : {0, 1, 3}) {
      ReplaySettings settings = small(20);
      settings.steps_per_iteration = steps;
      settings.updates_per_iteration = updates;
      Probe probe(settings, kDiscrete);
      int made = 0, rounds = 0;
      for (int step = 0; step < 19 + 10 * steps; ++step) {
        const int now = learn(probe, kDiscrete, step);
        EXPECT_TRUE(now == 0 || now == updates);
        const bool due = step >= 19 && (step - 18) % steps == 0;
        EXPECT_EQ(now, due ? updates : 0) << step;
        made += now;
        rounds += due ? 1 : 0;
      }
      EXPECT_EQ(rounds, 10);
      EXPECT_EQ(made, 10 * updates);
      EXPECT_EQ(probe.updates, made);
    }
  }
}

TEST(Iterations, FollowTheirSettingsDuringTraining) {
  ReplaySettings settings = small(20);
  settings.steps_per_iteration = 100;
  Probe probe(settings, kDiscrete);
  for (int step = 0; step < 50; ++step) EXPECT_EQ(learn(probe, kDiscrete, step), 0);
  settings.steps_per_iteration = 3;
  settings.updates_per_iteration = 2;
  probe.set_replay(settings);
  for (const int due : {2, 0, 0, 2}) EXPECT_EQ(learn(probe, kDiscrete, 50), due);
}

TEST(Iterations, AreToldOfWhatIsReplayed) {
  ReplaySettings settings = small(20);
  settings.steps_per_iteration = 5;
  Probe probe(settings, kContinuous);
  const auto counts = [&] {
    std::vector<std::pair<std::int64_t, int>> list;
    for (const auto& [first, last, transitions] : probe.replayed(100)) {
      EXPECT_EQ(first, last);
      list.emplace_back(first, transitions);
    }
    return list;
  };
  using Counts = decltype(counts());
  EXPECT_EQ(counts(), Counts{});
  for (int step = 0; step < 38; ++step) learn(probe, kContinuous, step);
  EXPECT_EQ(counts(), (Counts{{0, 24}, {1, 5}, {2, 5}, {3, 4}}));
  settings.recent_iterations = 2;
  probe.set_replay(settings);
  EXPECT_EQ(counts(), (Counts{{1, 1}, {2, 5}, {3, 4}}));
}

TEST(Replay, KnowsHowLikelyItsActionsWere) {
  for (const auto& [task, uniform] :
       {std::pair{kContinuous, -2 * std::log(2.0)}, {kDiscrete, -std::log(5.0)}}) {
    Probe probe(small(20), task);
    for (int step = 0; step < 60; ++step) {
      explore(probe, task);
      learn(probe, task, step);
    }
    ASSERT_EQ(probe.log_densities.size(), 2U);
    EXPECT_EQ(*probe.log_densities.begin(), kLogPolicy);
    EXPECT_NEAR(*probe.log_densities.rbegin(), uniform, 1e-6);
  }
}

TEST(Replay, IsOfTheWholeBufferOrOfTheLastIterations) {
  for (const auto& [recent, first] : {std::pair{0, 0}, {1, 194}, {2, 189}, {1000, 0}}) {
    ReplaySettings settings = small(20);
    settings.steps_per_iteration = 5;
    settings.updates_per_iteration = 40;
    settings.recent_iterations = recent;
    Probe probe(settings, kContinuous);
    for (int step = 0; step < 198; ++step) learn(probe, kContinuous, step);
    probe.steps.clear();
    EXPECT_EQ(learn(probe, kContinuous, 198), 40);
    EXPECT_EQ(*probe.steps.begin(), first);
    EXPECT_EQ(*probe.steps.rbegin(), 198);
  }
}

TEST(Replay, ForgetsTheOldestBeyondTheBuffer) {
  Probe probe({.batch_size = 1000, .buffer_size = 100, .warmup_steps = 20}, kContinuous);
  for (int step = 0; step < 250; ++step) {
    probe.steps.clear();
    learn(probe, kContinuous, step);
  }
  EXPECT_EQ(*probe.steps.begin(), 150);
  EXPECT_EQ(*probe.steps.rbegin(), 249);
  std::vector<int> counts;
  for (int step = 150; step < 250; ++step) {
    counts.push_back(static_cast<int>(probe.steps.count(step)));
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
}

TEST(Episodes, EndWhereTerminatedOrTruncated) {
  Probe probe(small(2), kContinuous);
  learn(probe, kContinuous, 0);
  EXPECT_EQ(probe.episodes, 0);
  learn(probe, kContinuous, 1, true, false);
  EXPECT_EQ(probe.episodes, 1);
  learn(probe, kContinuous, 2, false, true);
  EXPECT_EQ(probe.episodes, 2);
  learn(probe, kContinuous, 3, true, true);
  EXPECT_EQ(probe.episodes, 3);
}

TEST(Checkpoints, ResumeWithinAHeldActionAndWithinAnIteration) {
  ReplaySettings settings = small(40);
  settings.warmup_hold = 7;
  settings.steps_per_iteration = 6;
  for (const int saved_at : {10, 43}) {
    Probe original(settings, kContinuous), copy(settings, kContinuous, 2);
    for (int step = 0; step < saved_at; ++step) {
      explore(original, kContinuous);
      learn(original, kContinuous, step);
    }
    Writer writer;
    original.save(writer);
    const auto bytes = writer.take();
    Reader reader(bytes);
    copy.load(reader);
    reader.expect_end();
    original.steps.clear();
    EXPECT_EQ(original.replayed(100).size(), copy.replayed(100).size());
    for (int step = saved_at; step < 100; ++step) {
      EXPECT_EQ(explore(original, kContinuous).map(), explore(copy, kContinuous).map());
      EXPECT_EQ(learn(original, kContinuous, step), learn(copy, kContinuous, step));
    }
    EXPECT_EQ(original.steps, copy.steps);
  }
}

}  // namespace
}  // namespace acp
