#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/matrix.h"

namespace acp {

/// Two directions among thousands in which to look at estimates: that of the exact gradient, and
/// across it the main direction of their noise.
class LabPlane {
 public:
  /// From a pilot, one estimate in each column; where `reference` is empty their mean stands in.
  LabPlane(const Matrix& pilot, std::span<const double> reference);

  /// Along and across.
  std::pair<float, float> project(const Scalar* estimate) const;
  void describe(JsonWriter& json) const;

 private:
  bool exact_;
  double length_ = 0;  ///< of the reference, which lies at (length, 0)
  std::vector<double> along_;
  std::vector<double> across_;
};

}  // namespace acp
