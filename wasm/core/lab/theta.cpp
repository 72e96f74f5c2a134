// Estimates of the gradient of a policy network's weights theta, over a batch of states s_1 ... s_B
// whose heads are phi(s; theta):
//
//     g = 1/B sum_b J_b' g_b,   J_b = d phi(s_b) / d theta,   g_b an estimate in head space
//
// which is one backward pass, as in training.
#include <algorithm>

#include "core/lab/moment.h"

namespace acp {
namespace {

/// Multiplications that a reference may take: a second or two.
constexpr double kMostProducts = 1e10;
constexpr int kPilot = 64;

/// Carries gradients of the heads of a batch back to the weights, as training does.
class BackwardPass {
 public:
  BackwardPass(const GradientProblem& problem, const Matrix& observations)
      : theta_(problem.theta()), pass_(problem.network(), observations.cols()) {
    pass_.forward(theta_, observations);
  }
  /// Of the mean over states, to be maximised; scales `heads`.
  void carry(Matrix& heads, Scalar* gradient) {
    heads.map() /= static_cast<Scalar>(heads.cols());
    pass_.backward(theta_, heads, {gradient, theta_.size()}, nullptr);
  }

 private:
  std::span<const Scalar> theta_;
  MlpPass pass_;
};

class ThetaSampler final : public Sampler {
 public:
  ThetaSampler(std::unique_ptr<Sampler> heads, const GradientProblem& problem,
               const Matrix& observations)
      : heads_(std::move(heads)),
        backward_(problem, observations),
        head_gradient_(problem.network().outputs(), observations.cols()) {}

  void estimate(Rng& rng, Matrix& gradient) override {
    for (int j = 0; j < gradient.cols(); ++j) {
      heads_->estimate(rng, head_gradient_);
      backward_.carry(head_gradient_, gradient.col(j));
    }
  }
  EvaluationCost cost() const override {
    const EvaluationCost each = heads_->cost();
    return {each.forward * head_gradient_.cols(), each.backward * head_gradient_.cols()};
  }

 private:
  std::unique_ptr<Sampler> heads_;
  BackwardPass backward_;
  Matrix head_gradient_;
};

}  // namespace

void LabMoment::prepare(const LabSubject& subject) {
  if (plane_) return;
  const double products = static_cast<double>(quadrature_actions(subject.action_size())) *
                          problem_.critics.mlp().parameters() * problem_.critics.count() *
                          static_cast<double>(states_.size());
  Matrix gradient(parameters(), 1);
  if (subject.exact && (subject.discrete() || products < kMostProducts)) {
    Matrix heads(problem_.network().outputs(), observations_.cols());
    for (int j = 0; j < heads.cols(); ++j) {
      LabState& state = states_[static_cast<std::size_t>(j)];
      state.exact = subject.expectation(state, source(observation(j), exactly_).get());
      std::copy(state.exact->gradient.begin(), state.exact->gradient.end(), heads.col(j));
    }
    BackwardPass(problem_, observations_).carry(heads, gradient.col(0));
    reference_.assign(gradient.col(0), gradient.col(0) + parameters());
  }
  MeasurementConfig config = training();
  config.space = LabSpace::theta;
  if (config.exact() || !check(config, subject).empty()) {
    config = {};  // that has noise, and is always possible
    config.space = LabSpace::theta;
  }
  Matrix pilot(parameters(), kPilot);
  Rng rng(1, Stream::lab);
  make_sampler(config, subject)->estimate(rng, pilot);
  plane_.emplace(pilot, reference_);
}

std::unique_ptr<Sampler> LabMoment::make_sampler(const MeasurementConfig& config,
                                                 const LabSubject& subject) const {
  LabStates states;
  for (const auto& state : states_) states.push_back(&state);
  const auto f = source(observations_, exactly_);
  return std::make_unique<ThetaSampler>(acp::make_sampler(config, subject, f.get(), states),
                                        problem_, observations_);
}

}  // namespace acp
