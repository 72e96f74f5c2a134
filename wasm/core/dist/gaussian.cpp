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

void sample(const GaussianHead& head, ActionSamples& x) {
  const int d = head.action_size();
  const int states = head.states();
  for (int b = 0; b < states; ++b) {
    for (int i = 0; i < d; ++i) {
      const Scalar log_sigma = std::clamp(head.phi(d + i, b), kLogSigmaMin, kLogSigmaMax);
      x.sigma(i, b) = math::exp(log_sigma);
    }
  }
  for (int j = 0; j < x.count(); ++j) {
    const int b = j % states;
    Scalar log_prob = 0;
    for (int i = 0; i < d; ++i) {
      const Scalar eps = x.noise(i, j);
      const Scalar log_sigma = std::clamp(head.phi(d + i, b), kLogSigmaMin, kLogSigmaMax);
      const Scalar u = head.phi(i, b) + x.sigma(i, b) * eps;
      x.pre_squash(i, j) = u;
      log_prob -= gaussian_cost(eps, log_sigma);
      if (head.squash == Squash::tanh) {
        x.action(i, j) = math::tanh(u);
        log_prob -= squash_cost(u);
      } else {
        x.action(i, j) = u;
      }
    }
    x.log_prob[static_cast<std::size_t>(j)] = log_prob;
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
