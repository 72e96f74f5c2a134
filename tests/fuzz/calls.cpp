// Feeds a run with calls, as they come from the page: the number of the run, then calls and what
// they take. Numbers are in the ranges that the bindings let through (wasm/bindings).
#include <vector>

#include "input.h"
#include "runs.h"

namespace acp::fuzz {
namespace {

constexpr int kMostCalls = 24;
constexpr int kMostSteps = 48;
constexpr double kLargestPoint = 1e6;

int small_number(Input& input) { return input.take<std::int8_t>(); }

void field(Session& session, Input& input) {
  const int across = small_number(input), up = small_number(input);
  const int columns = small_number(input) % 72, rows = small_number(input) % 72;
  session.field({across, up, columns, rows});
}

void look(Session& session, Input& input) {
  const int dimension = small_number(input);
  std::vector<double> observation(input.index(16));
  for (double& x : observation) x = input.number(-kLargestPoint, kLargestPoint);
  const std::string digest = session.digest();
  session.look(observation, dimension);
  expect(session.digest() == digest, "looking changes nothing");
}

void evaluate(Session& session, Input& input) {
  std::vector<double> state(input.index(8));
  for (double& x : state) x = input.take<double>();
  session.evaluate({state});
}

void measure(Session& session, Input& input) {
  constexpr double kNoTime = 0;
  const std::string task = input.text(), measurement = input.text();
  Laboratory lab = session.laboratory(task);
  lab.describe();
  lab.slice(input.number(-2, 0), input.number(0, 2), 4);
  lab.measure(measurement, 2, kNoTime);
  lab.recent(measurement);
  lab.result(measurement);
}

/// No steps at all are the next update's trace.
void train(Session& session, Input& input) {
  const auto steps = static_cast<std::int64_t>(input.index(kMostSteps));
  if (steps > 0) {
    session.train(steps, kForever);
    return;
  }
  try {
    session.trace();
  } catch (const std::runtime_error& error) {
    expect(error.what() == session.status(), "only a run that has stopped has no trace");
  }
}

void resume(Session& session) {
  const std::string digest = session.digest();
  session = Session::from_checkpoint(session.save());
  expect(session.digest() == digest, "a resumed run is the run that was saved");
}

void call(Session& session, Input& input) {
  switch (input.index(11)) {
    case 0:
      return train(session, input);
    case 1:
      return session.watch(static_cast<int>(input.index(kMostSteps)), input.index(2) == 1);
    case 2:
      return session.kick(input.number(-1, 1));
    case 3:
      return session.drag(input.number(-kLargestPoint, kLargestPoint), input.number(-2, 2));
    case 4:
      return field(session, input);
    case 5:
      return session.tune(input.text());
    case 6:
      session.frame();
      session.policy();
      return;
    case 7:
      return resume(session);
    case 8:
      return evaluate(session, input);
    case 9:
      return measure(session, input);
    default:
      return look(session, input);
  }
}

void feed(Input input) {
  Session session(small(kRuns[input.index(kRuns.size())]));
  for (int i = 0; i < kMostCalls && !input.empty(); ++i) {
    accepts([&] { call(session, input); });
  }
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
