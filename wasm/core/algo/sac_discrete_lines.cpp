#include "core/algo/sac_discrete_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kTarget[] = {
    {"q_target", "Q_i^T(s',\\cdot)", "What each target network says of every choice."},
    {"q_next", "Q^T(s',\\cdot)", "What counts of them: the minimum, or the average."},
    kDiscountQuantity,
    {"alpha", "\\alpha", "Weight of the entropy.", TraceOf::batch},
    {"log_pi_next", "\\log\\pi(\\cdot|s')", "Log-probabilities of the choices."},
    {"v_next", "V^T(s')", "The exact mean over the choices, entropy included."},
    kTargetQuantity};

constexpr TraceQuantity kCritic[] = {{"q", "Q_i(s,a)", "What each critic said before the step."},
                                     kErrorQuantity,
                                     kLossQuantity,
                                     adam_quantity("\\psi_1")};

constexpr TraceQuantity kAction[] = {
    {"logits", "z", "What the policy's network says: log-probabilities up to a constant."}};

constexpr TraceQuantity kActor[] = {
    {"q", "Q(s,\\cdot)", "What the critics say of every choice."},
    {"relaxed", "y", "The soft choice of Gumbel-softmax, one for each action sample."},
    {"pi", "\\pi(\\cdot|s)", "Probabilities of the choices, which the exact sum takes."},
    {"v", "V(s)", "The mean over the choices, entropy included: of the sum, or as baseline."},
    {"choice", "A", "What the score function has drawn, one for each action sample."},
    {"advantage", "Q-\\alpha\\log\\pi-b", "What it weighs them by."},
    {"head_gradient", "\\nabla_z", "Uphill for the logits, in each state."},
    kNormQuantity,
    adam_quantity("\\theta")};

constexpr TraceQuantity kTemperature[] = {
    {"entropy", "\\bar H", "Of the policy, exactly.", TraceOf::batch},
    {"target_entropy", "H_0", "What it is to be.", TraceOf::batch},
    adam_quantity("\\log\\alpha"),
    {"alpha", "\\alpha", "Before and after.", TraceOf::weight}};

constexpr TraceQuantity kTargets[] = {kTauQuantity, kFollowingQuantity};

constexpr TraceLine kLines[] = {
    {.id = "initialise",
     .phase = TracePhase::act,
     .text = "begin with any Q and policy, and nothing kept",
     .formula = "Q_i^T=Q_i,\\;\\mathcal D=\\emptyset"},
    loop_line(),
    act_line("draw a choice from the policy, and keep what follows"),
    sample_line(),
    each_line(),
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "bootstrap from all choices, entropy included",
     .formula = "y=r+\\gamma(1-d)\\textstyle\\sum_b\\pi(b|s')"
                "\\bigl(Q^T(s',b)-\\alpha\\log\\pi(b|s')\\bigr)",
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
     .text = "ask the policy about every s",
     .formula = "\\pi_\\theta(\\cdot|s)=\\mathrm{softmax}\\,z",
     .indent = 1,
     .quantities = kAction},
    {.id = "actor",
     .phase = TracePhase::actor,
     .text = "climb the sum of Q and entropy",
     .formula = "\\theta\\leftarrow\\theta+\\eta_\\pi\\,\\overline{\\nabla_\\theta"
                "\\textstyle\\sum_b\\pi_\\theta(b|s)"
                "\\bigl(Q(s,b)-\\alpha\\log\\pi_\\theta(b|s)\\bigr)}",
     .indent = 1,
     .quantities = kActor},
    {.id = "temperature",
     .phase = TracePhase::temperature,
     .text = "weigh entropy more if there is too little",
     .formula = "\\log\\alpha\\leftarrow\\log\\alpha+\\eta_\\alpha(H_0-\\bar H)",
     .indent = 1,
     .quantities = kTemperature,
     .when = "tune_temperature=true"},
    {.id = "targets",
     .phase = TracePhase::targets,
     .text = "let the targets follow",
     .formula = "\\psi_i^T\\leftarrow(1-\\tau)\\,\\psi_i^T+\\tau\\,\\psi_i",
     .indent = 1,
     .quantities = kTargets}};

}  // namespace

std::span<const TraceLine> sac_discrete_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
