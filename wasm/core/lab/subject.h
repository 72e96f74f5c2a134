#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/named_text.h"
#include "core/dist/policy_head.h"
#include "core/grad/objective.h"
#include "core/lab/expectation.h"

namespace acp {

/// The kinds of policy that the lab knows, by the names of their heads.
std::span<const Option> lab_policies();

/// Makes an objective, as often as it is asked.
class ObjectiveSource {
 public:
  virtual ~ObjectiveSource() = default;
  /// For `copies` columns of a head, with `per_copy` actions each. Where there are several states,
  /// they follow each other, as often as there are columns.
  virtual std::unique_ptr<ActionObjective> make(int copies, int per_copy) const = 0;
};

/// A policy head in one state, and what is known of its objective there.
struct LabState {
  std::vector<double> phi;  ///< mu, then log sigma; or logits
  std::vector<double> f;    ///< of each category
  std::optional<Expectation> exact;
};

/// What a gradient is estimated of: a policy head in one state, and an objective of its actions.
struct LabSubject : LabState {
  PolicyHead policy = PolicyHead::gaussian;
  double alpha = 0;
  std::string objective;
  bool continuous = true;                   ///< the objective, in the actions
  std::unique_ptr<ObjectiveSource> source;  ///< of continuous actions
  int at_once = 4096;  ///< action samples judged in one go; a critic needs memory for each
  double bytes_per_evaluation = 0;  ///< of that memory

  bool discrete() const { return policy == PolicyHead::categorical; }
  Squash squash() const { return squash_of(policy); }
  int action_size() const { return static_cast<int>(discrete() ? phi.size() : phi.size() / 2); }
  /// Names of the coordinates of the head, in order.
  std::vector<std::string> parameters() const;
};

/// The exact expectation in a state of such a policy, where it can be had; `source` is of
/// continuous actions.
std::optional<Expectation> expectation_in(const LabState& state, PolicyHead policy, double alpha,
                                          const ObjectiveSource* source);

/// An analytic subject from texts such as `gaussian:mu=0.3,log_sigma=-0.7` and
/// `quadratic:a=-1,b=0.5,c=2`; adds what is wrong with them to `errors`.
LabSubject parse_subject(std::string_view policy, std::string_view objective, double alpha,
                         std::vector<std::string>& errors);

}  // namespace acp
