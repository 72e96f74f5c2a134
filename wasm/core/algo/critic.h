#pragma once

#include <span>
#include <vector>

#include "core/base/archive.h"
#include "core/base/digest.h"
#include "core/grad/objective.h"
#include "core/nn/adam.h"
#include "core/nn/mlp.h"

namespace acp {

/// What counts where there are two critics: the smaller value, against overestimation (Fujimoto
/// et al., 2018), or the mean.
enum class Twin { minimum, average };

/// One or two learned Q, each with a target network: Q(s, a) of continuous actions, with s over a
/// as the input and one output, or Q(s, .) of choices, with one output per choice.
class CriticEnsemble {
 public:
  /// `batch` transitions per update.
  CriticEnsemble(const MlpShape& shape, int critics, int batch, Rng& initialisation,
                 Twin twin = Twin::minimum);
  CriticEnsemble(const CriticEnsemble&) = delete;  // pass_ points at mlp_
  CriticEnsemble& operator=(const CriticEnsemble&) = delete;

  const Mlp& mlp() const { return mlp_; }
  int count() const { return static_cast<int>(members_.size()); }
  std::span<const Scalar> theta(int i) const { return members_[static_cast<std::size_t>(i)].theta; }

  /// Q of the target networks [outputs x batch].
  void target_values(const Matrix& inputs, Matrix& q, TraceSink trace = {});
  /// Q of the critics themselves [outputs x batch].
  void values(const Matrix& inputs, Matrix& q) { values(pass_, inputs, q); }
  /// The same for batches of another size: those of `pass`, of `mlp()`.
  void values(MlpPass& pass, const Matrix& inputs, Matrix& q) const;

  struct Fit {
    double loss;    ///< mean squared error, summed over the critics
    double mean_q;  ///< of the first critic
  };
  /// One Adam step on mean (Q(s, a) - y)^2 for each critic, where row 0 of `choices` has the output
  /// that a is; null where there is one output.
  Fit fit(const Matrix& inputs, const Matrix* choices, std::span<const Scalar> targets,
          double learning_rate, TraceSink trace = {});

  void update_targets(double tau, TraceSink trace = {});

  bool finite() const;
  void digest(Digest& digest) const;
  template <class Archive>
  void archive(Archive& archive) {
    for (auto& member : members_) {
      archive(checked("theta", member.theta, kComputed),
              checked("target", member.target, kComputed), named("adam", member.adam));
    }
  }

 private:
  struct Member {
    Buffer theta;
    Buffer target;
    Adam adam;
  };

  void combine(MlpPass& pass, const Matrix& inputs, Buffer Member::*weights, Matrix& q,
               TraceSink trace = {}) const;

  Twin twin_;
  Mlp mlp_;
  MlpPass pass_;
  Matrix output_gradient_;
  Buffer gradient_;
  std::vector<Member> members_;
};

/// The input of a critic: each observation over its action.
void stack(const Matrix& observations, const Matrix& actions, Matrix& inputs);

/// f(s, a) = min_i Q_i(s, a) over the first `count` critics with the weights frozen: only the
/// gradient of the action is taken.
class CriticObjective final : public ActionObjective {
 public:
  CriticObjective(const CriticEnsemble& critics, int count, int action_size, int states,
                  int per_state);

  /// The states of the next calls [observation_size x states].
  void set_states(const Matrix& states);

  void value(const Matrix& actions, std::span<Scalar> values) override;
  void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                          Matrix& gradient) override;

 private:
  int count() const { return static_cast<int>(passes_.size()); }
  void forward(const Matrix& actions, std::span<Scalar> values);

  const CriticEnsemble* critics_;
  int observation_size_;
  Matrix inputs_;
  std::vector<MlpPass> passes_;
  std::vector<const Matrix*> outputs_;
  std::vector<int> least_;  ///< columns in which the value is that of one critic
  Matrix ones_;
  Matrix input_gradient_;
};

}  // namespace acp
