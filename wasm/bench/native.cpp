// The scenarios under Google Benchmark. Prints a JSON array; an argument names the only one.
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

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
    peak_flop += acp::bench::multiply_and_add();
    const auto end = Clock::now();
    const std::chrono::duration<double> worked = middle - begin, ceiling = end - middle;
    state.SetIterationTime(worked.count());
    work_seconds += worked.count();
    peak_seconds += ceiling.count();
  }
  const double rate = scenario.units * static_cast<double>(state.iterations()) / work_seconds;
  state.counters[kRate] = rate;
  const double peak = peak_flop / peak_seconds;
  state.counters[kPeak] = peak * 1e-9;
  state.counters[kFraction] = rate * scenario.flop / peak;
}

/// Keeps the rounds of each scenario, by its name.
class Rounds final : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      if (run.run_type == Run::RT_Aggregate) continue;
      const auto counter = [&run](const char* name) { return run.counters.at(name).value; };
      by_name[run.run_name.function_name].push_back(
          {counter(kRate), counter(kPeak), counter(kFraction)});
    }
  }

  std::map<std::string, std::vector<Result>> by_name;
};

}  // namespace

int main(int argc, char** argv) {
  const auto scenarios = acp::bench::scenarios(argc > 1 ? argv[1] : nullptr);
  for (const auto& scenario : scenarios) {
    benchmark::RegisterBenchmark(scenario.name.c_str(), measure, scenario)
        ->UseManualTime()
        ->Repetitions(15)
        ->MinTime(0.05);
  }
  // Rounds of one scenario are spread over the whole run, and so see the same machine as others.
  std::string program = "acp_bench", interleaving = "--benchmark_enable_random_interleaving=true";
  std::array arguments{program.data(), interleaving.data()};
  int count = arguments.size();
  benchmark::Initialize(&count, arguments.data());
  Rounds rounds;
  benchmark::RunSpecifiedBenchmarks(&rounds);
  std::vector<Result> results;
  results.reserve(scenarios.size());
  for (const auto& each : scenarios) results.push_back(median(rounds.by_name.at(each.name)));
  std::puts(acp::bench::describe(scenarios, results).c_str());
}
