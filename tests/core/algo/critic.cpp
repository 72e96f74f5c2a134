#include "core/algo/critic.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/finite_difference.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr int kObservation = 3, kAction = 2, kBatch = 8;

struct Twins {
  explicit Twins(int count = 2, Activation activation = Activation::tanh)
      : rng(1, Stream::initialisation),
        critics({kObservation + kAction, {7, 5}, 1, activation}, count, kBatch, rng),
        inputs(random_matrix(kObservation + kAction, kBatch, rng)),
        targets(random_buffer(kBatch, rng)) {}

  Rng rng;
  CriticEnsemble critics;
  Matrix inputs;
  Buffer targets;
};

/// What the archive of an ensemble holds.
struct EnsembleState {
  struct Member {
    Buffer theta, target, m, v;
    double beta1_power, beta2_power;
    template <class Archive>
    void archive(Archive& archive) {
      archive(checked("theta", theta, kFinite), checked("target", target, kFinite),
              checked("m", m, kFinite), checked("v", v, kFinite),
              checked("beta1_power", beta1_power, kFinite),
              checked("beta2_power", beta2_power, kFinite));
    }
  };
  explicit EnsembleState(CriticEnsemble& critics) {
    const auto size = static_cast<std::size_t>(critics.mlp().parameters());
    for (int i = 0; i < critics.count(); ++i) {
      members.push_back({Buffer(size), Buffer(size), Buffer(size), Buffer(size), 1, 1});
    }
    Writer writer;
    writer(critics);
    const auto bytes = writer.take();
    Reader reader(bytes);
    for (auto& member : members) reader(member);
    reader.expect_end();
  }
  void restore(CriticEnsemble& critics) {
    Writer writer;
    for (auto& member : members) writer(member);
    const auto bytes = writer.take();
    Reader reader(bytes);
    reader(critics);
  }
  std::vector<Member> members;
};

std::string digest_of(const CriticEnsemble& critics) {
  Digest digest;
  critics.digest(digest);
  return digest.hex();
}

Buffer value_of(const CriticEnsemble& critics, int i, const Matrix& inputs) {
  MlpPass pass(critics.mlp(), inputs.cols());
  const Matrix& q = pass.forward(critics.theta(i), inputs);
  Buffer values;
  for (int j = 0; j < q.cols(); ++j) values.push_back(q(0, j));
  return values;
}

TEST(CriticEnsemble, CriticsDifferAndTargetsStartAsCopies) {
  Twins x;
  EnsembleState state(x.critics);
  EXPECT_FALSE(same_bits(state.members[0].theta, state.members[1].theta));
  for (const auto& member : state.members) EXPECT_TRUE(same_bits(member.theta, member.target));
}

TEST(CriticEnsemble, TheTargetIsTheMinimumOfTheTargetNetworks) {
  for (const int count : {1, 2}) {
    Twins x(count);
    Matrix q(1, kBatch);
    const Buffer first = value_of(x.critics, 0, x.inputs);
    const Buffer last = value_of(x.critics, count - 1, x.inputs);
    x.critics.fit(x.inputs, nullptr, x.targets, 0.01);  // moves the critics, not the targets
    x.critics.target_values(x.inputs, q);
    for (std::size_t j = 0; j < first.size(); ++j) {
      EXPECT_EQ(q(0, static_cast<int>(j)), std::min(first[j], last[j]));
    }
  }
}

TEST(CriticEnsemble, TargetsMoveByTau) {
  for (const double tau : {0.01, 0.5, 1.0}) {
    Twins x;
    x.critics.fit(x.inputs, nullptr, x.targets, 0.01);
    EnsembleState before(x.critics);
    x.critics.update_targets(tau);
    EnsembleState after(x.critics);
    for (std::size_t i = 0; i < 2; ++i) {
      const auto &old = before.members[i], &now = after.members[i];
      EXPECT_TRUE(same_bits(now.theta, old.theta));
      EXPECT_FALSE(same_bits(now.target, old.target));
      for (std::size_t k = 0; k < now.target.size(); ++k) {
        EXPECT_NEAR(now.target[k], (1 - tau) * old.target[k] + tau * old.theta[k], 1e-7);
      }
    }
  }
}

TEST(CriticEnsemble, FitReportsTheLossBeforeTheStepAndLowersIt) {
  Twins x;
  double expected = 0, mean_q = 0;
  for (int i = 0; i < 2; ++i) {
    const Buffer q = value_of(x.critics, i, x.inputs);
    for (std::size_t j = 0; j < q.size(); ++j) {
      expected += std::pow(q[j] - x.targets[j], 2) / kBatch;
      if (i == 0) mean_q += q[j] / kBatch;
    }
  }
  const auto first = x.critics.fit(x.inputs, nullptr, x.targets, 0.01);
  EXPECT_NEAR(first.loss, expected, 1e-6);
  EXPECT_NEAR(first.mean_q, mean_q, 1e-6);
  double last = first.loss;
  for (int i = 0; i < 500; ++i) last = x.critics.fit(x.inputs, nullptr, x.targets, 0.01).loss;
  EXPECT_LT(last, 1e-3 * first.loss);
}

