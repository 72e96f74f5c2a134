#pragma once

#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/nn/kernels.h"

namespace acp {

using kernels::Activation;

/// The shape of a multilayer perceptron: dense layers, one activation on the hidden ones, none on
/// the output.
struct MlpShape {
  int inputs;
  std::vector<int> hidden;  ///< units of each hidden layer
  int outputs;
  Activation activation = Activation::relu;
};

/// Where the layers of a perceptron lie in one flat vector of parameters: for each layer its
/// weights, column by column (one column per input, padded to whole packs), then its biases.
/// Knows no numbers; several vectors (online, target) share one.
class Mlp {
 public:
  struct Layer {
    int inputs;
    int outputs;
    int weights;  ///< offset of the first weight
    int biases;   ///< offset of the first bias
    Activation activation;
    int stride() const { return padded(outputs); }
  };

  explicit Mlp(const MlpShape& shape);

  int inputs() const { return layers_.front().inputs; }
  int outputs() const { return layers_.back().outputs; }
  const std::vector<Layer>& layers() const { return layers_; }
  /// Length of the flat vector, padding included.
  int parameters() const { return parameters_; }

  /// Weights and biases uniform in +-1/sqrt(inputs of the layer) (PyTorch's default for Linear).
  void initialise(std::span<Scalar> theta, Rng& rng) const;

 private:
  std::vector<Layer> layers_;
  int parameters_ = 0;
};

/// The forward and backward pass of one perceptron over batches of one size; holds the
/// activations between the two. Allocates at construction only.
class MlpPass {
 public:
  MlpPass(const Mlp& mlp, int batch);

  /// `x` [inputs x batch] must stay alive and unchanged until the backward pass. Returns the
  /// outputs [outputs x batch].
  const Matrix& forward(std::span<const Scalar> theta, const Matrix& x);

  /// Until the next forward pass a backward one is about these columns of the batch, ascending,
  /// and no others: its gradients have as many columns. Of theta it then has none.
  void keep(std::span<const int> columns);

  /// Given d loss / d output [outputs x batch], writes d loss / d theta (if not empty) and
  /// d loss / d x (if not null).
  void backward(std::span<const Scalar> theta, const Matrix& output_gradient,
                std::span<Scalar> theta_gradient, Matrix* input_gradient);

 private:
  const Mlp* mlp_;
  int batch_;
  int kept_;  ///< columns of the batch
  const Matrix* input_ = nullptr;
  std::vector<Matrix> outputs_;
  std::vector<Matrix> gradients_;  ///< of the outputs of the hidden layers
  Buffer transposed_;
};

}  // namespace acp
