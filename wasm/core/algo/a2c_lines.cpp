#include "core/algo/a2c_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kValue[] = {{"v", "V(s)", "What the critic expects before the step."},
                                    {"v_next", "V(s')", "And after it."}};

constexpr TraceQuantity kTarget[] = {
    kDiscountQuantity,
    {"return", "G", "Rewards, and what V says where they end."},
    {"advantage", "\\hat A", "How much better that is than V said."}};

constexpr TraceQuantity kCritic[] = {{"error", "V(s)-G", "What V says too much, before the step."},
                                     {"loss", "L", "Mean square of the errors.", TraceOf::batch},
                                     kGradientNormQuantity,
                                     adam_quantity("\\psi")};

constexpr TraceLine kLines[] = {
    {.id = "initialise", .phase = TracePhase::act, .text = "begin with any V and policy"},
    loop_line(),
    act_line("draw an action from the policy, in each environment in turn", ""),
    rollout_line("once all have made their steps, take these"),
    each_line(),
    {.id = "value",
     .phase = TracePhase::critic,
     .text = "ask V before and after",
     .formula = "V(s),\\;V(s')",
     .indent = 2,
     .quantities = kValue},
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "add up rewards, and bootstrap where they end",
     .formula = "\\hat A=G-V(s)",
     .indent = 2,
     .quantities = kTarget},
    {.id = "critic",
     .phase = TracePhase::critic,
     .text = "move V towards G",
     .formula = "\\psi\\leftarrow\\psi-\\eta_V\\nabla\\,\\overline{(V(s)-G)^2}",
     .indent = 1,
     .quantities = kCritic},
    {.id = "actor",
     .phase = TracePhase::actor,
     .text = "make what was better than V more likely",
     .formula = "\\theta\\leftarrow\\theta+\\eta_\\pi\\,\\overline{\\nabla_\\theta\\bigl("
                "\\hat A\\log\\pi_\\theta(a|s)+\\beta H(\\pi_\\theta(\\cdot|s))\\bigr)}",
     .indent = 1,
     .quantities = kActorWithEntropyQuantities}};

}  // namespace

std::span<const TraceLine> a2c_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
