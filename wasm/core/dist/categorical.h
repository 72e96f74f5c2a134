// Categorical policy over logits z: log pi_k = z_k - log sum_j exp z_j.
#pragma once

#include <span>

#include "core/base/scalar.h"

namespace acp {

/// log pi of each category into `log_probabilities`, of the size of `logits`.
void log_softmax(std::span<const Scalar> logits, std::span<Scalar> log_probabilities);

/// The category at a uniform number `u` in [0, 1): the inverse of the cumulative distribution.
int category_at(std::span<const Scalar> log_probabilities, double u);

/// -sum_k pi_k log pi_k, in nats.
Scalar entropy(std::span<const Scalar> log_probabilities);

/// sum_k pi_k (q_k - alpha log pi_k), the soft value (Christodoulou, 2019, eq. 10).
Scalar soft_value(std::span<const Scalar> log_probabilities, std::span<const Scalar> q,
                  Scalar alpha);

}  // namespace acp
