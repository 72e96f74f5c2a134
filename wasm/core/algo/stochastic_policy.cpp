#include "core/algo/stochastic_policy.h"

#include <algorithm>

#include "core/dist/categorical.h"
#include "core/grad/score.h"

namespace acp {
namespace {

int head_size(const TaskShape& task) {
  return task.discrete ? task.action_size : 2 * task.action_size;
}

class PolicyActor final : public Actor {
 public:
  PolicyActor(const Learner& network, const TaskShape& task, int batch)
      : sampler_(network, task, batch), discrete_(task.discrete) {}

  void act(const Matrix& observations, Matrix& actions, Rng* noise) override {
    sampler_.draw(observations, actions, noise);
    if (discrete_) return;
    for (int j = 0; j < actions.cols(); ++j) {
      for (int i = 0; i < actions.rows(); ++i) {
        actions(i, j) = std::clamp(actions(i, j), Scalar(-1), Scalar(1));
      }
    }
  }

 private:
  PolicySampler sampler_;
  bool discrete_;
};

}  // namespace

std::unique_ptr<Actor> make_policy_actor(const Learner& network, const TaskShape& task, int batch) {
  return std::make_unique<PolicyActor>(network, task, batch);
}

PolicyNetwork policy_of(const Learner& network, const TaskShape& task) {
  const auto head = task.discrete ? PolicyHead::categorical : PolicyHead::gaussian;
  return {head, &network.mlp(), network.theta()};
}

PolicySampler::PolicySampler(const Learner& network, const TaskShape& task, int batch)
    : network_(&network),
      discrete_(task.discrete),
      pass_(network.mlp(), batch),
      samples_(task.action_width(), batch, 1),
      log_probabilities_(static_cast<std::size_t>(task.action_size)) {}

void PolicySampler::draw(const Matrix& observations, Matrix& actions, Rng* noise) {
  const Matrix& head = pass_.forward(network_->theta(), observations);
  if (discrete_) return draw_choices(head, actions, noise);
  const GaussianHead gaussian{head, Squash::none};
  if (noise == nullptr) return mode(gaussian, actions);
  draw_noise(*noise, samples_.noise);
  sample(gaussian, samples_);
  actions = samples_.action;
}

void PolicySampler::draw_choices(const Matrix& logits, Matrix& actions, Rng* noise) {
  for (int j = 0; j < logits.cols(); ++j) {
    const Scalar* z = logits.col(j);
    int choice = 0;
    if (noise == nullptr) {
      choice = static_cast<int>(std::max_element(z, z + logits.rows()) - z);
    } else {
      log_softmax({z, static_cast<std::size_t>(logits.rows())}, log_probabilities_);
      choice = category_at(log_probabilities_, noise->uniform());
    }
    actions(0, j) = static_cast<Scalar>(choice);
  }
}

StochasticPolicy::StochasticPolicy(const NetworkSettings& networks, const TaskShape& task,
                                   int batch, Rng& initialisation)
    : task_(task),
      network_(networks.shape(task.observation_size, head_size(task)), batch, initialisation),
      behaviour_(network_, task, 1),
      head_gradient_(head_size(task), batch) {}

std::unique_ptr<Actor> StochasticPolicy::make_actor(int batch) const {
  return make_policy_actor(network_, task_, batch);
}

double StochasticPolicy::accumulate(const Matrix& observations, const Matrix& actions,
                                    std::span<const Scalar> weights, double beta, TraceSink trace) {
  const Matrix& head = network_.forward(observations);
  const auto score = task_.discrete ? categorical_score : gaussian_score;
  const double entropies = score(head, actions, weights, static_cast<Scalar>(beta), head_gradient_);
  trace.sample("w", weights);
  trace.sample("head", head, static_cast<int>(weights.size()));
  trace.sample("head_gradient", head_gradient_, static_cast<int>(weights.size()));
  for (int j = 0; j < head_gradient_.cols(); ++j) {  // the network descends
    for (int i = 0; i < head_gradient_.rows(); ++i) head_gradient_(i, j) *= -1;
  }
  network_.accumulate(head_gradient_);
  return entropies;
}

}  // namespace acp