TEST(CriticEnsemble, SeesANumberThatIsNotFinite) {
  Twins x;
  EXPECT_TRUE(x.critics.finite());
  x.targets[3] = NAN;
  x.critics.fit(x.inputs, nullptr, x.targets, 0.01);
  EXPECT_FALSE(x.critics.finite());
}

TEST(CriticEnsemble, ResumesFromAnArchive) {
  Twins x, y;
  for (int i = 0; i < 3; ++i) x.critics.fit(x.inputs, nullptr, x.targets, 0.01);
  EXPECT_NE(digest_of(x.critics), digest_of(y.critics));
  EnsembleState(x.critics).restore(y.critics);
  EXPECT_EQ(digest_of(x.critics), digest_of(y.critics));
  for (auto* each : {&x, &y}) {
    each->critics.fit(x.inputs, nullptr, x.targets, 0.01);
    each->critics.update_targets(0.1);
  }
  EXPECT_EQ(digest_of(x.critics), digest_of(y.critics));
}

/// Critics of choices: one output each, of which the batch took some.
struct Choosers {
  explicit Choosers(Twin twin, int count = 2, Activation activation = Activation::tanh)
      : rng(1, Stream::initialisation),
        critics({kObservation, {7, 5}, kChoices, activation}, count, kBatch, rng, twin),
        inputs(random_matrix(kObservation, kBatch, rng)),
        targets(random_buffer(kBatch, rng)) {
    for (int j = 0; j < kBatch; ++j) choices(0, j) = static_cast<Scalar>(j * j % kChoices);
  }
  Matrix output(int i) const {
    return MlpPass(critics.mlp(), kBatch).forward(critics.theta(i), inputs);
  }

  static constexpr int kChoices = 3;
  Rng rng;
  CriticEnsemble critics;
  Matrix inputs;
  Matrix choices{1, kBatch};
  Buffer targets;
};

TEST(CriticsOfChoices, CountByTheirMinimumOrTheirAverage) {
  for (const Twin twin : {Twin::minimum, Twin::average}) {
    for (const int count : {1, 2}) {
      Choosers x(twin, count);
      const auto expect_combined = [&](const Matrix& q, const Matrix& first, const Matrix& last) {
        for (int j = 0; j < kBatch; ++j) {
          for (int a = 0; a < Choosers::kChoices; ++a) {
            const Scalar expected = twin == Twin::minimum ? std::min(first(a, j), last(a, j))
                                                          : (first(a, j) + last(a, j)) / 2;
            EXPECT_EQ(q(a, j), expected);
          }
        }
        EXPECT_TRUE(padding_is_zero(q));
      };
      Matrix q(Choosers::kChoices, kBatch);
      const Matrix first = x.output(0), last = x.output(count - 1);
      x.critics.fit(x.inputs, &x.choices, x.targets, 0.01);  // not the targets
      x.critics.target_values(x.inputs, q);
      expect_combined(q, first, last);
      x.critics.values(x.inputs, q);
      expect_combined(q, x.output(0), x.output(count - 1));
      EXPECT_NE(first.map(), x.output(0).map());
    }
  }
}

TEST(CriticsOfChoices, FitTheOutputsThatWereTaken) {
  Choosers x(Twin::average);
  double loss = 0, mean_q = 0;
  for (int i = 0; i < 2; ++i) {
    const Matrix q = x.output(i);
    for (int j = 0; j < kBatch; ++j) {
      const double taken = q(static_cast<int>(x.choices(0, j)), j);
      loss += std::pow(taken - x.targets[static_cast<std::size_t>(j)], 2) / kBatch;
      if (i == 0) mean_q += taken / kBatch;
    }
  }
  const auto first = x.critics.fit(x.inputs, &x.choices, x.targets, 0.01);
  EXPECT_NEAR(first.loss, loss, 1e-6);
  EXPECT_NEAR(first.mean_q, mean_q, 1e-6);
  double last = first.loss;
  for (int i = 0; i < 500; ++i) {
    last = x.critics.fit(x.inputs, &x.choices, x.targets, 0.01).loss;
  }
  EXPECT_LT(last, 1e-3 * first.loss);
}

