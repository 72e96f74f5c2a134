#include <iostream>
#include <limits>

#include "cli/commands.h"
#include "core/lab/laboratory.h"

namespace acp::cli {

void measure_gradient(Arguments& arguments) {
  std::string task, measurement;
  const auto move_to = [&](std::string& text, const char* key) {
    const std::string value = arguments.take(key);
    if (!value.empty()) text += std::string(key) + "=" + value + "\n";
  };
  for (const char* key : {"policy", "objective", "alpha"}) move_to(task, key);
  for (const char* key : {"estimator", "baseline", "samples", "seed"}) move_to(measurement, key);
  const long repeats = arguments.take_count("repeats", 10'000);
  if (repeats < 2) throw UsageError("repeats: 1 is outside [2, 1e12]");
  arguments.expect_none(
      {"policy", "objective", "alpha", "estimator", "baseline", "samples", "repeats", "seed"});
  Laboratory laboratory(task);
  laboratory.measure(measurement, repeats, std::numeric_limits<double>::infinity());
  std::cout << laboratory.result(measurement) << '\n';
}

}  // namespace acp::cli
