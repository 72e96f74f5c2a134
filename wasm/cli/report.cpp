// What the runs of a sweep say together, as tables, for people or for programs, as curves, or as a
// page.
#include "cli/report.h"

#include <cmath>
#include <iostream>

#include "cli/arguments.h"
#include "cli/report_curves.h"
#include "cli/report_html.h"
#include "cli/report_summary.h"
#include "cli/report_tables.h"
#include "core/base/json.h"

namespace acp::cli {
namespace {

std::string joined(const std::vector<std::string>& cells, const char* by) {
  std::string text;
  for (const auto& cell : cells) text += (&cell == &cells.front() ? "" : by) + cell;
  return text;
}

void print_table(const Table& table) {
  for (std::vector<std::string> row : table) {
    const bool head = row == table.front();
    if (!head) row[0] = "`" + row[0] + "`";
    std::cout << "| " << joined(row, " | ") << " |\n";
    if (head) std::cout << "|" << joined({row.size(), "---"}, "|") << "|\n";
  }
}

void print_markdown(const SweepResults& results, std::optional<double> threshold) {
  print_table(arm_table(results, threshold));
  if (results.arms.size() > 1) {
    std::cout << "\nAgainst `" << results.arms.front().name << "`:\n\n";
    print_table(comparison_table(results));
  }
  std::cout << '\n';
  for (const auto& remark : remarks_on(results)) std::cout << remark << '\n';
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
  if (options.format == "svg") return print_curves(results, Background::white);
  if (options.format == "html") return print_html(results, options.threshold);
  print_markdown(results, options.threshold);
}

}  // namespace acp::cli
