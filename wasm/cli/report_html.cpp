#include "cli/report_html.h"

#include <iostream>

#include "cli/report_curves.h"
#include "cli/report_tables.h"

namespace acp::cli {
namespace {

constexpr const char* kHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Report of a sweep</title>
<style>
:root { color-scheme: light dark; --line: #8885; }
body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.75rem 0.25rem 0; }
th { text-align: left; vertical-align: bottom; font-size: 0.875rem; }
tbody th { min-width: 9rem; font-weight: normal; }
td { white-space: nowrap; }
svg { display: block; width: 100%; min-width: 36rem; height: auto; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
dd { margin: 0 0 0.75rem; }
@media print {
  :root { color-scheme: light; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  svg, tr, dt { break-inside: avoid; }
  svg { min-width: 0; }
  dt { break-after: avoid; }
  td { white-space: normal; }
}
</style>
</head>
<body>
)";

std::string code(const std::string& text) { return "<code>" + escaped(text) + "</code>"; }

std::string count_of(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

void print_about(const SweepResults& results) {
  std::size_t runs = 0;
  for (const Arm& arm : results.arms) runs += arm.seeds.size() + arm.unscored;
  std::string builds;
  for (const auto& build : results.builds) builds += (builds.empty() ? "" : ", ") + build;
  std::cout << "<h1>Report of a sweep</h1>\n<p>" << count_of(runs, "run") << " of "
            << count_of(results.arms.size(), "arm") << ", made by Actor-Critic Playground "
            << escaped(builds)
            << ". The score of a run is the mean return of its last evaluation.</p>\n";
}

void print_table(const Table& table) {
  std::cout << "<div class=\"wide\"><table>\n<thead><tr>";
  for (const auto& cell : table.front()) {
    std::cout << "<th scope=\"col\">" << escaped(cell) << "</th>";
  }
  std::cout << "</tr></thead>\n<tbody>\n";
  for (auto row = table.begin() + 1; row != table.end(); ++row) {
    std::cout << "<tr><th scope=\"row\">" << code(row->front()) << "</th>";
    for (auto cell = row->begin() + 1; cell != row->end(); ++cell) {
      std::cout << "<td>" << escaped(*cell) << "</td>";
    }
    std::cout << "</tr>\n";
  }
  std::cout << "</tbody>\n</table></div>\n";
}

void print_settings(const SweepResults& results) {
  std::cout << "<h2>Settings that differ from the defaults</h2>\n<dl>\n";
  for (const Arm& arm : results.arms) {
    std::cout << "<dt>" << code(arm.name) << ", " << count_of(arm.seeds.size(), "seed") << " of "
              << arm.steps << " steps</dt>\n<dd>" << code(arm.config) << "</dd>\n";
  }
  std::cout << "</dl>\n";
}

}  // namespace

void print_html(const SweepResults& results, std::optional<double> threshold) {
  std::cout << kHead;
  print_about(results);
  std::cout << "<h2>Scores</h2>\n";
  print_table(arm_table(results, threshold));
  for (const auto& remark : remarks_on(results)) std::cout << "<p>" << escaped(remark) << "</p>\n";
  if (results.arms.size() > 1) {
    std::cout << "<h2>Against " << code(results.arms.front().name) << "</h2>\n";
    print_table(comparison_table(results));
  }
  std::cout << "<h2>Learning curves</h2>\n<div class=\"wide\">\n";
  print_curves(results, Background::none);
  std::cout << "</div>\n";
  print_settings(results);
  std::cout << "</body>\n</html>\n";
}

}  // namespace acp::cli
