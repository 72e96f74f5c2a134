#include "core/lab/expectation.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/math.h"

namespace acp {
namespace {

/// The normal density beyond is below 1e-31.
constexpr double kReach = 12;
constexpr int kPanels = 192;
/// Per panel, in each half: the 8-point Gauss-Legendre rule on [-1, 1].
constexpr std::array<double, 4> kNodes{0.18343464249564980494, 0.52553240991632898582,
                                       0.79666647741362673959, 0.96028985649753623168};
constexpr std::array<double, 4> kWeights{0.36268378337836198297, 0.31370664587788728734,
                                         0.22238103445337447054, 0.10122853629037625915};
constexpr int kNodesPerPanel = 8;
/// Over the whole rule, for each radian that a wave turns in one standard deviation: a panel of a
/// rule half as fine then holds six radians, which 8 points integrate to eight digits.
constexpr double kPanelsPerRadian = 8;

struct Node {
  double eps;
  double weight;  ///< that of the rule times the normal density
};

/// A rule over [-kReach, kReach] for integrands that are smooth between `breaks`.
std::vector<Node> rule(int panels, const std::vector<double>& breaks) {
  std::vector<double> edges{-kReach};
  for (int i = 1; i <= panels; ++i) {
    const double next = -kReach + 2 * kReach * i / panels;
    for (const double x : breaks) {
      if (x > edges.back() && x < next) edges.push_back(x);
    }
    edges.push_back(next);
  }
  std::vector<Node> nodes;
  nodes.reserve(edges.size() * kNodesPerPanel);
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const double middle = 0.5 * (edges[i - 1] + edges[i]);
    const double half = 0.5 * (edges[i] - edges[i - 1]);
    for (std::size_t k = 0; k < kNodes.size(); ++k) {
      for (const double side : {-1.0, 1.0}) {
        const double eps = middle + side * half * kNodes[k];
        const double density = math::exp(-0.5 * (eps * eps + math::kLog2Pi));
        nodes.push_back({eps, kWeights[k] * half * density});
      }
    }
  }
  return nodes;
}

double log_density(double eps, double log_sigma, double u, Squash squash) {
  double log_prob = -0.5 * (eps * eps + math::kLog2Pi) - log_sigma;
  if (squash == Squash::tanh) log_prob -= 2 * (math::kLog2 - u - math::softplus(-2 * u));
  return log_prob;
}

/// E[g], and E[g S] and E[g S^2] for the scores eps and eps^2 - 1, of a function of eps.
struct Scored {
  double value = 0;
  double slope = 0, square = 0;
  double slope_2 = 0, square_2 = 0;
  double tail = 0;  ///< a bound on what lies beyond the rule, where known

  void add(const Node& node, double g) {
    const double e = node.eps * node.eps;
    value += node.weight * g;
    slope += node.weight * g * node.eps;
    square += node.weight * g * (e - 1);
    slope_2 += node.weight * g * e;
    square_2 += node.weight * g * (e - 1) * (e - 1);
  }
};

struct Coordinate {
  double mu, log_sigma;  ///< as clamped
  bool inside;           ///< the clamp; beyond it nothing depends on log sigma
  double sigma() const { return math::exp(log_sigma); }
};

Coordinate coordinate(const std::vector<double>& phi, std::size_t i) {
  const double log_sigma = phi[phi.size() / 2 + i];
  return {phi[i], clamped_log_sigma(log_sigma), inside_clamp(static_cast<Scalar>(log_sigma))};
}

/// One dimension of a separable function, minus its value at the mean, which the scores do not see
/// and rounding does.
Scored integrate(const SeparableFunction& f, const Coordinate& at, Squash squash, double alpha,
                 int panels) {
  const double sigma = at.sigma();
  std::vector<double> breaks;
  for (const double x : f.jumps()) {
    const double u = squash == Squash::none ? x : 0.5 * math::log((1 + x) / (1 - x));
    if (std::isfinite(u)) breaks.push_back((u - at.mu) / sigma);
  }
  const auto g = [&](double eps) {
    const double u = at.mu + sigma * eps;
    const double x = squash == Squash::none ? u : math::tanh(u);
    const double entropy = alpha == 0 ? 0 : alpha * log_density(eps, at.log_sigma, u, squash);
    return f.term(x) - entropy;
  };
  const double level = g(0);
  Scored sum;
  for (const auto& node : rule(panels, breaks)) sum.add(node, g(node.eps) - level);
  const double edge = std::max(std::abs(g(kReach) - level), std::abs(g(-kReach) - level));
  sum.tail = edge * kReach * math::exp(-0.5 * (kReach * kReach + math::kLog2Pi));
  sum.value += level;
  sum.slope_2 += level;
  sum.square_2 += 2 * level;
  return sum;
}

int panels_for(const SeparableFunction& f, const Coordinate& at) {
  const double wanted = std::ceil(kPanelsPerRadian / 2 * f.fastest_wave() * at.sigma());
  return std::max(kPanels, 2 * static_cast<int>(wanted));
}

/// The nodes of a rule in `d` dimensions: node k has digit i of k, in base `count`, in dimension i.
std::size_t digit(std::size_t k, std::size_t i, std::size_t count) {
  return i == 0 ? k % count : k / count;
}

constexpr int panels_in(int action_size) { return action_size == 1 ? 96 : 16; }
constexpr int coarse_nodes(int action_size) { return panels_in(action_size) / 2 * kNodesPerPanel; }
static_assert(coarse_nodes(1) % kQuadratureChunk == 0);
static_assert(coarse_nodes(2) * coarse_nodes(2) % kQuadratureChunk == 0);

std::vector<Scored> integrate(ActionObjective& f, const std::vector<double>& phi, Squash squash,
                              double alpha, int panels, double& value) {
  const std::size_t d = phi.size() / 2;
  const auto nodes = rule(panels, {});
  const std::size_t count = nodes.size(), all = d == 1 ? count : count * count;
  Matrix actions(static_cast<int>(d), static_cast<int>(all));
  Matrix chunk(static_cast<int>(d), kQuadratureChunk);
  Buffer values(all);
  std::vector<double> entropy(all);
  for (std::size_t k = 0; k < all; ++k) {
    for (std::size_t i = 0; i < d; ++i) {
      const auto at = coordinate(phi, i);
      const double eps = nodes[digit(k, i, count)].eps, u = at.mu + at.sigma() * eps;
      const double x = squash == Squash::none ? u : math::tanh(u);
      actions(static_cast<int>(i), static_cast<int>(k)) = static_cast<Scalar>(x);
      entropy[k] += log_density(eps, at.log_sigma, u, squash);
    }
  }
  for (std::size_t first = 0; first < all; first += kQuadratureChunk) {
    for (int j = 0; j < kQuadratureChunk; ++j) {
      std::copy_n(actions.col(static_cast<int>(first) + j), d, chunk.col(j));
    }
    f.value(chunk, std::span(values).subspan(first, kQuadratureChunk));
  }
  std::vector<Scored> sums(d);
  for (std::size_t k = 0; k < all; ++k) {
    const double g = static_cast<double>(values[k]) - alpha * entropy[k];
    double weight = 1;
    for (std::size_t i = 0; i < d; ++i) weight *= nodes[digit(k, i, count)].weight;
    for (std::size_t i = 0; i < d; ++i) {
      sums[i].add({nodes[digit(k, i, count)].eps, weight}, g);
    }
  }
  value = sums[0].value;
  return sums;
}

Expectation assemble(const std::vector<Scored>& fine, const std::vector<Scored>& coarse,
                     const std::vector<double>& phi, double value, bool separable) {
  const std::size_t d = fine.size();
  Expectation result{value, std::vector<double>(2 * d), std::vector<double>(2 * d), 0};
  for (std::size_t i = 0; i < d; ++i) {
    const Coordinate at = coordinate(phi, i);
    const double sigma = at.sigma();
    const double others = separable ? value - fine[i].value : 0;
    result.gradient[i] = fine[i].slope / sigma;
    result.baseline[i] = others + fine[i].slope_2;
    const double error = (std::abs(fine[i].slope - coarse[i].slope) + fine[i].tail) / sigma;
    result.error = std::max(result.error, error);
    if (!at.inside) continue;
    result.gradient[d + i] = fine[i].square;
    result.baseline[d + i] = others + 0.5 * fine[i].square_2;
    result.error =
        std::max(result.error, std::abs(fine[i].square - coarse[i].square) + fine[i].tail);
  }
  return result;
}

}  // namespace

