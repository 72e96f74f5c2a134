#include "core/algo/q_actor_critic_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kNextAction[] = {
    {"a_next", "a'", "Drawn from the policy as it is now, not from that of the replay."}};

constexpr TraceQuantity kTarget[] = {
    {"q_target", "Q_i^T(s',a')", "What each target network says of it."},
    {"q_next", "\\min_iQ_i^T(s',a')", "The smaller of two counts."},
    kDiscountQuantity,
    kTargetQuantity};

constexpr TraceQuantity kCritic[] = {{"q", "Q_i(s,a)", "What each critic said before the step."},
                                     kErrorQuantity,
                                     kLossQuantity,
                                     adam_quantity("\\psi_1")};

constexpr TraceQuantity kAction[] = {
    {"mu", "\\mu", "Mean of the policy before tanh."},
    {"log_sigma", "\\log\\sigma", "Its spread, before it is held within [-20, 2]."},
    {"epsilon", "\\varepsilon", "Standard normal noise."},
    {"action", "a", "What the policy would do now."}};

constexpr TraceQuantity kActor[] = {
    {"q", "Q(s,a)", "What the critics say of it; the smaller of two."},
    {"dq_da", "\\nabla_aQ", "Its slope along the action; the score function does without."},
    {"baseline", "b(s)", "What the score function subtracts."},
    {"advantage", "Q-b", "What the score function weighs an action by."},
    {"head_gradient", "\\nabla_\\phi", "Uphill for mean and log sigma, in each state."},
    kNormQuantity,
    adam_quantity("\\theta")};

constexpr TraceQuantity kTargets[] = {kTauQuantity, kFollowingQuantity};

constexpr TraceLine kLines[] = {
    {.id = "initialise",
     .phase = TracePhase::act,
     .text = "begin with any Q and policy, and nothing kept",
     .formula = "Q_i^T=Q_i,\\;\\mathcal D=\\emptyset"},
    loop_line(),
    act_line("draw an action from the policy, and keep what follows"),
    sample_line(),
    each_line(),
    {.id = "next_action",
     .phase = TracePhase::critic,
     .text = "draw an action for what came then",
     .formula = "a'\\sim\\pi_\\theta(\\cdot|s')",
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
     .text = "draw actions for every s",
     .formula = "a=\\tanh(\\mu+\\sigma\\varepsilon)",
     .indent = 1,
     .quantities = kAction},
    {.id = "actor",
     .phase = TracePhase::actor,
     .text = "climb Q",
     .formula = "\\theta\\leftarrow\\theta+\\eta_\\pi\\,"
                "\\overline{\\nabla_\\theta\\log\\pi_\\theta(a|s)\\,(Q(s,a)-b(s))}",
     .indent = 1,
     .quantities = kActor},
    {.id = "targets",
     .phase = TracePhase::targets,
     .text = "let the targets follow",
     .formula = "\\psi_i^T\\leftarrow(1-\\tau)\\,\\psi_i^T+\\tau\\,\\psi_i",
     .indent = 1,
     .quantities = kTargets}};

}  // namespace

std::span<const TraceLine> q_actor_critic_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
