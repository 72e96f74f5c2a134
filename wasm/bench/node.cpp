// The scenarios as WebAssembly under Node, where Google Benchmark is not to be had: medians over
// rounds in which updates and the peak take turns. Prints a JSON array.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "bench/scenarios.h"
#include "core/base/json.h"

namespace {

constexpr int kRounds = 25;
constexpr double kSecondsPerRound = 0.06;
constexpr int kEstimates = 10'000;

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

}  // namespace

int main() {
  acp::JsonWriter json;
  json.begin_array();
  for (const auto& scenario : acp::bench::scenarios()) {
    acp::bench::Workload workload(scenario);
    std::vector<double> updates, peaks, fractions;
    for (int round = 0; round < kRounds; ++round) {
      updates.push_back(rate([&] {
        workload.run(1);
        return 1.0;
      }));
      peaks.push_back(rate(kPeak) * 1e-9);
      fractions.push_back(updates.back() * scenario.flop_per_update * 1e-9 / peaks.back());
    }
    json.begin_object().member("name", scenario.name);
    json.member("updates_per_second", median(updates));
    json.member("gflops", median(updates) * scenario.flop_per_update * 1e-9);
    json.member("peak_gflops", median(peaks));
    json.member("fraction_of_peak", median(fractions)).end_object();
  }
  for (const auto& scenario : acp::bench::lab_scenarios()) {
    acp::bench::LabWorkload workload(scenario);
    std::vector<double> estimates;
    for (int round = 0; round < kRounds; ++round) {
      estimates.push_back(rate([&] {
        workload.run(kEstimates);
        return static_cast<double>(kEstimates);
      }));
    }
    json.begin_object().member("name", scenario.name);
    json.member("estimates_per_second", median(estimates)).end_object();
  }
  std::puts(json.end_array().take().c_str());
}
