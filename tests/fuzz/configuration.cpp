// Feeds text: a kind, then the configuration of a run, live changes to one, a task of the gradient
// lab and, after a blank line, a measurement, or a race.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/env/environment.h"
#include "core/lab/laboratory.h"
#include "core/lab/race.h"
#include "core/session/config.h"
#include "input.h"

namespace acp::fuzz {
namespace {

template <class Numbers>
void expect_finite(const Numbers& numbers, const char* what) {
  expect(std::all_of(numbers.begin(), numbers.end(), [](auto x) { return std::isfinite(x); }),
         what);
}

/// Steps one of the environments of this project, all of which can be drawn and have a snapshot, to
/// where nothing but the configuration could have led.
void act(const EnvironmentEntry& entry, Config& config) {
  constexpr int kSteps = 4;
  const auto environment = entry.make(config);
  const ActionSpace& space = environment->info().action;
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  std::vector<double> action(static_cast<std::size_t>(space.width()));
  std::vector<double> observation(environment->info().observation.size());
  std::vector<float> picture(environment->info().draw.size());
  for (int step = 0; step < kSteps; ++step) {
    for (std::size_t i = 0; i < action.size(); ++i) {
      if (!space.discrete) action[i] = step % 2 == 0 ? space.low[i] : space.high[i];
      if (space.discrete) action[i] = step % space.size();
    }
    const StepResult result = environment->step(action, rng);
    environment->observe(observation);
    environment->drawing()->draw(picture);
    expect_finite(std::vector{result.reward}, "rewards are finite");
    expect_finite(observation, "observations are finite");
    expect_finite(environment->snapshot()->state(), "states are finite");
    expect_finite(picture, "pictures are finite");
    if (result.terminated) environment->reset(rng);
  }
}

void feed_run(const std::string& text) {
  const RunConfig config = RunConfig::parse(text);
  const std::string canonical = config.print();
  expect(RunConfig::parse(canonical).print() == canonical, "canonical text stands for itself");
  const auto environment = static_cast<std::size_t>(config.run().environment);
  act(environments()[environment], config.environment());
}

void feed_changes(const std::string& text) {
  const RunConfig config = RunConfig::parse("environment=pendulum&algorithm=sac");
  const std::string canonical = config.with_live_changes(text).print();
  expect(RunConfig::parse(canonical).print() == canonical, "canonical text stands for itself");
}

void feed_lab(const std::string& text) {
  constexpr double kNoTime = 0;  // one estimate, or as many as are made at once
  const auto end = std::min(text.find("\n\n"), text.size());
  Laboratory lab(text.substr(0, end));
  const std::string measurement = text.substr(end);
  lab.describe();
  lab.slice(-2, 2, 5);
  lab.measure(measurement, 2, kNoTime);
  lab.recent(measurement);
  lab.result(measurement);
}

void feed_race(const std::string& text) {
  Race race(text);
  race.advance(0);
  race.result();
}

void feed(Input input) {
  constexpr void (*kKinds[])(const std::string&) = {feed_run, feed_changes, feed_lab, feed_race};
  const auto kind = kKinds[input.index(std::size(kKinds))];
  accepts([&] { kind(input.rest()); });
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
