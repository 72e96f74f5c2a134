#include "core/dist/categorical.h"

#include <algorithm>

#include "core/base/math.h"

namespace acp {

void log_softmax(std::span<const Scalar> logits, std::span<Scalar> log_probabilities) {
  const Scalar largest = *std::max_element(logits.begin(), logits.end());
  Scalar sum = 0;
  for (const Scalar z : logits) sum += math::exp(z - largest);
  const Scalar log_sum = largest + math::log(sum);
  for (std::size_t k = 0; k < logits.size(); ++k) log_probabilities[k] = logits[k] - log_sum;
}

int category_at(std::span<const Scalar> log_probabilities, double u) {
  const int last = static_cast<int>(log_probabilities.size()) - 1;
  double sum = 0;
  for (int k = 0; k < last; ++k) {
    sum += static_cast<double>(math::exp(log_probabilities[static_cast<std::size_t>(k)]));
    if (u < sum) return k;
  }
  return last;
}

Scalar soft_value(std::span<const Scalar> log_probabilities, std::span<const Scalar> q,
                  Scalar alpha) {
  Scalar value = 0;
  for (std::size_t a = 0; a < q.size(); ++a) {
    value += math::exp(log_probabilities[a]) * (q[a] - alpha * log_probabilities[a]);
  }
  return value;
}

Scalar entropy(std::span<const Scalar> log_probabilities) {
  Scalar sum = 0;
  for (const Scalar log_p : log_probabilities) sum -= math::exp(log_p) * log_p;
  return sum;
}

}  // namespace acp
