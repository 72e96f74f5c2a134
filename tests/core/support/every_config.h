#pragma once

#include <string>
#include <vector>

#include "core/grad/estimator_entry.h"

namespace acp {

/// Every one of `entries` with every baseline that it has, a few samples each.
template <class Config>
std::vector<Config> every_config(std::span<const EstimatorEntry> entries) {
  std::vector<Config> all;
  for (int kind = 0; kind < static_cast<int>(entries.size()); ++kind) {
    const auto add = [&](Baseline baseline, int samples) {
      all.push_back({.kind = kind, .baseline = baseline, .action_samples = samples});
    };
    add(Baseline::none, 1);
    add(Baseline::none, 4);
    if (!entries[static_cast<std::size_t>(kind)].has_baseline) continue;
    add(Baseline::leave_one_out, 2);
    add(Baseline::leave_one_out, 8);
    add(Baseline::value, 1);
    add(Baseline::value, 3);
  }
  return all;
}

template <class Config>
std::string name_of(const Config& config) {
  const char* baselines[] = {"none", "leave_one_out", "value"};
  return std::string(config.entry().about.id) + "_" + baselines[static_cast<int>(config.baseline)] +
         "_" + std::to_string(config.action_samples);
}

}  // namespace acp
