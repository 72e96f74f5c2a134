#pragma once

#include "core/base/trace.h"

/// Lines and quantities of a trace that several algorithms share.
namespace acp {

inline constexpr TraceQuantity kStateQuantity{"s", "s", "What was observed."};
inline constexpr TraceQuantity kActionQuantity{
    "a", "a", "What was done: in [-1, 1] per dimension, or the index of a choice."};
inline constexpr TraceQuantity kRewardQuantity{"r", "r", "What that brought."};
inline constexpr TraceQuantity kNextStateQuantity{"s_next", "s'", "What was observed then."};
inline constexpr TraceQuantity kTerminatedQuantity{"terminated", "d",
                                                   "1 where nothing follows any more, else 0."};

inline constexpr TraceQuantity kTransitionQuantities[] = {
    kStateQuantity, kActionQuantity, kRewardQuantity, kNextStateQuantity, kTerminatedQuantity};

inline constexpr TraceQuantity kRolloutQuantities[] = {
    kStateQuantity,      kActionQuantity,
    kRewardQuantity,     kNextStateQuantity,
    kTerminatedQuantity, {"truncated", "t", "1 where the time limit ended the episode, else 0."}};

inline constexpr TraceQuantity kDiscountQuantity{
    "gamma", "\\gamma", "What a reward a step later counts.", TraceOf::batch};
inline constexpr TraceQuantity kTargetQuantity{"y", "y", "What Q is to say of s and a."};
inline constexpr TraceQuantity kErrorQuantity{"error", "Q(s,a)-y",
                                              "What Q says too much, before the step."};
inline constexpr TraceQuantity kLossQuantity{
    "loss", "L", "Mean square of the errors, summed over the critics.", TraceOf::batch};
inline constexpr TraceQuantity kNormQuantity{"head_gradient_norm", "\\|\\nabla_\\phi\\|",
                                             "Root mean square over the batch.", TraceOf::batch};
inline constexpr TraceQuantity kTauQuantity{"tau", "\\tau", "Share of the way.", TraceOf::batch};
inline constexpr TraceQuantity kFollowingQuantity{
    "q_weight", "\\psi^T_i", "The weight of the first critic that was furthest behind.",
    TraceOf::weight};

/// Adam's step of the weight, of so-and-so, with the largest gradient.
constexpr TraceQuantity adam_quantity(const char* symbol) {
  return {"adam", symbol, "Adam's step of the weight with the largest gradient.", TraceOf::weight};
}

inline constexpr TraceQuantity kGradientNormQuantity{
    "gradient_norm", "\\|\\nabla\\|", "Length of the gradient, before it is shortened.",
    TraceOf::batch};

/// Of actors that make actions more likely that were good.
inline constexpr TraceQuantity kWeightQuantity{
    "w", "w", "What log-probabilities are weighed by: the advantage, over how many are averaged."};
inline constexpr TraceQuantity kHeadQuantity{
    "head", "\\phi", "What the network says: mean and log sigma, or the logits."};
inline constexpr TraceQuantity kScoreQuantity{"head_gradient", "\\nabla_\\phi",
                                              "Uphill for that, in each state, weighed."};
inline constexpr TraceQuantity kActorQuantities[] = {kWeightQuantity, kHeadQuantity, kScoreQuantity,
                                                     kGradientNormQuantity,
                                                     adam_quantity("\\theta")};
inline constexpr TraceQuantity kActorWithEntropyQuantities[] = {
    kWeightQuantity,       kHeadQuantity,
    kScoreQuantity,        {"entropy", "\\bar H", "Of the policy, exactly.", TraceOf::batch},
    kGradientNormQuantity, adam_quantity("\\theta")};

constexpr TraceLine loop_line() {
  return {.id = "loop", .phase = TracePhase::act, .text = "for k = 0, 1, 2, ..."};
}
constexpr TraceLine act_line(const char* text,
                             const char* formula = "(s,a,r,s',d)\\to\\mathcal D") {
  return {.id = "act",
          .phase = TracePhase::act,
          .text = text,
          .formula = formula,
          .indent = 1,
          .quantities = kTransitionQuantities};
}
constexpr TraceLine rollout_line(const char* text) {
  return {.id = "sample",
          .phase = TracePhase::critic,
          .text = text,
          .indent = 1,
          .quantities = kRolloutQuantities};
}
constexpr TraceLine sample_line() {
  return {.id = "sample",
          .phase = TracePhase::critic,
          .text = "draw a batch of what is kept",
          .formula = "(s,a,r,s',d)\\sim\\mathcal D",
          .indent = 1,
          .quantities = kTransitionQuantities};
}
constexpr TraceLine each_line() {
  return {.id = "each", .phase = TracePhase::critic, .text = "for each of them", .indent = 1};
}

}  // namespace acp
