#pragma once

#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/scalar.h"
#include "core/env/environment.h"

/// What networks see and do, in the units of an environment and back.
namespace acp {

/// The range from `low` to `high` as [-1, 1].
struct UnitRange {
  double low;
  double high;

  double half() const { return 0.5 * (high - low); }
  double to_unit(double x) const { return (2 * x - low - high) / (high - low); }
  double from_unit(double y) const { return 0.5 * (high + low) + half() * y; }
  /// `to_unit(x)` is `scale() * x + shift()`.
  double scale() const { return 2 / (high - low); }
  double shift() const { return (low + high) / (low - high); }
};

/// A policy sees each component of an observation as it is, or its usual range as [-1, 1].
class ObservationScale {
 public:
  /// `info` must outlive it.
  ObservationScale(const EnvironmentInfo& info, bool normalise)
      : info_(&info), normalise_(normalise) {}

  double to_network(std::size_t i, double x) const { return normalise_ ? range(i).to_unit(x) : x; }
  double to_environment(std::size_t i, double y) const {
    return normalise_ ? range(i).from_unit(y) : y;
  }
  /// `to_network(i, x)` is `scale(i) * x + shift(i)`.
  double scale(std::size_t i) const { return normalise_ ? range(i).scale() : 1; }
  double shift(std::size_t i) const { return normalise_ ? range(i).shift() : 0; }

 private:
  UnitRange range(std::size_t i) const {
    return {info_->observation[i].low, info_->observation[i].high};
  }

  const EnvironmentInfo* info_;
  bool normalise_;
};

/// What a policy sees in each state of a finite set [observation_size x states].
Matrix indicators(const EnvironmentInfo& info, const ObservationScale& scale);

/// What a policy sees of an environment.
class Observer {
 public:
  Observer(const EnvironmentInfo& info, bool normalise)
      : scale_(info, normalise), observed_(info.observation.size()) {}
  void observe(const Environment& environment, Scalar* column);

 private:
  ObservationScale scale_;
  std::vector<double> observed_;
};

/// A policy acts in [-1, 1], or by the index of a choice. `space` must outlive this.
class ActionScale {
 public:
  explicit ActionScale(const ActionSpace& space) : space_(&space) {}
  /// The nearest action within the bounds.
  void to_environment(const Scalar* action, std::span<double> applied) const;
  double to_environment(std::size_t i, double action) const {
    return space_->discrete ? action : range(i).from_unit(action);
  }
  /// How far a dimension moves where the policy's moves by 1.
  double half_range(std::size_t i) const { return range(i).half(); }

 private:
  UnitRange range(std::size_t i) const { return {space_->low[i], space_->high[i]}; }

  const ActionSpace* space_;
};

}  // namespace acp
