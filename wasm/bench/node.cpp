// The scenarios as WebAssembly under Node, where Google Benchmark is not to be had: medians over
// rounds in which the work and the peak take turns. Prints a JSON array, of the scenarios whose
// names contain the argument.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "bench/scenarios.h"

namespace {

using acp::bench::Result;
using acp::bench::Scenario;

constexpr int kRounds = 25;
constexpr double kSecondsPerRound = 0.03;

double median(std::vector<double> x) {
  std::nth_element(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(x.size() / 2), x.end());
  return x[x.size() / 2];
}

/// Calls `body`, which returns the amount of work it did, for a while; work per second.
template <class Body>
double rate(Body&& body) {
  const auto begin = std::chrono::steady_clock::now();
  double done = 0, seconds = 0;
  while (seconds < kSecondsPerRound) {
    done += body();
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
  return done / seconds;
}

/// Called through a pointer that nobody can see through: a function inlined into main would stay
/// in the engine's baseline compiler, which never replaces a function while it runs.
double (*volatile const kPeak)() = acp::bench::multiply_and_add;

Result measure(const Scenario& scenario) {
  const auto work = scenario.make();
  std::vector<double> rates, peaks, fractions;
  for (int round = 0; round < kRounds; ++round) {
    rates.push_back(rate([&] {
      work(scenario.units);
      return static_cast<double>(scenario.units);
    }));
    if (scenario.flop == 0) continue;
    peaks.push_back(rate(kPeak));
    fractions.push_back(rates.back() * scenario.flop / peaks.back());
  }
  if (scenario.flop == 0) return {median(rates), 0, 0};
  return {median(rates), median(peaks) * 1e-9, median(fractions)};
}

}  // namespace

int main(int argc, char** argv) {
  const auto scenarios = acp::bench::scenarios(argc > 1 ? argv[1] : "");
  std::vector<Result> results;
  for (const auto& each : scenarios) results.push_back(measure(each));
  std::puts(acp::bench::describe(scenarios, results).c_str());
}
