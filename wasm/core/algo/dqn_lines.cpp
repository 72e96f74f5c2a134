#include "core/algo/dqn_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kTarget[] = {
    {"q_target", "Q^T(s',\\cdot)", "What the target network says of every choice."},
    {"q_select", "Q(s',\\cdot)", "What chooses among them, where Q-learning is double."},
    kDiscountQuantity,
    kTargetQuantity};

constexpr TraceQuantity kCritic[] = {{"q", "Q(s,a)", "What Q said before the step."},
                                     kErrorQuantity,
                                     {"loss", "L", "Mean square of the errors.", TraceOf::batch},
                                     adam_quantity("\\psi")};

constexpr TraceQuantity kTargets[] = {
    kTauQuantity, {"q_weight", "\\psi^T", "The weight that was furthest behind.", TraceOf::weight}};

constexpr TraceLine kLines[] = {
    {.id = "initialise",
     .phase = TracePhase::act,
     .text = "begin with any Q, and nothing kept",
     .formula = "Q^T=Q,\\;\\mathcal D=\\emptyset"},
    loop_line(),
    act_line("do what Q likes best, or now and then anything, and keep what follows"),
    sample_line(),
    each_line(),
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "bootstrap from the best choice",
     .formula = "y=r+\\gamma(1-d)\\max_bQ^T(s',b)",
     .indent = 2,
     .quantities = kTarget},
    {.id = "critic",
     .phase = TracePhase::critic,
     .text = "move Q towards y",
     .formula = "\\psi\\leftarrow\\psi-\\eta\\nabla\\,\\overline{(Q(s,a)-y)^2}",
     .indent = 1,
     .quantities = kCritic},
    {.id = "targets",
     .phase = TracePhase::targets,
     .text = "let the target follow, in every n-th update",
     .formula = "\\psi^T\\leftarrow(1-\\tau)\\,\\psi^T+\\tau\\,\\psi",
     .indent = 1,
     .quantities = kTargets}};

}  // namespace

std::span<const TraceLine> dqn_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