Expectation expectation_of(const SeparableFunction& f, const std::vector<double>& phi,
                           Squash squash, double alpha) {
  std::vector<Scored> fine, coarse;
  double value = f.constant();
  int evaluations = 0;
  for (std::size_t i = 0; i < phi.size() / 2; ++i) {
    const auto at = coordinate(phi, i);
    const int panels = panels_for(f, at);
    fine.push_back(integrate(f, at, squash, alpha, panels));
    coarse.push_back(integrate(f, at, squash, alpha, panels / 2));
    value += fine.back().value;
    evaluations += panels * kNodesPerPanel;
  }
  Expectation result = assemble(fine, coarse, phi, value, true);
  result.evaluations = evaluations;
  return result;
}

int quadrature_actions(int action_size) {
  const int nodes = panels_in(action_size) * kNodesPerPanel;
  return action_size == 1 ? nodes : nodes * nodes;
}

std::optional<Expectation> expectation_of(ActionObjective& f, const std::vector<double>& phi,
                                          Squash squash, double alpha) {
  const int d = static_cast<int>(phi.size() / 2);
  if (d > 2) return std::nullopt;
  double value = 0, coarse_value = 0;
  const auto fine = integrate(f, phi, squash, alpha, panels_in(d), value);
  const auto coarse = integrate(f, phi, squash, alpha, panels_in(d) / 2, coarse_value);
  Expectation result = assemble(fine, coarse, phi, value, false);
  result.evaluations = quadrature_actions(d);
  return result;
}

Expectation expectation_of(const std::vector<double>& logits, const std::vector<double>& f,
                           double alpha) {
  const std::size_t n = logits.size();
  const double top = *std::max_element(logits.begin(), logits.end());
  std::vector<double> p(n), g(n);
  double sum = 0, squares = 0;
  for (std::size_t k = 0; k < n; ++k) sum += p[k] = math::exp(logits[k] - top);
  const double log_sum = math::log(sum);
  Expectation result{0, std::vector<double>(n), std::vector<double>(n), 0, static_cast<int>(n)};
  for (std::size_t k = 0; k < n; ++k) {
    p[k] /= sum;
    squares += p[k] * p[k];
    g[k] = f[k] - alpha * (logits[k] - top - log_sum);
    result.value += p[k] * g[k];
  }
  double weighted = 0, weights = 0;
  for (std::size_t k = 0; k < n; ++k) {
    const double weight = p[k] * (1 - 2 * p[k] + squares);  // p_k |score of k|^2
    weighted += weight * g[k];
    weights += weight;
    result.gradient[k] = p[k] * (g[k] - result.value);
  }
  std::fill(result.baseline.begin(), result.baseline.end(), weights > 0 ? weighted / weights : 0);
  return result;
}

}  // namespace acp
