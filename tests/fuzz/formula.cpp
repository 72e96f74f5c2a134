// Feeds a text of formulas, as a task and as the reward of every environment: it is refused at a
// place inside of it, or what comes of it can be reset, stepped and observed, or says which number
// is at fault.
#include "core/env/formula.h"

#include <cstdio>
#include <vector>

#include "core/base/escape.h"
#include "core/env/formula_task.h"
#include "core/env/written_reward.h"
#include "input.h"

namespace acp::fuzz {
namespace {

constexpr int kSteps = 4;

void act(Environment& environment) {
  const ActionSpace& space = environment.info().action;
  Rng rng(1, Stream::environment);
  environment.reset(rng);
  std::vector<double> action(static_cast<std::size_t>(space.width()));
  std::vector<double> observation(environment.info().observation.size());
  std::vector<float> picture(environment.info().draw.size());
  for (int step = 0; step < kSteps; ++step) {
    for (std::size_t i = 0; i < action.size(); ++i) {
      action[i] = space.discrete ? step % space.size() : space.high[i];
    }
    environment.step(action, rng);
    environment.observe(observation);
    environment.drawing()->draw(picture);
  }
}

/// Whether a complaint names a line and a column that the text has.
bool is_inside(const std::string& complaint, const std::string& text) {
  std::size_t line = 0, column = 0;
  if (std::sscanf(complaint.c_str(), "line %zu, column %zu:", &line, &column) != 2) return false;
  std::size_t start = 0;
  for (; line > 1; --line) {
    start = text.find('\n', start) + 1;
    if (start == 0) return false;
  }
  const std::size_t end = std::min(text.find('\n', start), text.size());
  return line == 1 && column >= 1 && column <= end - start + 1;
}

/// Whether it acts, or says why not.
void try_out(Environment& environment) {
  try {
    act(environment);
  } catch (const EnvironmentError& error) {
    expect(*error.what() != '\0', "a failure gives a reason");
  }
}

void feed_reward(const std::string& text) {
  for (const auto& entry : environments()) {
    const auto config = entry.make_config();
    auto environment = entry.make(*config);
    const auto complaint = formula_rewards().check(environment->info(), escaped(text));
    if (complaint.empty()) {
      try_out(*formula_rewards().pay(std::move(environment), escaped(text)));
    } else {
      expect(is_inside(complaint, text), "a complaint is inside");
    }
  }
}

void feed_task(const std::string& text) {
  const EnvironmentEntry entry = formula_entry();
  const auto config = entry.make_config();
  const Complaint complaint = set_parameter(*config, "task", escaped(text));
  if (!complaint.empty()) return expect(is_inside(complaint, text), "a complaint is inside");
  if (!config->check().empty()) return;
  const std::string canonical = print_parameters(*config).front().value;
  expect(canonical == escaped(text), "a task is kept as it was written");
  try_out(*entry.make(*config));
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = acp::fuzz::Input(data, size).rest();
  if (acp::escaped(text).size() > acp::formula::kLongestText) return 0;
  acp::fuzz::feed_task(text);
  acp::fuzz::feed_reward(text);
  return 0;
}
