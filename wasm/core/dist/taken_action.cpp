#include "core/dist/taken_action.h"

#include <cassert>
#include <cmath>

namespace acp {
namespace {

constexpr auto kBound = static_cast<Scalar>(1 - kEdge);
constexpr double kLogOfEdge = -7.600902459542082;   // log(kEdge / 2)
constexpr Scalar kArtanhOfBound = 3.8002011672502;  // log(2 / kEdge - 1) / 2

/// log P(eps >= x) of a standard normal number; P is right to 1.4e-4 (Bowling et al., 2009).
Scalar log_upper_tail(Scalar x) {
  return -math::softplus(x * (Scalar(1.5976) + Scalar(0.07056) * x * x));
}

Scalar log_density(Scalar mu, Scalar log_sigma, Scalar a) {
  const Scalar precision = math::exp(-log_sigma);
  if (std::abs(a) >= kBound) {
    return log_upper_tail((kArtanhOfBound - (a > 0 ? mu : -mu)) * precision);
  }
  const Scalar eps = (math::log((1 + a) / (1 - a)) / 2 - mu) * precision;
  return -gaussian_cost(eps, log_sigma) - math::log(1 - a * a);
}

}  // namespace

void log_densities(const GaussianHead& head, const Matrix& actions, std::span<Scalar> out) {
  assert(head.squash == Squash::tanh);
  const int d = head.action_size();
  for (std::size_t k = 0; k < out.size(); ++k) {
    const auto j = static_cast<int>(k);
    Scalar sum = 0;
    for (int i = 0; i < d; ++i) {
      sum += log_density(head.phi(i, j), clamped_log_sigma(head.phi(d + i, j)), actions(i, j));
    }
    out[k] = sum;
  }
}

Scalar uniform_log_density(std::span<const Scalar> action) {
  double sum = 0;
  for (const Scalar a : action) {
    sum += std::abs(a) >= kBound ? kLogOfEdge : -math::kLog2;
  }
  return static_cast<Scalar>(sum);
}

}  // namespace acp
