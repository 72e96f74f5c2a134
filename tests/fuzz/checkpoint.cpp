// Feeds checkpoints: one that a small run has saved, with some of its bytes changed and a checksum
// that fits. An input is the number of the run, what is asked of it, and then changes: a position,
// a kind, and what that kind takes.
#include <limits>
#include <vector>

#include "core/base/archive.h"
#include "input.h"
#include "runs.h"

namespace acp::fuzz {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kStepsBefore = 45;
constexpr std::size_t kLiterals = 8;
constexpr std::size_t kMostChanges = 64;

constexpr double kDoubles[] = {-0.0,
                               1,
                               -1,
                               0.5,
                               1e-310,
                               1e5,
                               1e18,
                               1e30,
                               1e300,
                               -1e300,
                               std::numeric_limits<double>::infinity(),
                               std::numeric_limits<double>::quiet_NaN()};
constexpr std::int64_t kIntegers[] = {0,
                                      -1,
                                      1,
                                      127,
                                      149,
                                      150,
                                      151,
                                      std::numeric_limits<std::int32_t>::max(),
                                      std::numeric_limits<std::int32_t>::min(),
                                      std::int64_t{1} << 53,
                                      std::numeric_limits<std::int64_t>::max(),
                                      std::numeric_limits<std::int64_t>::min()};

const Bytes& saved(std::size_t run) {
  static std::array<Bytes, kRuns.size()> all;
  Bytes& bytes = all[run];
  if (bytes.empty()) {
    Session session(small(kRuns[run]));
    session.train(kStepsBefore, kForever);
    session.watch(2);
    bytes = session.save();
    bytes.resize(bytes.size() - sizeof(std::uint64_t));
  }
  return bytes;
}

template <class T>
void put(Bytes& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, std::min(sizeof value, bytes.size() - at));
}

void change(Bytes& bytes, Input& input) {
  const std::size_t at = input.take<std::uint16_t>() % bytes.size();
  const std::size_t kind = input.index(kLiterals + 6);
  switch (kind) {
    case kLiterals:
      return put(bytes, at, kDoubles[input.index(std::size(kDoubles))]);
    case kLiterals + 1:
      return put(bytes, at, static_cast<float>(kDoubles[input.index(std::size(kDoubles))]));
    case kLiterals + 2:
      return put(bytes, at, kIntegers[input.index(std::size(kIntegers))]);
    case kLiterals + 3:
      return put(bytes, at,
                 static_cast<std::int32_t>(kIntegers[input.index(std::size(kIntegers))]));
    case kLiterals + 4:
      return bytes.resize(at + 1);
    case kLiterals + 5:
      bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), input.take<std::uint8_t>());
      return;
    default:
      for (std::size_t i = at; i < std::min(at + kind + 1, bytes.size()); ++i) {
        bytes[i] = input.take<std::uint8_t>();
      }
  }
}

void measure(Session& session, std::size_t how) {
  constexpr const char* kTasks[] = {"batch=4&state=1", "states=grid&batch=2", "objective=oracle"};
  constexpr const char* kMeasurements[] = {
      "estimator=score_function&baseline=value", "estimator=score_function&samples=2&space=theta",
      "estimator=reparameterization", "estimator=exact&space=theta"};
  accepts([&] {
    Laboratory lab = session.laboratory(kTasks[how % std::size(kTasks)]);
    lab.describe();
    lab.slice(-1, 1, 3);
    for (const char* measurement : kMeasurements) {
      accepts([&] {
        lab.measure(measurement, 3, kForever);
        lab.recent(measurement);
        lab.result(measurement);
      });
    }
  });
}

void feed(Input input) {
  const std::size_t run = input.index(kRuns.size());
  const std::size_t asked = input.index(8);
  Bytes bytes = saved(run);
  for (std::size_t i = 0; i < kMostChanges && !input.empty(); ++i) change(bytes, input);
  accepts([&] {
    Session session = Session::from_checkpoint(sealed(bytes));
    const auto again = session.save();
    expect(Session::from_checkpoint(again).save() == again, "what is accepted survives a save");
    if (asked < 3) measure(session, asked);
    if (asked == 4) accepts([&] { session.policy(); });
    use(session);
    if (asked == 5) accepts([&] { session.tune("probe_every=4&diagnostics_every=1"); });
    session.train(30, kForever);
  });
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
