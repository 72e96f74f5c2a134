// Apart from the others, so that a program that only trains does not contain them.
#include "core/grad/deterministic.h"
#include "core/grad/estimator.h"
#include "core/grad/finite_difference.h"
#include "core/grad/measure_valued.h"
#include "core/grad/reparameterization.h"
#include "core/grad/score_function.h"

namespace acp {

std::span<const EstimatorEntry> all_estimators() {
  static const EstimatorEntry entries[] = {reparameterization_entry(), score_function_entry(),
                                           deterministic_entry(), measure_valued_entry(),
                                           finite_difference_entry()};
  return entries;
}

}  // namespace acp
