#include "core/algo/gradient_problem.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "support/off_policy.h"

namespace acp {
namespace {

constexpr int kUpdates = 30, kAsked = 5, kPerState = 3;

const AlgorithmEntry& entry_of(const std::string& id) {
  for (const auto& entry : algorithms()) {
    if (id == entry.id) return entry;
  }
  throw std::invalid_argument(id);
}

TaskShape task_of(const AlgorithmEntry& entry) {
  const TaskShape continuous{3, 2};
  return entry.accepts(continuous).empty() ? continuous : TaskShape{3, 4, true, 3};
}

std::unique_ptr<Algorithm> make(const AlgorithmEntry& entry, const Settings& settings = {}) {
  return entry.make(*small_config(entry, settings), task_of(entry), 1);
}

TEST(GradientProblem, IsWhereAStochasticPolicyAscendsALearnedQ) {
  std::set<std::string> ids;
  for (const auto& entry : algorithms()) {
    if (make(entry)->gradient_problem()) ids.insert(entry.id);
  }
  EXPECT_EQ(ids, (std::set<std::string>{"sac", "q_actor_critic", "sac_discrete"}));
}

TEST(GradientProblem, NamesTheEstimatorThatTrains) {
  for (const char* id : {"sac", "q_actor_critic", "sac_discrete"}) {
    const auto algorithm = make(
        entry_of(id),
        {{"estimator", "score_function"}, {"baseline", "leave_one_out"}, {"action_samples", "6"}});
    const auto problem = algorithm->gradient_problem();
    EXPECT_EQ(problem->discrete(), id == std::string("sac_discrete"));
    const bool discrete = problem->discrete();
    EXPECT_EQ(discrete ? problem->categorical->kind : problem->estimator->kind, 1);
    EXPECT_EQ(discrete ? problem->categorical->action_samples : problem->estimator->action_samples,
              6);
  }
}

TEST(GradientProblem, FollowsTheAlgorithm) {
  const auto& entry = entry_of("sac");
  const auto sac = make(entry);
  const auto problem = sac->gradient_problem();
  EXPECT_EQ(problem->stored(), 0);
  const Buffer before(problem->theta().begin(), problem->theta().end());
  const double alpha = problem->alpha();
  Feed(task_of(entry)).until(*sac, kUpdates);
  EXPECT_EQ(problem->stored(), kWarmUp + kUpdates - 1);
  EXPECT_FALSE(same_bits(problem->theta(), before));
  EXPECT_NE(problem->alpha(), alpha);
}

TEST(GradientProblem, DrawsReplayedStatesAsTrainingDoes) {
  const auto& entry = entry_of("sac");
  const auto sac = make(entry, {{"recent_iterations", "3"}});
  std::set<Scalar> last;
  for (int i = 0; i < kWarmUp + kUpdates; ++i) {
    const Scalar s[] = {static_cast<Scalar>(i), 0, 0};
    const Scalar a[] = {0, 0};
    sac->learn({s, a, 0, s, false});
    if (i >= kWarmUp + kUpdates - 3) last.insert(s[0]);
  }
  const auto problem = sac->gradient_problem();
  Batch batch = problem->batch(100);
  Rng rng(1, Stream::replay);
  problem->draw(rng, batch);
  std::set<Scalar> drawn;
  for (int j = 0; j < batch.size(); ++j) drawn.insert(batch.observation(0, j));
  EXPECT_EQ(drawn, last);
}

TEST(GradientProblem, JudgesContinuousActionsByTheLeastCritic) {
  const auto& entry = entry_of("sac");
  const auto sac = make(entry);
  Feed(task_of(entry)).until(*sac, kUpdates);
  const std::string digest = digest_of(*sac);
  Rng rng(1, Stream::policy);
  const Matrix states = random_matrix(3, kAsked, rng);
  const Matrix actions = random_matrix(2, kAsked * kPerState, rng);
  CriticObjective objective = sac->gradient_problem()->objective(kAsked, kPerState);
  objective.set_states(states);
  Buffer values(kAsked * kPerState);
  objective.value(actions, values);

  Matrix repeated(3, actions.cols());
  for (int j = 0; j < actions.cols(); ++j) {
    std::copy_n(states.col(j % kAsked), 3, repeated.col(j));
  }
  const auto critics = SavedState(*sac, task_of(entry)).critics(2);
  const Matrix inputs = critic_inputs(repeated, actions);
  const Matrix first = network_output(critics[0].theta, inputs, 1);
  const Matrix second = network_output(critics[1].theta, inputs, 1);
  for (int j = 0; j < actions.cols(); ++j) {
    EXPECT_EQ(values[static_cast<std::size_t>(j)], std::min(first(0, j), second(0, j)));
  }
  EXPECT_EQ(digest_of(*sac), digest);
}

TEST(GradientProblem, JudgesChoicesAsTheActorDoes) {
  const auto& entry = entry_of("sac_discrete");
  const auto sac = make(entry);  // the average of its critics
  Feed(task_of(entry)).until(*sac, kUpdates);
  Rng rng(1, Stream::policy);
  const Matrix states = random_matrix(3, kAsked, rng);
  const auto problem = sac->gradient_problem();
  MlpPass pass(problem->critics.mlp(), kAsked);
  Matrix q(4, kAsked);
  problem->action_values(pass, states, q);
  const auto critics = SavedState(*sac, task_of(entry)).critics(2);
  const Matrix first = network_output(critics[0].theta, states, 4);
  const Matrix second = network_output(critics[1].theta, states, 4);
  for (int j = 0; j < kAsked; ++j) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(q(i, j), (first(i, j) + second(i, j)) / 2);
  }
}

}  // namespace
}  // namespace acp
