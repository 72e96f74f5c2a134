#pragma once

#include <span>

#include "core/base/archive.h"
#include "core/base/matrix.h"
#include "core/base/trace.h"

namespace acp {

/// Adam (Kingma and Ba, 2015, algorithm 1), epsilon outside the root:
///     m = beta1 m + (1 - beta1) g,  v = beta2 v + (1 - beta2) g^2,
///     theta -= rate * mhat / (sqrt(vhat) + epsilon).
class Adam {
 public:
  struct Settings {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
  };

  Adam() = default;
  explicit Adam(int parameters) : Adam(parameters, Settings()) {}
  Adam(int parameters, Settings settings);

  /// One step against the gradient. Traces that of the weight whose gradient is the largest.
  void step(std::span<Scalar> theta, std::span<const Scalar> gradient, double rate,
            TraceSink trace = {});

  template <class Archive>
  void archive(Archive& archive) {
    archive(checked("m", m_, kComputed),
            checked("v", v_, {0, kLargestNumber, false, NonFinite::always}),
            checked("beta1_power", beta1_power_, {0, 1}),
            checked("beta2_power", beta2_power_, {0, 1}));
    archive.require(same_count(), "beta2_power", "not of as many steps as beta1_power");
  }

 private:
  /// Whether both powers are those of one number of steps, as far as rounding lets them tell.
  bool same_count() const;
  /// Steps made; NaN where they are too many to be told.
  double steps() const;
  void move(std::span<Scalar> theta, std::span<const Scalar> gradient, double rate);

  Settings settings_;
  Buffer m_;
  Buffer v_;
  double beta1_power_ = 1;
  double beta2_power_ = 1;
};

/// Polyak averaging: target = (1 - tau) target + tau source. Traces, by that name, the weight that
/// they differ in most.
void polyak(std::span<Scalar> target, std::span<const Scalar> source, double tau,
            TraceSink trace = {}, const char* name = "");

}  // namespace acp
