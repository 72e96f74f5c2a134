#include "core/algo/value_function.h"

namespace acp {

ValueFunction::ValueFunction(const NetworkSettings& networks, int observation_size, int batch,
                             Rng& initialisation)
    : network_(networks.shape(observation_size, 1), batch, initialisation),
      output_gradient_(1, batch) {}

void ValueFunction::value(const Matrix& observations, std::span<Scalar> values) {
  const Matrix& v = network_.forward(observations);
  for (std::size_t j = 0; j < values.size(); ++j) values[j] = v(0, static_cast<int>(j));
}

double ValueFunction::accumulate(const Matrix& observations, std::span<const Scalar> targets,
                                 double scale, TraceSink trace) {
  const Matrix& v = network_.forward(observations);
  const auto slope = static_cast<Scalar>(2 * scale);
  double squares = 0;
  output_gradient_.set_zero();
  for (std::size_t state = 0; state < targets.size(); ++state) {
    const int j = static_cast<int>(state);
    const Scalar error = v(0, j) - targets[state];
    trace.next("error", error);
    output_gradient_(0, j) = slope * error;
    squares += static_cast<double>(error) * error;
  }
  network_.accumulate(output_gradient_);
  return squares;
}

}  // namespace acp
