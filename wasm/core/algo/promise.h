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
#include "core/base/archive.h"
#include "core/memory/replay.h"

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

  /// Takes in a step, of which `q()` is Q(s, a). Returns the difference once the episode has ended.
  template <class Q>
  std::optional<double> follow(const Transition& step, const Terms& terms, const Q& q) {
    const auto [gamma, alpha, log_pi] = terms;
    const bool is_cut = step.truncated && !step.terminated;
    if (!made_) {
      if (is_cut) return std::nullopt;
      *this = Promise();
      made_ = true;
      difference_ = q();
    } else {
      difference_ += discount_ * alpha * log_pi;
    }
    difference_ -= discount_ * (is_cut ? q() : static_cast<double>(step.reward));
    discount_ *= gamma;
    if (!step.terminated && !step.truncated) return std::nullopt;
    made_ = false;
    return difference_;
  }

  /// The episode does not go on.
  void forget() { made_ = false; }

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("made", made_, kFlag), checked("difference", difference_, kOverflowing),
            checked("discount", discount_, {0, 1}));
  }

 private:
  bool made_ = false;
  double difference_ = 0;  ///< what is left of the promise
  double discount_ = 1;    ///< gamma^t of the next step
};

}  // namespace acp
