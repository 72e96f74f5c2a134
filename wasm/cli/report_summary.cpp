#include "cli/report_summary.h"

#include <algorithm>
#include <cmath>

#include "core/base/json.h"
#include "core/scores/coverage.h"

namespace acp::cli {
namespace {

std::vector<double> last_of(const Arm& arm) {
  std::vector<double> scores;
  for (const auto& seed : arm.seeds) scores.push_back(seed.last());
  return scores;
}

/// Between neighbours; infinite numbers are greater than all others.
double middle(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const double low = numbers[(numbers.size() - 1) / 2], high = numbers[numbers.size() / 2];
  return low == high ? low : (low + high) / 2;
}

ArmSummary::Hits hits_of(const Arm& arm, double threshold) {
  std::vector<double> first;
  for (const auto& seed : arm.seeds) first.push_back(seed.first_hit(threshold));
  const auto reached =
      std::count_if(first.begin(), first.end(), [](double steps) { return std::isfinite(steps); });
  return {static_cast<std::size_t>(reached), middle(first),
          *std::max_element(first.begin(), first.end())};
}

std::vector<double> differences(const Arm& arm, const Arm& first) {
  std::vector<double> differences;
  for (const auto& own : arm.seeds) {
    for (const auto& other : first.seeds) {
      if (own.seed == other.seed) differences.push_back(own.last() - other.last());
    }
  }
  return differences;
}

std::string percent(double share) { return number_text(std::round(100 * share)) + " %"; }

}  // namespace

ArmSummary summarise(const Arm& arm, std::optional<double> threshold) {
  const auto last = last_of(arm);
  const Scores scores(last);
  ArmSummary summary{};
  summary.arm = &arm;
  summary.iqm = scores.location(Location::interquartile_mean);
  summary.mean = scores.location(Location::mean);
  summary.median = scores.location(Location::median);
  summary.worst = *std::min_element(last.begin(), last.end());
  summary.best = *std::max_element(last.begin(), last.end());
  summary.iqm_interval = location_interval(scores, Location::interquartile_mean, {});
  for (const auto& seed : arm.seeds) summary.stopped += seed.status.empty() ? 0 : 1;
  if (threshold) summary.hits = hits_of(arm, *threshold);
  return summary;
}

Comparison compare(const Arm& arm, const Arm& first) {
  return {&arm, improvement(Scores(last_of(arm)), Scores(last_of(first))),
          paired_difference(differences(arm, first))};
}

std::string coverage_text(std::size_t count) {
  const std::string n = "n = " + std::to_string(count);
  if (count < 3) return n + ": too few seeds for an interval that says something.";
  const auto known = [&](ScoreLaw law) {
    return percent(known_coverage(law, Location::interquartile_mean, static_cast<int>(count)));
  };
  return n + ": a 95 % bootstrap interval of the interquartile mean holds the truth in " +
         known(ScoreLaw::normal) + " of cases where returns are normal, in " +
         known(ScoreLaw::bimodal) + " where a fifth of the runs fail" +
         (count > kMostKnown ? ", as was measured for " + std::to_string(kMostKnown) : "") +
         ". Between worst and best lie, " + "with 95 % confidence, at least " +
         percent(std::floor(100 * share_within_range(static_cast<int>(count))) / 100) +
         " of all runs.";
}

}  // namespace acp::cli
