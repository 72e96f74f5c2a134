#include "cli/report_tables.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "cli/report_summary.h"
#include "core/base/json.h"

namespace acp::cli {
namespace {

/// Four significant digits, whole numbers whole.
std::string figure(double x) {
  if (!std::isfinite(x)) return "never";
  if (x == 0) return "0";
  const double digits = 3 - std::floor(std::log10(std::abs(x)));
  const double unit = std::pow(10, std::max(digits, 0.0));
  return number_text(std::round(x * unit) / unit);
}

std::string figures(const Interval& interval) {
  return "[" + figure(interval.low) + ", " + figure(interval.high) + "]";
}

}  // namespace

Table arm_table(const SweepResults& results, std::optional<double> threshold) {
  Table table{{"arm", "seeds", "interquartile mean [95 %]", "mean", "median", "worst", "best"}};
  if (threshold) {
    table[0].push_back("first at " + figure(*threshold) + ", steps: median (latest)");
  }
  for (const Arm& arm : results.arms) {
    const ArmSummary of = summarise(arm, threshold);
    std::string seeds = std::to_string(arm.seeds.size());
    if (of.stopped > 0) seeds += ", " + std::to_string(of.stopped) + " stopped early";
    if (arm.unscored > 0) seeds += ", " + std::to_string(arm.unscored) + " without score";
    table.push_back({arm.name, seeds, figure(of.iqm) + " " + figures(of.iqm_interval),
                     figure(of.mean), figure(of.median), figure(of.worst), figure(of.best)});
    if (of.hits) {
      table.back().push_back(figure(of.hits->median) + " (" + figure(of.hits->latest) + "), " +
                             std::to_string(of.hits->reached) + "/" +
                             std::to_string(arm.seeds.size()));
    }
  }
  return table;
}

Table comparison_table(const SweepResults& results) {
  Table table{{"arm", "probability of improvement [95 %]",
               "difference seed by seed: interquartile mean [95 %]", "better seeds"}};
  for (std::size_t i = 1; i < results.arms.size(); ++i) {
    const Comparison of = compare(results.arms[i], results.arms.front());
    table.push_back({of.arm->name,
                     figure(of.improvement.probability) + " " + figures(of.improvement.interval)});
    const auto& paired = of.paired;
    table.back().push_back(paired ? figure(paired->iqm) + " " + figures(paired->interval) : "");
    table.back().push_back(
        paired ? std::to_string(paired->better) + " of " + std::to_string(paired->seeds) : "");
  }
  return table;
}

std::vector<std::string> remarks_on(const SweepResults& results) {
  std::set<std::size_t> counts;
  for (const Arm& arm : results.arms) counts.insert(arm.seeds.size());
  std::vector<std::string> remarks(counts.size());
  std::transform(counts.begin(), counts.end(), remarks.begin(), coverage_text);
  if (results.missing > 0) {
    remarks.push_back(std::to_string(results.missing) + " runs of the plan are missing.");
  }
  return remarks;
}

}  // namespace acp::cli
