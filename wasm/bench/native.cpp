// The scenarios under Google Benchmark. Prints a JSON array, of the scenarios whose names contain
// the argument.
#include <chrono>
#include <cstdio>

#include <benchmark/benchmark.h>

#include "bench/scenarios.h"

namespace {

using acp::bench::Result;
using acp::bench::Scenario;
using Clock = std::chrono::steady_clock;

constexpr const char* kRate = "rate";
constexpr const char* kPeak = "peak";
constexpr const char* kFraction = "fraction";

/// The work and the peak take turns, so that both see the same machine.
void measure(benchmark::State& state, const Scenario& scenario) {
  const auto work = scenario.make();
  double peak_flop = 0, peak_seconds = 0, work_seconds = 0;
  for (auto _ : state) {
    const auto begin = Clock::now();
    work(scenario.units);
    const auto middle = Clock::now();
    if (scenario.flop > 0) peak_flop += acp::bench::multiply_and_add();
    const auto end = Clock::now();
    const std::chrono::duration<double> worked = middle - begin, ceiling = end - middle;
    state.SetIterationTime(worked.count());
    work_seconds += worked.count();
    peak_seconds += ceiling.count();
  }
  const double rate = scenario.units * static_cast<double>(state.iterations()) / work_seconds;
  state.counters[kRate] = rate;
  if (scenario.flop == 0) return;
  const double peak = peak_flop / peak_seconds;
  state.counters[kPeak] = peak * 1e-9;
  state.counters[kFraction] = rate * scenario.flop / peak;
}

/// Keeps the medians, in the order of the scenarios.
class Medians final : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      if (run.aggregate_name != "median") continue;
      const auto counter = [&run](const char* name) {
        const auto found = run.counters.find(name);
        return found == run.counters.end() ? 0.0 : found->second.value;
      };
      results.push_back({counter(kRate), counter(kPeak), counter(kFraction)});
    }
  }

  std::vector<Result> results;
};

}  // namespace

int main(int argc, char** argv) {
  const auto scenarios = acp::bench::scenarios(argc > 1 ? argv[1] : "");
  for (const auto& scenario : scenarios) {
    benchmark::RegisterBenchmark(scenario.name.c_str(), measure, scenario)
        ->UseManualTime()
        ->Repetitions(5)
        ->MinTime(0.1)
        ->ReportAggregatesOnly();
  }
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  std::puts(acp::bench::describe(scenarios, medians.results).c_str());
}
