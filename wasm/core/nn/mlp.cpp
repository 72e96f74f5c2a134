#include "core/nn/mlp.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace acp {

Mlp::Mlp(const MlpShape& shape) {
  int inputs = shape.inputs;
  const auto add = [&](int outputs, Activation activation) {
    const int weights = parameters_;
    const int biases = weights + padded(outputs) * inputs;
    layers_.push_back({inputs, outputs, weights, biases, activation});
    parameters_ = biases + padded(outputs);
    inputs = outputs;
  };
  for (const int units : shape.hidden) add(units, shape.activation);
  add(shape.outputs, Activation::identity);
}

void Mlp::initialise(std::span<Scalar> theta, Rng& rng) const {
  assert(static_cast<int>(theta.size()) == parameters_);
  std::fill(theta.begin(), theta.end(), Scalar(0));
  for (const Layer& layer : layers_) {
    const double bound = 1 / std::sqrt(static_cast<double>(layer.inputs));
    for (int j = 0; j <= layer.inputs; ++j) {  // the biases follow as one more column
      Scalar* column = theta.data() + layer.weights + j * layer.stride();
      for (int i = 0; i < layer.outputs; ++i) {
        column[i] = static_cast<Scalar>(rng.uniform(-bound, bound));
      }
    }
  }
}

MlpPass::MlpPass(const Mlp& mlp, int batch) : mlp_(&mlp), batch_(batch), kept_(batch) {
  int largest = 0;
  for (const auto& layer : mlp.layers()) {
    outputs_.emplace_back(layer.outputs, batch);
    largest = std::max(largest, padded(layer.inputs) * layer.outputs);
  }
  for (std::size_t i = 0; i + 1 < mlp.layers().size(); ++i) {
    gradients_.emplace_back(mlp.layers()[i].outputs, batch);
  }
  transposed_.resize(static_cast<std::size_t>(largest));
}

const Matrix& MlpPass::forward(std::span<const Scalar> theta, const Matrix& x) {
  assert(x.rows() == mlp_->inputs() && x.cols() == batch_);
  const kernels::Set& set = kernels::chosen();
  input_ = &x;
  kept_ = batch_;
  const Matrix* in = &x;
  for (std::size_t l = 0; l < outputs_.size(); ++l) {
    const auto& layer = mlp_->layers()[l];
    Matrix& out = outputs_[l];
    const kernels::Product product{.m = layer.stride(),
                                   .n = batch_,
                                   .k = layer.inputs,
                                   .a = theta.data() + layer.weights,
                                   .a_stride = layer.stride(),
                                   .b = in->col(0),
                                   .b_stride = in->stride(),
                                   .c = out.col(0),
                                   .c_stride = out.stride()};
    set.dense_forward(product, theta.data() + layer.biases, layer.activation);
    in = &out;
  }
  return *in;
}

void MlpPass::keep(std::span<const int> columns) {
  assert(std::is_sorted(columns.begin(), columns.end()));
  kept_ = static_cast<int>(columns.size());
  for (std::size_t l = 0; l + 1 < outputs_.size(); ++l) {
    Matrix& hidden = outputs_[l];
    for (int j = 0; j < kept_; ++j) {
      const int from = columns[static_cast<std::size_t>(j)];
      copy_few(hidden.col(from), hidden.stride(), hidden.col(j));
    }
  }
}

void MlpPass::backward(std::span<const Scalar> theta, const Matrix& output_gradient,
                       std::span<Scalar> theta_gradient, Matrix* input_gradient) {
  assert(theta_gradient.empty() || kept_ == batch_);
  const kernels::Set& set = kernels::chosen();
  const Matrix* delta = &output_gradient;
  for (std::size_t l = outputs_.size(); l-- > 0;) {
    const auto& layer = mlp_->layers()[l];
    const Matrix& in = l > 0 ? outputs_[l - 1] : *input_;
    if (!theta_gradient.empty()) {
      set.dense_backward_weights({.m = layer.stride(),
                                  .n = layer.inputs,
                                  .k = batch_,
                                  .a = delta->col(0),
                                  .a_stride = delta->stride(),
                                  .b = in.col(0),
                                  .b_stride = in.stride(),
                                  .c = theta_gradient.data() + layer.weights,
                                  .c_stride = layer.stride()},
                                 theta_gradient.data() + layer.biases);
    }
    Matrix* out = l > 0 ? &gradients_[l - 1] : input_gradient;
    if (out == nullptr) return;
    const int stride = padded(layer.inputs);
    set.transpose(theta.data() + layer.weights, layer.stride(), layer.outputs, layer.inputs,
                  transposed_.data(), stride);
    const Activation below = l > 0 ? mlp_->layers()[l - 1].activation : Activation::identity;
    set.dense_backward_input({.m = stride,
                              .n = kept_,
                              .k = layer.outputs,
                              .a = transposed_.data(),
                              .a_stride = stride,
                              .b = delta->col(0),
                              .b_stride = delta->stride(),
                              .c = out->col(0),
                              .c_stride = out->stride()},
                             in.col(0), below);
    delta = out;
  }
}

}  // namespace acp
