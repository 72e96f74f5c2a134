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

/// All, or only the one of this name.
std::vector<Scenario> scenarios(const char* name);

/// Multiplies and adds in registers as fast as the processor can, by vectors of the width that the
/// kernels have, without memory. Returns the floating-point operations done: the ceiling to which
/// updates are compared.
double multiply_and_add();

/// What was measured of a scenario in one round, or in all of them.
struct Result {
  double per_second;        ///< units
  double peak_gflops;       ///< of `multiply_and_add`, in the same round
  double fraction_of_peak;  ///< 0 without `flop`
};

/// Medians over that half of the rounds in which the peak was highest: in the others something
/// else took more of the processor, such as a neighbour on its other hardware thread.
Result median(std::vector<Result> rounds);

/// A row for each scenario, as JSON.
std::string describe(const std::vector<Scenario>& scenarios, const std::vector<Result>& results);

}  // namespace acp::bench
