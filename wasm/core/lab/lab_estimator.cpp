#include "core/lab/lab_estimator.h"

#include <algorithm>
#include <cassert>

namespace acp {
namespace {

std::vector<LabEstimator> by_name() {
  std::vector<LabEstimator> list{
      {{kExact.data(), "exact", "Quadrature, or the sum over all choices."}}};
  for (const EstimatorEntry* entry : all_estimators()) {
    auto found = std::find_if(list.begin(), list.end(), [&](const LabEstimator& each) {
      return std::string_view(each.about.id) == entry->lab_id;
    });
    if (found == list.end()) {
      const Option about{entry->lab_id, entry->about.title, entry->about.help};
      found = list.insert(found, LabEstimator{.about = about});
    }
    (entry->categorical() ? found->categorical : found->gaussian) = entry;
  }
  return list;
}

}  // namespace

std::span<const EstimatorOption> LabEstimator::options() const {
  const EstimatorEntry* either = gaussian != nullptr ? gaussian : categorical;
  return either != nullptr ? either->options : std::span<const EstimatorOption>();
}

std::span<const LabEstimator> lab_estimators() {
  static const std::vector<LabEstimator> all = by_name();
  return all;
}

int lab_estimator_index(std::string_view id) {
  const auto all = lab_estimators();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return id == each.about.id; });
  assert(found != all.end());
  return static_cast<int>(found - all.begin());
}

}  // namespace acp
