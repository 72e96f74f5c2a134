#include "core/dist/taken_action.h"

#include <array>
#include <cassert>
#include <cmath>

namespace acp {
namespace {

constexpr auto kBound = static_cast<Scalar>(1 - kEdge);
constexpr double kArtanhOfBound = 3.8002011672502;  // log(2 / kEdge - 1) / 2

/// log P(eps >= x) of a standard normal number, to 1.2e-7 (Press et al., Numerical Recipes, 6.2).
double log_upper_tail(double x) {
  constexpr std::array kCoefficients{0.17087277, -0.82215223, 1.48851587, -1.13520398,
                                     0.27886807, -0.18628806, 0.09678418, 0.37409196,
                                     1.00002368, -1.26551223};
  const double z = std::abs(x) / std::sqrt(2.0);
  const double t = 1 / (1 + z / 2);
  double exponent = 0;
  for (const double c : kCoefficients) exponent = exponent * t + c;
  exponent += math::log(t / 2) - z * z;
  return x >= 0 ? exponent : math::log(1 - math::exp(exponent));
}

Scalar log_density(Scalar mu, Scalar log_sigma, Scalar a) {
  const Scalar precision = math::exp(-log_sigma);
  if (std::abs(a) >= kBound) {
    const double centre = static_cast<double>(a > 0 ? mu : -mu);
    const double to_bound = (kArtanhOfBound - centre) * static_cast<double>(precision);
    return static_cast<Scalar>(log_upper_tail(to_bound));
  }
  const Scalar above = math::log(1 + a), below = math::log(1 - a);
  const Scalar eps = ((above - below) / 2 - mu) * precision;
  return -gaussian_cost(eps, log_sigma) - above - below;
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
    sum += std::abs(a) >= kBound ? math::log(kEdge / 2) : -math::kLog2;
  }
  return static_cast<Scalar>(sum);
}

}  // namespace acp
