#include "bench/scenarios.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "core/algo/algorithm.h"
#include "core/base/json.h"
#include "core/env/environment.h"
#include "core/env/formula.h"
#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace acp::bench {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr int kWarmup = 1100;        // at least the largest batch, so that replay is not one state
constexpr double kFlopAtOnce = 3e7;  // a few milliseconds

struct SacShape {
  double observations;
  double actions;
  int units;
  int batch;
};
constexpr SacShape pendulum(int units, int batch) { return {3, 1, units, batch}; }
constexpr SacShape bandit(int actions) { return {1, static_cast<double>(actions), 64, 100}; }

/// The dense layers of one SAC update with two hidden layers: every product of the forward and
/// backward passes once, none for gradients that nobody needs: for each action that of one critic.
double sac_flop(const SacShape& shape) {
  const double hidden = static_cast<double>(shape.units) * shape.units;
  const double actor_in = shape.observations * shape.units;
  const double actor_out = 2 * shape.actions * shape.units;
  const double critic_in = (shape.observations + shape.actions) * shape.units;
  const double critic_out = shape.units;
  const double actor = actor_in + hidden + actor_out;
  const double critic = critic_in + hidden + critic_out;
  const double action_gradient = critic_out + hidden + shape.actions * shape.units;
  const double targets = actor + 2 * critic;
  const double critic_fit = 2 * (critic + critic + hidden + critic_out);
  const double actor_step = actor + 2 * critic + action_gradient + actor + hidden + actor_out;
  return 2.0 * shape.batch * (targets + critic_fit + actor_step);
}

/// A run past its warm-up, of which every environment step makes one update.
Scenario sac(std::string name, const char* series, double x, const std::string& task,
             const SacShape& shape) {
  const std::string config =
      task + "&evaluate_every=0&probe_every=0&sac.hidden_units=" + std::to_string(shape.units) +
      "&sac.batch_size=" + std::to_string(shape.batch) +
      "&sac.warmup_steps=" + std::to_string(kWarmup);
  const double flop = sac_flop(shape);
  const auto make = [config]() -> Workload {
    auto session = std::make_shared<Session>(config);
    session->train(kWarmup, kNoLimit);
    return [session](int updates) { session->train(updates, kNoLimit); };
  };
  return {
      std::move(name), series, x, flop, std::max(1, static_cast<int>(kFlopAtOnce / flop)), make};
}

Scenario sac_on_pendulum(const char* series, double x, int units, int batch) {
  const std::string width = std::to_string(units);
  std::string name = "sac " + width + "-" + width + " batch " + std::to_string(batch);
  if (std::string(series) != "size") name += std::string(", by ") + series;
  return sac(std::move(name), series, x, "preset=pendulum-sac", pendulum(units, batch));
}

/// Environment steps of a preset past its warm-up, with all the learning that it does on the way.
Scenario training(const char* name, const std::string& preset) {
  return {name, "rate", 0, 0, 1'000, [preset]() -> Workload {
            constexpr int kPast = 6'000;
            auto session =
                std::make_shared<Session>("preset=" + preset + "&evaluate_every=0&probe_every=0");
            session->train(kPast, kNoLimit);
            return [session](int steps) { session->train(steps, kNoLimit); };
          }};
}

/// An estimator of the gradient lab, one sample of one dimension per estimate; everything that a
/// measurement does is timed.
Scenario lab(const char* name, const char* measurement) {
  return {name, "rate", 0, 0, 10'000, [measurement]() -> Workload {
            auto bench = std::make_shared<Laboratory>(
                "policy=gaussian:mu=0.3,log_sigma=-0.7&objective=quadratic:a=-1,b=0.5,c=2");
            return [bench, measurement, made = std::int64_t{0}](int estimates) mutable {
              made += estimates;
              bench->measure(measurement, made, kNoLimit);
            };
          }};
}

/// Read by nobody, yet what is kept must be made.
volatile double keep;

/// Of the pendulum, built in or of formulas.
Workload make_environment_steps(const EnvironmentEntry& entry) {
  std::shared_ptr<Environment> environment = entry.make(*entry.make_config());
  auto rng = std::make_shared<Rng>(1, Stream::environment);
  environment->reset(*rng);
  return [environment, rng](int steps) {
    double sum = 0;
    for (int i = 0; i < steps; ++i) {
      const std::array action{i % 64 < 32 ? 1.5 : -1.5};
      std::array<double, 3> observation;
      sum += environment->step(action, *rng).reward;
      environment->observe(observation);
    }
    keep = sum;
  };
}

