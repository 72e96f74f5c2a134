#pragma once

#include <functional>
#include <string>
#include <vector>

namespace acp::bench {

/// Does so many units of work.
using Workload = std::function<void(int units)>;

/// Something that is timed. A row of the results has its name.
struct Scenario {
  std::string name;
  const char* series;  ///< "size", "width", "batch", "actions": updates of SAC; "rate": others
  double x;            ///< along the series
  double flop;         ///< multiplications and additions of the dense layers of a unit; or 0
  int units;           ///< a few milliseconds of work
  std::function<Workload()> make;
};

/// Those whose names contain `part`.
std::vector<Scenario> scenarios(const std::string& part);

/// Multiplies and adds in registers as fast as the processor can, without memory. Returns the
/// floating-point operations done: the ceiling to which updates are compared.
double multiply_and_add();

/// What was measured of a scenario.
struct Result {
  double per_second;        ///< units
  double peak_gflops;       ///< of `multiply_and_add`, in the same run; or 0
  double fraction_of_peak;  ///< or 0
};

/// A row for each scenario, as JSON.
std::string describe(const std::vector<Scenario>& scenarios, const std::vector<Result>& results);

}  // namespace acp::bench
