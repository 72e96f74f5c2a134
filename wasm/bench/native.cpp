// The scenarios under Google Benchmark. `--benchmark_format=json` for machines.
#include <chrono>

#include <benchmark/benchmark.h>

#include "bench/scenarios.h"

namespace {

using acp::bench::LabScenario;
using acp::bench::LabWorkload;
using acp::bench::Scenario;
using acp::bench::Workload;
using Clock = std::chrono::steady_clock;

constexpr int kUpdates = 20;

/// Updates and the peak take turns, so that both see the same machine.
void updates(benchmark::State& state, const Scenario& scenario) {
  Workload workload(scenario);
  double peak_flop = 0, peak_seconds = 0, update_seconds = 0;
  for (auto _ : state) {
    const auto begin = Clock::now();
    workload.run(kUpdates);
    const auto middle = Clock::now();
    peak_flop += acp::bench::multiply_and_add();
    const auto end = Clock::now();
    const std::chrono::duration<double> work = middle - begin, ceiling = end - middle;
    state.SetIterationTime(work.count());
    update_seconds += work.count();
    peak_seconds += ceiling.count();
  }
  const double rate = kUpdates * static_cast<double>(state.iterations()) / update_seconds;
  const double gflops = rate * scenario.flop_per_update * 1e-9;
  const double peak = peak_flop / peak_seconds * 1e-9;
  state.counters["updates_per_second"] = rate;
  state.counters["gflops"] = gflops;
  state.counters["peak_gflops"] = peak;
  state.counters["fraction_of_peak"] = gflops / peak;
}

void estimates(benchmark::State& state, const LabScenario& scenario) {
  constexpr int kEstimates = 100'000;
  LabWorkload workload(scenario);
  for (auto _ : state) workload.run(kEstimates);
  state.counters["estimates_per_second"] =
      benchmark::Counter(kEstimates, benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace

int main(int argc, char** argv) {
  for (const auto& scenario : acp::bench::scenarios()) {
    benchmark::RegisterBenchmark(scenario.name.c_str(), updates, scenario)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond)
        ->Repetitions(5)
        ->MinTime(0.2)
        ->ReportAggregatesOnly();
  }
  for (const auto& scenario : acp::bench::lab_scenarios()) {
    benchmark::RegisterBenchmark(scenario.name.c_str(), estimates, scenario)
        ->Unit(benchmark::kMillisecond)
        ->Repetitions(5)
        ->MinTime(0.2)
        ->ReportAggregatesOnly();
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
