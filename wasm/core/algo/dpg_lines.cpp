#include "core/algo/dpg_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kNextAction[] = {
    {"mu_next", "\\mu^T(s')", "What the target policy does there."},
    {"epsilon_next", "\\varepsilon'", "Standard normal, where the target is smoothed."},
    {"a_next", "a'", "What is valued: the same, with the noise if there is any."}};

constexpr TraceQuantity kTarget[] = {
    {"q_target", "Q_i^T(s',a')", "What each target network says of it."},
    {"q_next", "\\min_iQ_i^T(s',a')", "The smaller of two counts."},
    kDiscountQuantity,
    kTargetQuantity};

constexpr TraceQuantity kCritic[] = {{"q", "Q_i(s,a)", "What each critic said before the step."},
                                     kErrorQuantity,
                                     kLossQuantity,
                                     adam_quantity("\\psi_1")};

constexpr TraceQuantity kAction[] = {{"mu", "u", "What the network says, before tanh."},
                                     {"action", "a", "What the policy would do now."}};

constexpr TraceQuantity kActor[] = {
    {"q", "Q_1(s,a)", "What the first critic says of it."},
    {"dq_da", "\\nabla_aQ_1", "Its slope along the action."},
    {"head_gradient", "\\nabla_u", "The same before tanh, in each state."},
    kNormQuantity,
    adam_quantity("\\theta")};

constexpr TraceQuantity kTargets[] = {
    kTauQuantity,
    kFollowingQuantity,
    {"mu_weight", "\\theta^T", "The weight of the policy that was furthest behind.",
     TraceOf::weight}};

constexpr TraceLine kLines[] = {
    {.id = "initialise",
     .phase = TracePhase::act,
     .text = "begin with any Q and policy, and nothing kept",
     .formula = "Q_i^T=Q_i,\\;\\mu^T=\\mu,\\;\\mathcal D=\\emptyset"},
    loop_line(),
    act_line("do what the policy says, with noise, and keep what follows"),
    sample_line(),
    each_line(),
    {.id = "next_action",
     .phase = TracePhase::critic,
     .text = "ask the target policy about what came then",
     .formula = "a'=\\mu^T(s')",
     .indent = 2,
     .quantities = kNextAction},
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "bootstrap",
     .formula = "y=r+\\gamma(1-d)\\min_iQ_i^T(s',a')",
     .indent = 2,
     .quantities = kTarget},
    {.id = "critic",
     .phase = TracePhase::critic,
     .text = "move every Q towards y",
     .formula = "\\psi_i\\leftarrow\\psi_i-\\eta_Q\\nabla\\,\\overline{(Q_i(s,a)-y)^2}",
     .indent = 1,
     .quantities = kCritic},
    {.id = "action",
     .phase = TracePhase::actor,
     .text = "every d-th time, ask the policy about every s",
     .formula = "a=\\mu_\\theta(s)=\\tanh u",
     .indent = 1,
     .quantities = kAction},
    {.id = "actor",
     .phase = TracePhase::actor,
     .text = "climb Q",
     .formula = "\\theta\\leftarrow\\theta+\\eta_\\mu\\,"
                "\\overline{\\nabla_aQ_1(s,a)\\,\\nabla_\\theta\\mu_\\theta(s)}",
     .indent = 1,
     .quantities = kActor},
    {.id = "targets",
     .phase = TracePhase::targets,
     .text = "let the targets follow",
     .formula = "\\psi_i^T\\leftarrow(1-\\tau)\\,\\psi_i^T+\\tau\\,\\psi_i,\\;"
                "\\theta^T\\leftarrow(1-\\tau)\\,\\theta^T+\\tau\\,\\theta",
     .indent = 1,
     .quantities = kTargets}};

}  // namespace

std::span<const TraceLine> dpg_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
