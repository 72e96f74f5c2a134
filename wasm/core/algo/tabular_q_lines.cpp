#include "core/algo/tabular_q_lines.h"

#include "core/algo/lines.h"

namespace acp {
namespace {

constexpr TraceQuantity kTarget[] = {
    {"state", "s", "The number of the state."},
    {"next_state", "s'", "That of the next one."},
    {"q_next", "Q(s',\\cdot)", "What the table says of every choice there."},
    kDiscountQuantity,
    {"epsilon", "\\epsilon", "Share of random actions in the expectation.", TraceOf::batch},
    {"a_next", "a'", "What SARSA will do there."},
    kTargetQuantity};

constexpr TraceQuantity kCritic[] = {
    {"error", "\\delta=y-Q(s,a)", "The temporal-difference error."},
    {"q", "Q(s,a)", "Before and after.", TraceOf::weight}};

constexpr TraceLine kLines[] = {
    {.id = "initialise", .phase = TracePhase::act, .text = "begin with any table Q"},
    loop_line(),
    act_line("do what Q likes best, or now and then anything", ""),
    {.id = "target",
     .phase = TracePhase::critic,
     .text = "bootstrap from the next state",
     .formula = "y=r+\\gamma(1-d)\\max_bQ(s',b)",
     .indent = 1,
     .quantities = kTarget},
    {.id = "critic",
     .phase = TracePhase::critic,
     .text = "go a part of the way",
     .formula = "Q(s,a)\\leftarrow Q(s,a)+\\eta\\,(y-Q(s,a))",
     .indent = 1,
     .quantities = kCritic}};

}  // namespace

std::span<const TraceLine> tabular_q_lines() {
  if constexpr (kTraced) return kLines;
  return {};
}

}  // namespace acp
