// With x = gamma rho, the n-step return from s_0 has
//
//     bias x^n (v - 1 / (1 - x)) s_0
//     variance sigma^2 sum_{j = 1..n} gamma^{2j} ((1 - x^{n-j}) / (1 - x) + v x^{n-j})^2
//
// The lambda-return is linear in the state too, G = g s_0 + noise, with g = 1 + x ((1 - lambda) v +
// lambda g); each w adds c = gamma ((1 - lambda) v + lambda g) times itself, and gamma lambda as
// much one step later.
#include "core/exact/autoregression.h"

#include <vector>

#include "core/base/random.h"
#include "core/base/statistics.h"

namespace acp {
namespace {

double power(double x, int n) {
  double y = 1;
  for (; n > 0; --n) y *= x;
  return y;
}

}  // namespace

void Autoregression::visit(ParameterVisitor& v) {
  constexpr const char* group = "Process";
  v.number({.name = "rho",
            .title = "persistence",
            .symbol = "\\rho",
            .group = group,
            .help = "Share of the state that is left one step later."},
           rho, {-0.99, 0.99});
  v.number({.name = "sigma",
            .title = "noise",
            .symbol = "\\sigma",
            .group = group,
            .help = "Standard deviation of what is added in each step."},
           sigma, {0, 10});
  v.number({.name = "gamma",
            .title = "discount",
            .symbol = "\\gamma",
            .group = group,
            .help = "Weight of the reward one step later."},
           gamma, {0, 1});
  v.number({.name = "start", .title = "start", .symbol = "s_0", .group = group, .help = "State."},
           start, {-10, 10});
}

ReturnFromStart n_step_return(const Autoregression& chain, double v, int n) {
  const double x = chain.gamma * chain.rho;
  const double bias = power(x, n) * (v - chain.right_slope()) * chain.start;
  double variance = 0, weight = 1;
  for (int j = 1; j <= n; ++j) {
    const double later = power(x, n - j);
    const double slope = (1 - later) / (1 - x) + v * later;
    weight *= chain.gamma * chain.gamma;
    variance += weight * slope * slope;
  }
  return {bias + chain.right_slope() * chain.start, bias, chain.sigma * chain.sigma * variance};
}

ReturnFromStart lambda_return(const Autoregression& chain, double v, double lambda) {
  const double x = chain.gamma * chain.rho, decay = chain.gamma * lambda;
  const double g = (1 + x * (1 - lambda) * v) / (1 - x * lambda);
  const double c = chain.gamma * ((1 - lambda) * v + lambda * g);
  return {g * chain.start, (g - chain.right_slope()) * chain.start,
          chain.sigma * chain.sigma * c * c / (1 - decay * decay)};
}

SampledReturn sample_returns(const Autoregression& chain, double v, int n, int samples,
                             std::uint64_t seed) {
  Rng rng(seed, Stream::lab);
  Moments returns, fourth;
  std::vector<double> all;
  std::vector<Scalar> noise(static_cast<std::size_t>(n));
  for (int i = 0; i < samples; ++i) {
    rng.fill_normal(noise);
    double s = chain.start, discount = 1, G = 0;
    for (const Scalar w : noise) {
      G += discount * s;
      s = chain.rho * s + chain.sigma * static_cast<double>(w);
      discount *= chain.gamma;
    }
    all.push_back(G + discount * v * s);
    returns.add(all.back());
  }
  for (const double G : all) fourth.add((G - returns.mean()) * (G - returns.mean()));
  return {returns.mean(), returns.standard_error(), returns.variance(), fourth.standard_error()};
}

}  // namespace acp
