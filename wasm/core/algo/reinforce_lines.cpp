#include "core/algo/reinforce_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr const char* kWhenLearned = "baseline=value";

constexpr TraceQuantity kValue[] = {{"v", "V(s)", "What is expected before the step."},
                                    {"v_next", "V(s')", "And after it."}};

constexpr TraceQuantity kTarget[] = {
    kDiscountQuantity,
    {"return", "G", "Discounted rewards from here to the end."},
    {"baseline", "b(s)", "What was to be expected: V, a running mean, or nothing."},
    {"advantage", "G-b", "How much better it was."}};

constexpr TraceQuantity kCritic[] = {{"error", "V(s)-G", "What V says too much, before the step."},
                                     {"loss", "L", "Mean square of the errors.", TraceOf::batch},
                                     kGradientNormQuantity,
                                     adam_quantity("\\psi")};

constexpr TraceQuantity kMean[] = {{"mean", "b", "Before and after.", TraceOf::weight}};

constexpr TraceLine kLines[] = {
    {.id = "initialise", .phase = TracePhase::act, .text = "begin with any policy"},
    loop_line(),
    act_line("draw actions from the policy until m episodes have ended", ""),
    rollout_line("take all their steps"),
    each_line(),
    {.id = "value",
     .phase = TracePhase::critic,
     .text = "ask V before and after",
     .formula = "V(s),\\;V(s')",
     .indent = 2,
     .quantities = kValue,
     .when = kWhenLearned},
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "add up rewards to the end, less what was to be expected",
     .formula = "G_t=\\textstyle\\sum_{k\\ge t}\\gamma^{k-t}r_k",
     .indent = 2,
     .quantities = kTarget},
    {.id = "critic",
     .phase = TracePhase::critic,
     .text = "move V towards G",
     .formula = "\\psi\\leftarrow\\psi-\\eta_V\\nabla\\,\\overline{(V(s)-G)^2}",
     .indent = 1,
     .quantities = kCritic,
     .when = kWhenLearned},
    {.id = "mean",
     .phase = TracePhase::critic,
     .text = "move the mean towards the returns",
     .formula = "b\\leftarrow b+0.1\\,(\\overline G-b)",
     .indent = 1,
     .quantities = kMean,
     .when = "baseline=mean"},
    {.id = "actor",
     .phase = TracePhase::actor,
     .text = "make what was better more likely",
     .formula = "\\theta\\leftarrow\\theta+\\eta_\\pi\\,\\tfrac1m\\textstyle\\sum"
                "(G-b)\\,\\nabla_\\theta\\log\\pi_\\theta(a|s)",
     .indent = 1,
     .quantities = kActorQuantities}};

}  // namespace

std::span<const TraceLine> reinforce_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
