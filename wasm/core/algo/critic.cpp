#include "core/algo/critic.h"

#include <algorithm>

namespace acp {

CriticEnsemble::CriticEnsemble(const MlpShape& shape, int critics, int batch, Rng& initialisation,
                               Twin twin)
    : twin_(twin),
      mlp_(shape),
      pass_(mlp_, batch),
      output_gradient_(shape.outputs, batch),
      gradient_(static_cast<std::size_t>(mlp_.parameters())) {
  for (int i = 0; i < critics; ++i) {
    Buffer theta(static_cast<std::size_t>(mlp_.parameters()));
    mlp_.initialise(theta, initialisation);
    members_.push_back({theta, theta, Adam(mlp_.parameters())});
  }
}

void CriticEnsemble::target_values(const Matrix& inputs, Matrix& q, TraceSink trace) {
  combine(pass_, inputs, &Member::target, q, trace);
  trace.sample("q_next", q);
}
void CriticEnsemble::values(MlpPass& pass, const Matrix& inputs, Matrix& q) const {
  combine(pass, inputs, &Member::theta, q);
}

void CriticEnsemble::combine(MlpPass& pass, const Matrix& inputs, Buffer Member::*weights,
                             Matrix& q, TraceSink trace) const {
  q = pass.forward(members_[0].*weights, inputs);
  trace.sample("q_target", q);
  if (count() == 1) return;
  const Matrix& other = pass.forward(members_[1].*weights, inputs);
  trace.sample("q_target", other);
  for (int j = 0; j < q.cols(); ++j) {
    for (int i = 0; i < q.rows(); ++i) {
      const bool least = twin_ == Twin::minimum;
      q(i, j) = least ? std::min(q(i, j), other(i, j)) : (q(i, j) + other(i, j)) / 2;
    }
  }
}

CriticEnsemble::Fit CriticEnsemble::fit(const Matrix& inputs, const Matrix* choices,
                                        std::span<const Scalar> targets, double learning_rate,
                                        TraceSink trace) {
  Fit fit{0, 0};
  const auto size = static_cast<Scalar>(targets.size());
  for (auto& member : members_) {
    const Matrix& q = pass_.forward(member.theta, inputs);
    Scalar squares = 0, sum = 0;
    if (choices != nullptr) output_gradient_.set_zero();
    for (int j = 0; j < q.cols(); ++j) {
      const int row = choices == nullptr ? 0 : static_cast<int>((*choices)(0, j));
      const Scalar error = q(row, j) - targets[static_cast<std::size_t>(j)];
      output_gradient_(row, j) = 2 * error / size;
      trace.next("q", q(row, j));
      trace.next("error", error);
      squares += error * error;
      sum += q(row, j);
    }
    fit.loss += squares / size;
    if (&member == &members_.front()) fit.mean_q = sum / size;
    pass_.backward(member.theta, output_gradient_, gradient_, nullptr);
    const bool first = &member == &members_.front();
    member.adam.step(member.theta, gradient_, learning_rate, first ? trace : TraceSink());
  }
  trace.batch("loss", fit.loss);
  return fit;
}

void CriticEnsemble::update_targets(double tau, TraceSink trace) {
  trace.batch("tau", tau);
  for (auto& member : members_) {
    const bool first = &member == &members_.front();
    polyak(member.target, member.theta, tau, first ? trace : TraceSink(), "q_weight");
  }
}

bool CriticEnsemble::finite() const {
  return std::all_of(members_.begin(), members_.end(),
                     [](const Member& member) { return all_finite(member.theta); });
}

void CriticEnsemble::digest(Digest& digest) const {
  for (const auto& member : members_) {
    digest.add(std::span(member.theta));
    digest.add(std::span(member.target));
  }
}

void stack(const Matrix& observations, const Matrix& actions, Matrix& inputs) {
  for (int j = 0; j < inputs.cols(); ++j) {
    Scalar* column = copy_few(observations.col(j), observations.rows(), inputs.col(j));
    copy_few(actions.col(j), actions.rows(), column);
  }
}

CriticObjective::CriticObjective(const CriticEnsemble& critics, int count, int action_size,
                                 int states, int per_state)
    : critics_(&critics),
      observation_size_(critics.mlp().inputs() - action_size),
      inputs_(critics.mlp().inputs(), states * per_state),
      outputs_(static_cast<std::size_t>(count)),
      least_(static_cast<std::size_t>(states * per_state)),
      ones_(1, states * per_state),
      input_gradient_(critics.mlp().inputs(), states * per_state) {
  for (int j = 0; j < ones_.cols(); ++j) ones_(0, j) = 1;
  passes_.reserve(outputs_.size());
  for (int i = 0; i < count; ++i) passes_.emplace_back(critics.mlp(), states * per_state);
}

void CriticObjective::set_states(const Matrix& states) {
  for (int j = 0; j < inputs_.cols(); ++j) {
    copy_few(states.col(j % states.cols()), observation_size_, inputs_.col(j));
  }
}

void CriticObjective::forward(const Matrix& actions, std::span<Scalar> values) {
  for (int j = 0; j < inputs_.cols(); ++j) {
    copy_few(actions.col(j), actions.rows(), inputs_.col(j) + observation_size_);
  }
  for (int i = 0; i < count(); ++i) {
    const Matrix& q = passes_[static_cast<std::size_t>(i)].forward(critics_->theta(i), inputs_);
    outputs_[static_cast<std::size_t>(i)] = &q;
    for (int j = 0; j < q.cols(); ++j) {
      Scalar& value = values[static_cast<std::size_t>(j)];
      value = i == 0 ? q(0, j) : std::min(value, q(0, j));
    }
  }
}

void CriticObjective::value(const Matrix& actions, std::span<Scalar> values) {
  forward(actions, values);
}

void CriticObjective::value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                                         Matrix& gradient) {
  forward(actions, values);
  gradient.set_zero();
  for (int i = 0; i < count(); ++i) {
    const Matrix& q = *outputs_[static_cast<std::size_t>(i)];
    std::size_t found = 0;
    for (int j = 0; j < q.cols(); ++j) {
      const Scalar value = values[static_cast<std::size_t>(j)];
      bool least = q(0, j) == value;
      for (int k = 0; k < i; ++k) {  // the first of equals
        least = least && (*outputs_[static_cast<std::size_t>(k)])(0, j) != value;
      }
      if (least) least_[found++] = j;
    }
    MlpPass& pass = passes_[static_cast<std::size_t>(i)];
    pass.keep(std::span(least_).first(found));
    pass.backward(critics_->theta(i), ones_, {}, &input_gradient_);
    for (std::size_t k = 0; k < found; ++k) {
      for (int r = 0; r < gradient.rows(); ++r) {
        gradient(r, least_[k]) += input_gradient_(observation_size_ + r, static_cast<int>(k));
      }
    }
  }
}

}  // namespace acp
