#include "core/dist/gaussian.h"

#include <algorithm>
#include <array>

namespace acp {

void draw_noise(Rng& rng, Matrix& noise) {
  std::array<Scalar, 2 * kPack> block;  // as many as the generator makes at once
  std::size_t used = block.size();
  for (int j = 0; j < noise.cols(); ++j) {
    for (int i = 0; i < noise.rows(); ++i) {
      if (used == block.size()) {
        rng.fill_normal(block);
        used = 0;
      }
      noise(i, j) = block[used++];
    }
  }
}

double ActionSamples::mean_log_prob() const {
  double sum = 0;
  for (const Scalar x : log_prob) sum += static_cast<double>(x);
  return sum / static_cast<double>(log_prob.size());
}

namespace {

/// kPack columns of a batch at a time: numbers of one row, side by side.
using Columns = std::array<int, kPack>;

Pack gather(const Matrix& m, int row, const Columns& columns) {
  Pack x;
  for (int lane = 0; lane < kPack; ++lane)
    x[lane] = m(row, columns[static_cast<std::size_t>(lane)]);
  return x;
}
void scatter(const Pack& x, Matrix& m, int row, const Columns& columns) {
  for (int lane = 0; lane < kPack; ++lane)
    m(row, columns[static_cast<std::size_t>(lane)]) = x[lane];
}
/// Columns from `first`; the last one again where there are no more.
Columns columns_from(int first, int count) {
  Columns columns;
  for (int& each : columns) each = std::min(first++, count - 1);
  return columns;
}

Pack clamped(const Pack& log_sigma) {
  return math::min(math::max(log_sigma, splat<Pack>(kLogSigmaMin)), splat<Pack>(kLogSigmaMax));
}

}  // namespace

void sample(const GaussianHead& head, ActionSamples& x) {
  const int d = head.action_size();
  const int states = head.states();
  for (int b = 0; b < states; b += kPack) {
    const Columns state = columns_from(b, states);
    for (int i = 0; i < d; ++i) {
      scatter(math::exp(clamped(gather(head.phi, d + i, state))), x.sigma, i, state);
    }
  }
  for (int j = 0; j < x.count(); j += kPack) {
    const Columns each = columns_from(j, x.count());
    Columns state = each;
    for (int& b : state) b %= states;
    Pack log_prob{};
    for (int i = 0; i < d; ++i) {
      const Pack eps = gather(x.noise, i, each);
      const Pack u = gather(head.phi, i, state) + gather(x.sigma, i, state) * eps;
      scatter(u, x.pre_squash, i, each);
      log_prob -= gaussian_cost(eps, clamped(gather(head.phi, d + i, state)));
      if (head.squash == Squash::tanh) {
        scatter(math::tanh(u), x.action, i, each);
        log_prob -= squash_cost(u);
      } else {
        scatter(u, x.action, i, each);
      }
    }
    for (int lane = 0; lane < kPack; ++lane) {
      x.log_prob[static_cast<std::size_t>(each[static_cast<std::size_t>(lane)])] = log_prob[lane];
    }
  }
}

void mode(const GaussianHead& head, Matrix& action) {
  for (int b = 0; b < head.states(); ++b) {
    for (int i = 0; i < head.action_size(); ++i) {
      const Scalar mu = head.phi(i, b);
      action(i, b) = head.squash == Squash::tanh ? math::tanh(mu) : mu;
    }
  }
}

}  // namespace acp
