#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/grad/estimator_entry.h"

namespace acp {

/// An estimator by its name in the lab. Those of both kinds of policy may share one, and then have
/// the same options.
struct LabEstimator {
  Option about;
  const EstimatorEntry* gaussian = nullptr;
  const EstimatorEntry* categorical = nullptr;

  /// What estimates for such a policy, or null.
  const EstimatorEntry* entry(bool discrete) const { return discrete ? categorical : gaussian; }
  std::span<const EstimatorOption> options() const;
};

/// The lab's own: the expectation that the others are compared with, as if it were an estimate.
inline constexpr std::string_view kExact = "exact";

std::span<const LabEstimator> lab_estimators();
int lab_estimator_index(std::string_view id);

}  // namespace acp