Workload make_inference() {
  const auto& entry = algorithms().front();
  auto algorithm = std::shared_ptr<Algorithm>(
      entry.make(*entry.make_config(), {.observation_size = 3, .action_size = 1}, 1));
  auto actor = std::shared_ptr<Actor>(algorithm->make_actor(1));
  auto observation = std::make_shared<Matrix>(3, 1);
  auto action = std::make_shared<Matrix>(1, 1);
  return [algorithm, actor, observation, action](int states) {
    for (int i = 0; i < states; ++i) {
      (*observation)(0, 0) = static_cast<Scalar>(i % 2);
      actor->act(*observation, *action, nullptr);
    }
    keep = static_cast<double>((*action)(0, 0));
  };
}

std::vector<Scenario> all() {
  std::vector<Scenario> all;
  for (const auto& [units, batch] : {std::pair(32, 64), {64, 100}, {256, 256}}) {
    all.push_back(sac_on_pendulum("size", units, units, batch));
  }
  for (const int units : {16, 32, 64, 128, 256, 512}) {
    all.push_back(sac_on_pendulum("width", units, units, 100));
  }
  for (const int batch : {16, 32, 64, 128, 256, 512, 1024}) {
    all.push_back(sac_on_pendulum("batch", batch, 64, batch));
  }
  for (const int actions : {1, 2, 4, 8, 16, 32}) {
    const std::string count = std::to_string(actions);
    all.push_back(sac("sac 64-64 batch 100, actions " + count, "actions", actions,
                      "environment=bandit&algorithm=sac&bandit.dimensions=" + count,
                      bandit(actions)));
  }
  all.push_back({"environment steps, pendulum", "rate", 0, 0, 10'000,
                 [] { return make_environment_steps(environments().front()); }});
  all.push_back({"environment steps, formulas", "rate", 0, 0, 10'000,
                 [] { return make_environment_steps(formula_entry()); }});
  all.push_back({"policy inference 64-64", "rate", 0, 0, 1'000, make_inference});
  all.push_back(training("steps of REINFORCE, cart pole", "cart-pole-reinforce"));
  all.push_back(training("steps of A2C, cart pole", "cart-pole-a2c"));
  all.push_back(training("steps of DQN, cart pole", "cart-pole-dqn"));
  all.push_back(training("steps of discrete SAC, cart pole", "cart-pole-sac-discrete"));
  all.push_back(training("steps of Q-learning, cliff", "cliff-q-learning"));
  all.push_back(lab("lab score function", "estimator=score_function"));
  all.push_back(lab("lab score function, V", "estimator=score_function&baseline=value"));
  all.push_back(lab("lab reparameterization", "estimator=reparameterization"));
  return all;
}

}  // namespace

std::vector<Scenario> scenarios(const char* name) {
  auto chosen = all();
  if (name != nullptr) std::erase_if(chosen, [=](const auto& each) { return each.name != name; });
  return chosen;
}

Result median(std::vector<Result> rounds) {
  const auto sort_by = [&rounds](double Result::*member) {
    std::sort(rounds.begin(), rounds.end(),
              [member](const Result& a, const Result& b) { return a.*member > b.*member; });
  };
  sort_by(&Result::peak_gflops);
  rounds.resize((rounds.size() + 1) / 2);
  const auto median_of = [&](double Result::*member) {
    sort_by(member);
    return rounds[rounds.size() / 2].*member;
  };
  return {median_of(&Result::per_second), median_of(&Result::peak_gflops),
          median_of(&Result::fraction_of_peak)};
}

std::string describe(const std::vector<Scenario>& scenarios, const std::vector<Result>& results) {
  JsonWriter json;
  json.begin_array();
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const auto& scenario = scenarios[i];
    const auto& result = results[i];
    json.begin_object().member("name", scenario.name).member("series", scenario.series);
    if (scenario.flop == 0) {
      json.member("per_second", result.per_second);
    } else {
      json.member("x", scenario.x).member("updates_per_second", result.per_second);
      json.member("flop_per_update", scenario.flop);
      json.member("gflops", result.per_second * scenario.flop * 1e-9);
      json.member("peak_gflops", result.peak_gflops);
      json.member("fraction_of_peak", result.fraction_of_peak);
    }
    json.end_object();
  }
  return json.end_array().take();
}

}  // namespace acp::bench
