#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace acp::cli {

/// One run of a sweep: all that its numbers depend on.
struct PlannedRun {
  std::string config;  ///< as `RunConfig::print` writes it, so that equal runs are equal texts
  std::int64_t steps;

  /// 16 hexadecimal digits, a hash of both.
  std::string id() const;
  bool operator==(const PlannedRun&) const = default;
};

inline constexpr std::size_t kMostRuns = 100'000;

/// Every combination of `key=values` words, the last varying fastest. Values are separated by
/// commas; `1..20` are whole numbers. `seeds` is `seed`; without `steps` a preset has its own,
/// else there are 10,000. Throws `UsageError` or `ConfigError`.
std::vector<PlannedRun> plan_runs(const std::vector<std::string>& words);

/// A line of JSON per run, and back; `name` is for the error.
std::string plan_text(std::span<const PlannedRun> runs);
std::vector<PlannedRun> read_plan(const std::vector<std::string>& lines, const std::string& name);

}  // namespace acp::cli
