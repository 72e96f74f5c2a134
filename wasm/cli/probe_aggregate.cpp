// What scores of several seeds say together, and how much that can be trusted.
#include <algorithm>
#include <cmath>

#include "cli/probe_operations.h"
#include "core/scores/coverage.h"

namespace acp::cli {
namespace {

constexpr double kLargestScore = 1e100;
constexpr std::size_t kMostScores = 10'000;

std::vector<double> read_numbers(Fields& fields, const std::string& name) {
  auto numbers = fields.numbers(name);
  if (numbers.size() > kMostScores) fields.refuse(name, "has more than 10000 numbers");
  for (const double number : numbers) {
    if (std::abs(number) > kLargestScore) fields.refuse(name, "has a number beyond 1e100");
  }
  return numbers;
}

/// One task's scores, or those of several.
std::vector<std::vector<double>> read_tasks(Fields& fields, const std::string& name) {
  const Json& value = fields.raw(name);
  if (!value.is_array() || value.empty() || !value.front().is_array()) {
    return {read_numbers(fields, name)};
  }
  std::vector<std::vector<double>> tasks;
  for (const Json& task : value) {
    const Json object{{name, task}};
    Fields one(object, "");
    tasks.push_back(read_numbers(one, name));
  }
  return tasks;
}

Resampling read_resampling(Fields& fields) {
  Resampling resampling;
  if (fields.has("resamples")) resampling.resamples = fields.count("resamples", 1, 100'000);
  if (fields.has("seed")) resampling.seed = fields.count("seed", 0, 2147483647);
  return resampling;
}

template <class Value>
Value choose(Fields& fields, const std::string& name,
             std::initializer_list<std::pair<const char*, Value>> choices) {
  const std::string text = fields.text(name);
  std::string names;
  for (const auto& [each, value] : choices) {
    if (text == each) return value;
    names += (names.empty() ? "" : ", ") + std::string(each);
  }
  fields.refuse(name, "\"" + text + "\" is not one of " + names);
}

Json json_of(const Interval& interval) { return {interval.low, interval.high}; }

}  // namespace

Json probe_aggregate(Fields& fields) {
  const auto tasks = read_tasks(fields, "scores");
  const Resampling resampling = read_resampling(fields);
  const Scores scores(tasks);
  Json answer{{"iqm", scores.location(Location::interquartile_mean)},
              {"mean", scores.location(Location::mean)},
              {"median", scores.location(Location::median)},
              {"iqm_interval",
               json_of(location_interval(scores, Location::interquartile_mean, resampling))}};
  if (fields.has("other")) {
    const auto other_tasks = read_tasks(fields, "other");
    if (other_tasks.size() != tasks.size()) {
      fields.refuse("other", "has not as many tasks as scores");
    }
    const Scores other(other_tasks);
    answer["probability_of_improvement"] = scores.probability_of_improvement(other);
    answer["interval"] = json_of(improvement_interval(scores, other, resampling));
  }
  if (fields.has("thresholds")) {
    const auto thresholds = read_numbers(fields, "thresholds");
    for (const auto& point : performance_profile(scores, thresholds, resampling)) {
      answer["profile"].push_back({{"threshold", point.threshold},
                                   {"share", point.share},
                                   {"interval", json_of(point.interval)}});
    }
  }
  return answer;
}

Json probe_coverage(Fields& fields) {
  const auto law = choose<ScoreLaw>(fields, "law",
                                    {{"normal", ScoreLaw::normal}, {"bimodal", ScoreLaw::bimodal}});
  const auto location = choose<Location>(fields, "location",
                                         {{"iqm", Location::interquartile_mean},
                                          {"mean", Location::mean},
                                          {"median", Location::median}});
  const int count = fields.count("n", 2, 100);
  const int repeats = fields.count("repeats", 2, 100'000);
  const Resampling resampling = read_resampling(fields);
  const Coverage coverage = measure_coverage(law, location, count, repeats, resampling);
  return {{"coverage", coverage.share}, {"standard_error", coverage.standard_error}};
}

}  // namespace acp::cli
