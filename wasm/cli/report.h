#pragma once

#include <optional>
#include <string>

namespace acp::cli {

struct ReportOptions {
  std::string folder;
  std::string format = "markdown";  ///< or csv, html, json, svg
  std::optional<double> threshold;  ///< a mean return; what reaches it first, and when
  bool mixed = false;               ///< results of several versions are taken together
};

/// What the runs of a sweep say together, on standard output. Throws `UsageError`.
void report(const ReportOptions& options);

}  // namespace acp::cli
