#include "core/grad/estimator_entry.h"

namespace acp {

std::vector<double> own_initially(std::span<const EstimatorEntry> entries) {
  std::vector<double> own;
  for (const auto& entry : entries) {
    for (const auto& option : entry.options) own.push_back(option.initial);
  }
  return own;
}

std::span<const double> own_of(std::span<const EstimatorEntry> entries, int kind,
                               std::span<const double> own) {
  std::size_t first = 0;
  for (const auto& entry : entries.first(static_cast<std::size_t>(kind))) {
    first += entry.options.size();
  }
  return own.subspan(first, entries[static_cast<std::size_t>(kind)].options.size());
}

void visit_own(std::span<const EstimatorEntry> entries, std::vector<double>& own, const char* group,
               ParameterVisitor& v) {
  auto value = own.begin();
  for (const auto& entry : entries) {
    const std::string when = std::string("estimator=") + entry.about.id;
    for (const auto& option : entry.options) {
      v.number({.name = option.training_name,
                .title = option.title,
                .symbol = option.symbol,
                .group = group,
                .help = option.help,
                .live = true,
                .when = when.c_str()},
               *value++, option.range);
    }
  }
}

std::string when_baseline(std::span<const EstimatorEntry> entries) {
  std::string when;
  for (const auto& entry : entries) {
    if (entry.has_baseline)
      when += (when.empty() ? "estimator=" : "|") + std::string(entry.about.id);
  }
  return when;
}

Complaint check_baseline(const EstimatorEntry& entry, Baseline baseline, int action_samples,
                         std::string_view owner) {
  if (!entry.has_baseline || baseline != Baseline::leave_one_out || action_samples >= 2) return {};
  return std::string(owner) + ".action_samples: " + std::to_string(action_samples) +
         " is outside [2, 64], which baseline=leave_one_out needs";
}

}  // namespace acp
