// The scenarios as WebAssembly under Node, where Google Benchmark is not to be had: rounds over all
// of them, in which the work and the peak take turns. Prints a JSON array; an argument
// names the only one.
#include <chrono>
#include <cstdio>

#include "bench/scenarios.h"

namespace {

using acp::bench::Result;
using acp::bench::Scenario;

constexpr int kRounds = 25;
constexpr double kSecondsPerRound = 0.03;

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

Result measure(const Scenario& scenario, const acp::bench::Workload& work) {
  const double per_second = rate([&] {
    work(scenario.units);
    return static_cast<double>(scenario.units);
  });
  const double peak = rate(kPeak);
  return {per_second, peak * 1e-9, per_second * scenario.flop / peak};
}

}  // namespace

int main(int argc, char** argv) {
  const auto scenarios = acp::bench::scenarios(argc > 1 ? argv[1] : nullptr);
  std::vector<acp::bench::Workload> work;
  work.reserve(scenarios.size());
  for (const auto& each : scenarios) work.push_back(each.make());
  std::vector<std::vector<Result>> measured(scenarios.size());
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
      measured[i].push_back(measure(scenarios[i], work[i]));
    }
  }
  std::vector<Result> results;
  results.reserve(measured.size());
  for (const auto& rounds : measured) results.push_back(median(rounds));
  std::puts(acp::bench::describe(scenarios, results).c_str());
}
