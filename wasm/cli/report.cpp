// What the runs of a sweep say together, as a table for people or for programs, or as curves.
#include "cli/report.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "cli/arguments.h"
#include "cli/report_curves.h"
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

using Row = std::vector<std::string>;

std::string joined(const Row& cells, const char* by) {
  std::string text;
  for (const auto& cell : cells) text += (&cell == &cells.front() ? "" : by) + cell;
  return text;
}

void print_table(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::cout << "| " << joined(row, " | ") << " |\n";
    if (&row == &rows.front()) std::cout << "|" << joined(Row(row.size(), "---"), "|") << "|\n";
  }
}

void print_markdown(const SweepResults& results, std::optional<double> threshold) {
  Row head{"arm", "seeds", "interquartile mean [95 %]", "mean", "median", "worst", "best"};
  if (threshold) head.push_back("first at " + figure(*threshold) + ", steps: median (latest)");
  std::vector<Row> table{std::move(head)};
  for (const Arm& arm : results.arms) {
    const ArmSummary of = summarise(arm, threshold);
    table.push_back({"`" + arm.name + "`", std::to_string(arm.seeds.size()),
                     figure(of.iqm) + " " + figures(of.iqm_interval), figure(of.mean),
                     figure(of.median), figure(of.worst), figure(of.best)});
    if (of.hits) {
      table.back().push_back(figure(of.hits->median) + " (" + figure(of.hits->latest) + "), " +
                             std::to_string(of.hits->reached) + "/" +
                             std::to_string(arm.seeds.size()));
    }
    if (of.stopped > 0) table.back()[1] += ", " + std::to_string(of.stopped) + " stopped early";
    if (arm.unscored > 0) table.back()[1] += ", " + std::to_string(arm.unscored) + " without score";
  }
  print_table(table);
  if (results.arms.size() > 1) {
    std::cout << "\nAgainst `" << results.arms.front().name << "`:\n\n";
    std::vector<Row> comparisons{{"arm", "probability of improvement [95 %]",
                                  "difference seed by seed: interquartile mean [95 %]",
                                  "better seeds"}};
    for (std::size_t i = 1; i < results.arms.size(); ++i) {
      const Comparison of = compare(results.arms[i], results.arms.front());
      comparisons.push_back({"`" + of.arm->name + "`", figure(of.improvement.probability) + " " +
                                                           figures(of.improvement.interval)});
      if (!of.paired) {
        comparisons.back().insert(comparisons.back().end(), {"", ""});
        continue;
      }
      comparisons.back().push_back(figure(of.paired->iqm) + " " + figures(of.paired->interval));
      comparisons.back().push_back(std::to_string(of.paired->better) + " of " +
                                   std::to_string(of.paired->seeds));
    }
    print_table(comparisons);
  }
  std::vector<std::size_t> counts;
  for (const Arm& arm : results.arms) counts.push_back(arm.seeds.size());
  std::sort(counts.begin(), counts.end());
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  std::cout << '\n';
  for (const std::size_t count : counts) std::cout << coverage_text(count) << '\n';
  if (results.missing > 0) std::cout << results.missing << " runs of the plan are missing.\n";
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

void print_csv(const SweepResults& results) {
  std::cout << "arm,seed,environment_steps,mean_return\r\n";
  for (const Arm& arm : results.arms) {
    for (const auto& seed : arm.seeds) {
      for (const auto& [steps, mean_return] : seed.evaluations) {
        std::cout << quoted(arm.name) << ',' << seed.seed << ',' << number_text(steps) << ','
                  << number_text(mean_return) << "\r\n";
      }
    }
  }
}

void write_interval(JsonWriter& json, const char* name, const Interval& interval) {
  json.array(name, std::initializer_list<double>{interval.low, interval.high});
}

void print_json(const SweepResults& results, std::optional<double> threshold) {
  JsonWriter json;
  json.begin_object().array("builds", results.builds);
  json.member("missing", static_cast<double>(results.missing)).key("arms").begin_array();
  for (const Arm& arm : results.arms) {
    const ArmSummary of = summarise(arm, threshold);
    json.begin_object().member("name", arm.name).member("config", arm.config);
    json.member("steps", static_cast<double>(arm.steps));
    json.member("seeds", static_cast<double>(arm.seeds.size()));
    json.member("iqm", of.iqm);
    write_interval(json, "iqm_interval", of.iqm_interval);
    json.member("mean", of.mean).member("median", of.median);
    json.member("worst", of.worst).member("best", of.best);
    json.member("stopped", static_cast<double>(of.stopped));
    json.member("unscored", static_cast<double>(arm.unscored));
    if (of.hits) {
      json.key("first_hit").begin_object();
      json.member("reached", static_cast<double>(of.hits->reached));
      json.member("median", of.hits->median).member("latest", of.hits->latest).end_object();
    }
    json.end_object();
  }
  json.end_array().key("comparisons").begin_array();
  for (std::size_t i = 1; i < results.arms.size(); ++i) {
    const Comparison of = compare(results.arms[i], results.arms.front());
    json.begin_object().member("name", of.arm->name);
    json.member("probability_of_improvement", of.improvement.probability);
    write_interval(json, "interval", of.improvement.interval);
    if (of.paired) {
      json.key("paired").begin_object().member("seeds", static_cast<double>(of.paired->seeds));
      json.member("better", static_cast<double>(of.paired->better)).member("iqm", of.paired->iqm);
      write_interval(json, "interval", of.paired->interval);
      json.end_object();
    }
    json.end_object();
  }
  std::cout << json.end_array().end_object().take() << '\n';
}

}  // namespace

void report(const ReportOptions& options) {
  if (options.threshold && !std::isfinite(*options.threshold)) {
    throw UsageError("--threshold: is not a finite number");
  }
  const SweepResults results = read_results(SweepFolder(options.folder));
  if (results.builds.size() > 1 && !options.mixed) {
    throw UsageError(options.folder + ": has results of the versions " +
                     joined(results.builds, ", ") + "; --mixed takes them together");
  }
  if (options.format == "csv") return print_csv(results);
  if (options.format == "json") return print_json(results, options.threshold);
  if (options.format == "svg") return print_curves(results);
  print_markdown(results, options.threshold);
}

}  // namespace acp::cli
