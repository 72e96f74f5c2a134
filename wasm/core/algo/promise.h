// What a critic promises of an episode as it begins, less what comes of it:
//
//     Q(s_0, a_0) - G,   G = r_1 + sum_{t>0} gamma^t (r_{t+1} - alpha log pi(a_t|s_t))
//
// Of the policy that acts, Q promises J^ and G is a sample of J: their mean difference is how far
// the surrogate that the actor climbs is above the return (Fujimoto et al., 2018, figure 1). The
// policy learns on within the episode. Where the time limit ends it, Q of the last action stands
// for the reward and all that would have followed.
#pragma once

#include <optional>

#include "core/algo/algorithm.h"
#include "core/algo/critic.h"
#include "core/base/archive.h"
#include "core/base/matrix.h"
#include "core/memory/replay.h"
#include "core/nn/mlp.h"

namespace acp {

inline constexpr MetricInfo kOverestimationInfo{
    "overestimation", "overestimation", "", "\\hat{J}-J=\\overline{Q(s_0,a_0)-G}",
    "What the critic promised at the start of an episode, less its discounted return, entropy "
    "bonus included: above 0, it promises too much. In scaled rewards, averaged over episodes."};

class Promise {
 public:
  /// The objective, and log pi(a|s) of a step.
  struct Terms {
    double gamma;
    double alpha;
    double log_pi;
  };

  /// Whether `follow` needs Q(s, a) of that step.
  bool needs_q(const Transition& step) const { return !made_ || is_cut(step); }
  /// Takes in a step. Returns the difference once the episode has ended.
  std::optional<double> follow(const Transition& step, const Terms& terms, double q);
  /// The episode does not go on.
  void forget() { made_ = false; }

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("made", made_, kFlag), checked("difference", difference_, kOverflowing),
            checked("discount", discount_, {0, 1}));
  }

 private:
  static bool is_cut(const Transition& step) { return step.truncated && !step.terminated; }

  bool made_ = false;
  double difference_ = 0;  ///< what is left of the promise
  double discount_ = 1;    ///< gamma^t of the next step
};

/// The promises of a critic, which must outlive it.
class Overestimation {
 public:
  explicit Overestimation(const CriticEnsemble& critics);

  /// As `Promise::follow`.
  std::optional<double> follow(const Transition& step, const Promise::Terms& terms);
  void forget() { promise_.forget(); }

  template <class Archive>
  void archive(Archive& archive) {
    promise_.archive(archive);
  }

 private:
  double q(const Transition& step);

  const CriticEnsemble* critics_;
  Promise promise_;
  MlpPass pass_;
  Matrix input_;
  Matrix q_;
};

}  // namespace acp
