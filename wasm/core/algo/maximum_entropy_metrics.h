#pragma once

#include <array>

#include "core/algo/promise.h"
#include "core/algo/total_variation.h"

namespace acp {

/// What soft actor-critics report.
enum MaximumEntropyMetric {
  kCriticLoss,
  kMeanQ,
  kEntropy,
  kAlpha,
  kActorGradient,
  kReplayed,
  kOverestimation,
  kMetricCount
};

/// These, of which each has two in its own way: the policy's entropy, and the root mean square over
/// states of the actor's gradient.
constexpr std::array<MetricInfo, kMetricCount> maximum_entropy_metrics(
    const MetricInfo& entropy, const MetricInfo& actor_gradient) {
  return {{{"critic_loss", "critic loss", "", "\\sum_i \\overline{(Q_i(s,a)-y)^2}",
            "Mean squared error against the bootstrapped target, summed over the critics."},
           {"mean_q", "mean Q", "", "\\overline{Q_1(s,a)}",
            "Mean value that the first critic gives to replayed actions."},
           entropy,
           {"temperature", "temperature", "", "\\alpha", "Weight of the entropy in the objective."},
           actor_gradient,
           kTotalVariationInfo,
           kOverestimationInfo}};
}

}  // namespace acp