/// Two action samples for each of four states, and the rows of the critics' inputs that they make.
struct Actions {
  explicit Actions(Twins& x)
      : objective(x.critics, x.critics.count(), kAction, kStates, kBatch / kStates),
        states(random_matrix(kObservation, kStates, x.rng, 3)),
        actions(random_matrix(kAction, kBatch, x.rng, 2)),
        inputs(kObservation + kAction, kBatch) {
    objective.set_states(states);
    for (int j = 0; j < kBatch; ++j) {
      std::copy_n(states.col(j % kStates), kObservation, inputs.col(j));
      std::copy_n(actions.col(j), kAction, inputs.col(j) + kObservation);
    }
  }
  static constexpr int kStates = 4;
  CriticObjective objective;
  Matrix states, actions, inputs;
};

/// Shifts the second critic so that each is the lesser one for some of `inputs`.
void level(CriticEnsemble& critics, const Matrix& inputs) {
  const Buffer first = value_of(critics, 0, inputs), second = value_of(critics, 1, inputs);
  EnsembleState state(critics);
  Scalar& bias =
      state.members[1].theta[static_cast<std::size_t>(critics.mlp().layers().back().biases)];
  for (std::size_t j = 0; j < first.size(); ++j) {
    bias += (first[j] - second[j]) / static_cast<Scalar>(first.size());
  }
  state.restore(critics);
}

TEST(CriticObjective, IsTheMinimumWithTheGradientOfTheLesserCritic) {
  for (const int count : {1, 2}) {
    Twins x(count, Activation::relu);
    Actions at(x);
    if (count == 2) level(x.critics, at.inputs);
    const std::string before = digest_of(x.critics);
    Buffer values(kBatch), again(kBatch);
    Matrix gradient(kAction, kBatch);
    at.objective.value(at.actions, values);
    at.objective.value_and_gradient(at.actions, again, gradient);
    EXPECT_TRUE(same_bits(values, again));
    EXPECT_EQ(digest_of(x.critics), before);
    EXPECT_TRUE(padding_is_zero(gradient));

    std::vector<Buffer> q;
    std::vector<Matrix> slopes;
    Matrix ones(1, kBatch);
    ones.map().setOnes();
    for (int i = 0; i < count; ++i) {
      q.push_back(value_of(x.critics, i, at.inputs));
      MlpPass pass(x.critics.mlp(), kBatch);
      pass.forward(x.critics.theta(i), at.inputs);
      slopes.emplace_back(at.inputs.rows(), kBatch);
      pass.backward(x.critics.theta(i), ones, {}, &slopes.back());
    }
    int from_second = 0;
    for (int j = 0; j < kBatch; ++j) {
      const auto at_j = static_cast<std::size_t>(j);
      const std::size_t least = count == 2 && q[1][at_j] < q[0][at_j] ? 1 : 0;
      from_second += static_cast<int>(least);
      EXPECT_EQ(values[at_j], q[least][at_j]);
      for (int r = 0; r < kAction; ++r) {
        EXPECT_EQ(gradient(r, j), slopes[least](kObservation + r, j));
      }
    }
    if (count == 2) {
      EXPECT_GT(from_second, 0);
      EXPECT_LT(from_second, kBatch);
    }
  }
}

#ifdef ACP_DOUBLE

void expect_gradient_of_loss(CriticEnsemble& critics, const Matrix& inputs, const Matrix* choices,
                             const Buffer& targets) {
  EnsembleState state(critics);
  critics.fit(inputs, choices, targets, 0);
  EnsembleState fitted(critics);
  for (std::size_t i = 0; i < 2; ++i) {
    Buffer gradient = fitted.members[i].m;  // after one step from zero: (1 - beta1) gradient
    for (Scalar& g : gradient) g /= 1 - Adam::Settings().beta1;
    expect_gradient(state.members[i].theta, gradient, [&] {
      state.restore(critics);
      return critics.fit(inputs, choices, targets, 0).loss;
    });
  }
}

TEST(CriticGradients, OfTheLossAgreeWithFiniteDifferences) {
  for (const Activation activation : {Activation::relu, Activation::tanh}) {
    Twins x(2, activation);
    expect_gradient_of_loss(x.critics, x.inputs, nullptr, x.targets);
    Choosers y(Twin::average, 2, activation);
    expect_gradient_of_loss(y.critics, y.inputs, &y.choices, y.targets);
  }
}

TEST(CriticGradients, OfTheActionAgreeWithFiniteDifferences) {
  for (const Activation activation : {Activation::relu, Activation::tanh}) {
    Twins x(2, activation);
    Actions at(x);
    Buffer values(kBatch);
    Matrix gradient(kAction, kBatch);
    at.objective.value_and_gradient(at.actions, values, gradient);
    for (int j = 0; j < kBatch; ++j) {
      expect_gradient(column(at.actions, j), column(std::as_const(gradient), j), [&] {
        at.objective.value(at.actions, values);
        return values[static_cast<std::size_t>(j)];
      });
    }
  }
}

#endif

}  // namespace
}  // namespace acp
