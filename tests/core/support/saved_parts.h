#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/nn/adam.h"

namespace acp {

/// What an algorithm saves, read part by part in its order.
class SavedParts {
 public:
  static constexpr std::size_t kStreamBytes = sizeof(std::uint64_t[4]);  ///< of a random stream

  explicit SavedParts(Algorithm& algorithm) {
    Writer writer;
    algorithm.save(writer);
    bytes_ = writer.take();
    rest_ = bytes_;
  }
  SavedParts(const SavedParts&) = delete;
  SavedParts& operator=(const SavedParts&) = delete;

  /// Weights, and the mean gradient that their optimiser keeps.
  struct Network {
    Buffer theta, mean_gradient;

    /// That of the only step made so far.
    Buffer gradient() const { return gradient_after({{}, Buffer(theta.size())}); }
    /// That of the only step since `before`.
    Buffer gradient_after(const Network& before) const {
      const auto kept = static_cast<Scalar>(Adam::Settings().beta1);
      const auto fresh = static_cast<Scalar>(1 - Adam::Settings().beta1);
      Buffer gradient = mean_gradient;
      for (std::size_t i = 0; i < gradient.size(); ++i) {
        gradient[i] = (gradient[i] - kept * before.mean_gradient[i]) / fresh;
      }
      return gradient;
    }
  };

  Network network() { return {.theta = numbers(), .mean_gradient = adam()}; }
  Buffer adam() {
    Buffer mean_gradient = numbers();
    numbers();
    skip(2 * sizeof(double));
    return mean_gradient;
  }
  Buffer numbers() {
    Buffer values(number<std::uint64_t>());
    std::memcpy(values.data(), rest_.data(), values.size() * sizeof(Scalar));
    skip(values.size() * sizeof(Scalar));
    return values;
  }
  template <class T>
  T number() {
    T x;
    std::memcpy(&x, rest_.data(), sizeof x);
    skip(sizeof x);
    return x;
  }
  void skip(std::size_t bytes) { rest_ = rest_.subspan(bytes); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::span<const std::uint8_t> rest_;
};

}  // namespace acp
