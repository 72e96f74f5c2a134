// Estimates of the gradient of a policy network's weights theta, over a batch of states s_1 ... s_B
// whose heads are phi(s; theta):
//
//     g = 1/B sum_b J_b' g_b,   J_b = d phi(s_b) / d theta,   g_b an estimate in head space
//
// which is one backward pass, as in training.
#include "core/lab/theta.h"

#include <algorithm>

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

ThetaSpace::ThetaSpace(const FrozenRun& run, const LabSubject& subject)
    : run_(&run), subject_(&subject), states_(run.states()) {
  const GradientProblem& problem = run.problem();
  const double products = static_cast<double>(quadrature_actions(subject.action_size())) *
                          problem.critics.mlp().parameters() * problem.critics.count() *
                          static_cast<double>(states_.size());
  if (subject.exact && (subject.discrete() || products < kMostProducts)) take_exact_gradients();
  plane_.emplace(pilot(), reference_);
}

void ThetaSpace::take_exact_gradients() {
  Matrix heads(run_->problem().network().outputs(), run_->observations().cols());
  for (int j = 0; j < heads.cols(); ++j) {
    LabState& state = states_[static_cast<std::size_t>(j)];
    state.exact = expectation_in(state, subject_->policy, subject_->alpha, run_->source(j).get());
    std::copy(state.exact->gradient.begin(), state.exact->gradient.end(), heads.col(j));
  }
  Matrix gradient(size(), 1);
  BackwardPass(run_->problem(), run_->observations()).carry(heads, gradient.col(0));
  reference_.assign(gradient.col(0), gradient.col(0) + size());
}

/// By the estimator that trains, if that has noise.
Matrix ThetaSpace::pilot() const {
  MeasurementConfig config = run_->training();
  config.space = LabSpace::theta;
  if (config.exact() || !check(config, *subject_, states_).empty()) {
    config = {};  // that has noise, and is always possible
    config.space = LabSpace::theta;
  }
  Matrix estimates(size(), kPilot);
  Rng rng(1, Stream::lab);
  make_sampler(config)->estimate(rng, estimates);
  return estimates;
}

std::unique_ptr<Sampler> ThetaSpace::make_sampler(const MeasurementConfig& config) const {
  LabStates states;
  for (const auto& state : states_) states.push_back(&state);
  const auto f = run_->source();
  return std::make_unique<ThetaSampler>(acp::make_sampler(config, *subject_, f.get(), states),
                                        run_->problem(), run_->observations());
}

}  // namespace acp
