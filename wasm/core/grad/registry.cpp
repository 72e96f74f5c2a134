// A list for each of those that a program can leave out: the linker drops what it does not call.
#include <algorithm>
#include <cassert>

#include "core/grad/categorical_score_function.h"
#include "core/grad/deterministic.h"
#include "core/grad/estimator_entry.h"
#include "core/grad/exact_sum.h"
#include "core/grad/finite_difference.h"
#include "core/grad/gumbel_softmax.h"
#include "core/grad/measure_valued.h"
#include "core/grad/reparameterization.h"
#include "core/grad/score_function.h"

namespace acp {
namespace {

std::span<const EstimatorEntry> for_the_lab_alone() {
  static const EstimatorEntry entries[] = {deterministic_entry(), measure_valued_entry(),
                                           finite_difference_entry()};
  return entries;
}

}  // namespace

std::span<const EstimatorEntry> estimators() {
  static const EstimatorEntry entries[] = {reparameterization_entry(), score_function_entry()};
  return entries;
}

std::span<const EstimatorEntry> categorical_estimators() {
  static const EstimatorEntry entries[] = {exact_sum_entry(), categorical_score_function_entry(),
                                           gumbel_softmax_entry()};
  return entries;
}

std::vector<const EstimatorEntry*> all_estimators() {
  std::vector<const EstimatorEntry*> all;
  for (const auto& list : {estimators(), for_the_lab_alone(), categorical_estimators()}) {
    for (const auto& entry : list) all.push_back(&entry);
  }
  return all;
}

int index_of(std::span<const EstimatorEntry> entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return id == entry.about.id; });
  assert(found != entries.end());
  return static_cast<int>(found - entries.begin());
}

}  // namespace acp
