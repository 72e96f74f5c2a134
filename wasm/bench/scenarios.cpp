#include "bench/scenarios.h"

#include <limits>

#include "core/base/scalar.h"

namespace acp::bench {
namespace {

constexpr int kWarmup = 1100;  // at least the largest batch, so that replay is not one state

/// The dense layers of one SAC update on Pendulum with two hidden layers: every product of the
/// forward and backward passes once, none for gradients that nobody needs.
double sac_flop(double units, double batch) {
  constexpr double observations = 3, actions = 1, head = 2;
  const double hidden = units * units;
  const double actor_in = observations * units, actor_out = units * head;
  const double critic_in = (observations + actions) * units, critic_out = units;
  const double actor = actor_in + hidden + actor_out;
  const double critic = critic_in + hidden + critic_out;
  const double targets = actor + 2 * critic;
  const double critic_fit = 2 * (critic + critic + hidden + critic_out);
  const double actor_step = actor + 2 * (critic + critic) + actor + hidden + actor_out;
  return 2 * batch * (targets + critic_fit + actor_step);
}

Scenario sac(int units, int batch) {
  return {"sac " + std::to_string(units) + "-" + std::to_string(units) + " batch " +
              std::to_string(batch),
          "preset=pendulum-sac&evaluate_every=0&probe_every=0&sac.hidden_units=" +
              std::to_string(units) + "&sac.batch_size=" + std::to_string(batch) +
              "&sac.warmup_steps=" + std::to_string(kWarmup),
          sac_flop(units, batch)};
}

}  // namespace

/// A sum that is read by nobody, yet must be made.
volatile float keep;

std::vector<Scenario> scenarios() {
  return {sac(32, 64), sac(64, 100), sac(64, 128), sac(256, 256)};
}

Workload::Workload(const Scenario& scenario) : session_(scenario.config) {
  session_.train(kWarmup, std::numeric_limits<double>::infinity());
}

void Workload::run(int updates) {
  session_.train(updates, std::numeric_limits<double>::infinity());
}

std::vector<LabScenario> lab_scenarios() {
  return {{"lab score function", "estimator=score_function"},
          {"lab score function, V", "estimator=score_function&baseline=value"},
          {"lab reparameterization", "estimator=reparameterization"}};
}

LabWorkload::LabWorkload(const LabScenario& scenario)
    : lab_("policy=gaussian:mu=0.3,log_sigma=-0.7&objective=quadratic:a=-1,b=0.5,c=2"),
      measurement_(scenario.measurement) {}

void LabWorkload::run(int estimates) {
  made_ += estimates;
  lab_.measure(measurement_, made_, std::numeric_limits<double>::infinity());
}

double multiply_and_add() {
#ifdef __AVX__
  constexpr int lanes = 8;
#else
  constexpr int lanes = 4;
#endif
  using V = Lanes<float, lanes>;
  // Enough independent sums to hide the latency of both operations, few enough for 16 registers.
  constexpr int kSums = 12, kRounds = 100'000;
  // Reaches the registers through memory that the compiler cannot see through.
  static volatile float scale = 0.999f, shift = 0.001f;
  const V a = V{} + scale, b = V{} + shift;
  V sum[kSums];
#pragma GCC unroll 16
  for (int i = 0; i < kSums; ++i) sum[i] = V{} + static_cast<float>(i);
  for (int round = 0; round < kRounds; ++round) {
#pragma GCC unroll 16
    for (int i = 0; i < kSums; ++i) sum[i] = sum[i] * a + b;
  }
  V total{};
#pragma GCC unroll 16
  for (int i = 0; i < kSums; ++i) total += sum[i];
  keep = total[0];
  return 2.0 * kRounds * kSums * lanes;
}

}  // namespace acp::bench
