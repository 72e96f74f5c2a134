#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "support/algorithms.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr TaskShape kShapes[] = {{3, 2},       {1, 1},       {6, 5},
                                 {3, 3, true}, {7, 4, true}, {5, 3, true, 5}};

/// An algorithm on a task that it accepts.
struct Case {
  AlgorithmEntry entry;
  TaskShape task;
};

std::string name_of(const Case& each) {
  return std::string(each.entry.id) + (each.task.discrete ? "_discrete_" : "_box_") +
         std::to_string(each.task.observation_size) + "_" + std::to_string(each.task.action_size);
}
void PrintTo(const Case& each, std::ostream* out) { *out << name_of(each); }

std::vector<Case> accepted_cases() {
  std::vector<Case> cases;
  for (const auto& entry : algorithms()) {
    for (const auto& task : kShapes) {
      if (entry.accepts(task).empty()) cases.push_back({entry, task});
    }
  }
  return cases;
}

// Whatever is registered must keep these promises.
class EveryAlgorithm : public testing::TestWithParam<Case> {
 protected:
  const AlgorithmEntry& entry() const { return GetParam().entry; }
  const TaskShape& task() const { return GetParam().task; }
  std::unique_ptr<Algorithm> make(std::uint64_t seed = 1) const {
    return entry().make(*small_config(entry(), {}), task(), seed);
  }
};

TEST_P(EveryAlgorithm, DescribesItself) {
  for (const char* text : {entry().id, entry().title, entry().help, entry().source}) {
    EXPECT_STRNE(text, "");
  }
  std::set<std::string> names;
  for (const auto& metric : entry().metrics) {
    EXPECT_TRUE(names.insert(metric.name).second) << metric.name;
    for (const char* text : {metric.title, metric.formula, metric.help}) EXPECT_STRNE(text, "");
  }
  EXPECT_EQ(make()->metrics().data(), entry().metrics.data());
  EXPECT_EQ(entry().make_config()->check(), "");
}

TEST_P(EveryAlgorithm, SameSeedSameBits) {
  const auto a = make(1), b = make(1), c = make(2);
  EXPECT_EQ(digest_of(*a), digest_of(*b));
  EXPECT_NE(digest_of(*a), digest_of(*c));
  const std::string start = digest_of(*a);
  for (auto* each : {a.get(), b.get()}) EXPECT_GT(interact(*each, task(), 100), 0);
  EXPECT_EQ(digest_of(*a), digest_of(*b));
  EXPECT_NE(digest_of(*a), start);
}

TEST_P(EveryAlgorithm, ActsWithinBounds) {
  const auto algorithm = make();
  interact(*algorithm, task(), 50);
  const auto actor = algorithm->make_actor(7);
  Rng noise(1, Stream::evaluation);
  const Matrix observations = random_matrix(task().observation_size, 7, noise, 10);
  Matrix actions(task().action_width(), 7);
  for (Rng* each : {static_cast<Rng*>(nullptr), &noise}) {
    actor->act(observations, actions, each);
    for (int j = 0; j < actions.cols(); ++j) {
      for (int i = 0; i < actions.rows(); ++i) {
        const Scalar a = actions(i, j);
        if (task().discrete) {
          EXPECT_TRUE(a >= 0 && a < task().action_size && a == std::floor(a)) << a;
        } else {
          EXPECT_TRUE(std::isfinite(a));
          EXPECT_TRUE(each != nullptr || std::abs(a) <= 1) << a;
        }
      }
    }
  }
}

TEST_P(EveryAlgorithm, ActorsFollowTheirAlgorithmAndDoNotDisturbIt) {
  constexpr int kStates = 300;  // so many that some choice changes
  const auto watched = make(), alone = make();
  const auto actor = watched->make_actor(kStates);
  Rng rng(3, Stream::evaluation);
  const Matrix observations = random_matrix(task().observation_size, kStates, rng);
  Matrix before(task().action_width(), kStates), after(task().action_width(), kStates);
  actor->act(observations, before, nullptr);
  actor->act(observations, after, nullptr);
  EXPECT_EQ(before.map(), after.map());
  for (int i = 0; i < 10; ++i) {
    interact(*watched, task(), 20, static_cast<std::uint64_t>(i));
    interact(*alone, task(), 20, static_cast<std::uint64_t>(i));
    actor->act(observations, after, nullptr);
  }
  EXPECT_NE(before.map(), after.map());
  EXPECT_EQ(digest_of(*watched), digest_of(*alone));
}

TEST_P(EveryAlgorithm, MetricsAreMeansSinceTheLastTaking) {
  const auto algorithm = make();
  std::vector<double> metrics(algorithm->metrics().size());
  algorithm->take_metrics(metrics);
  for (const double x : metrics) EXPECT_TRUE(std::isnan(x));
  interact(*algorithm, task(), 60);
  algorithm->take_metrics(metrics);
  for (const double x : metrics) EXPECT_TRUE(std::isfinite(x));
  algorithm->take_metrics(metrics);
  for (const double x : metrics) EXPECT_TRUE(std::isnan(x));
}

TEST_P(EveryAlgorithm, ResumesBitForBit) {
  const auto original = make(), copy = make();
  interact(*original, task(), 70);
  Writer writer;
  original->save(writer);
  const auto bytes = writer.take();
  Reader reader(bytes);
  copy->load(reader);
  reader.expect_end();
  EXPECT_EQ(digest_of(*copy), digest_of(*original));
  for (auto* each : {original.get(), copy.get()}) interact(*each, task(), 30, 2);
  EXPECT_EQ(digest_of(*copy), digest_of(*original));
}

TEST_P(EveryAlgorithm, SaysWhenAParameterIsNotFinite) {
  const auto algorithm = make();
  EXPECT_EQ(algorithm->non_finite(), "");
  interact(*algorithm, task(), 40, false, [](const Matrix&) { return NAN; });
  EXPECT_NE(algorithm->non_finite(), "");
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryAlgorithm, testing::ValuesIn(accepted_cases()),
                         [](const auto& parameter) { return name_of(parameter.param); });

TEST(Algorithms, AreAllUnderTest) {
  std::set<std::string> tested;
  for (const auto& each : accepted_cases()) tested.insert(each.entry.id);
  EXPECT_EQ(tested.size(), algorithms().size());
}

TEST(Algorithms, SayWhyTheyRefuseATask) {
  int refusals = 0;
  for (const auto& entry : algorithms()) {
    for (const auto& task : kShapes) refusals += entry.accepts(task).size() > 40;
  }
  EXPECT_GT(refusals, 0);
  EXPECT_EQ(refusals + accepted_cases().size(), algorithms().size() * std::size(kShapes));
}

TEST(Algorithms, HaveDistinctIds) {
  std::set<std::string> ids;
  for (const auto& entry : algorithms()) EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
}

}  // namespace
}  // namespace acp
