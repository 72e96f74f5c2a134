#include <iostream>
#include <optional>

#include "cli/commands.h"
#include "cli/progress.h"
#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

constexpr double kSliceMilliseconds = 200;

}  // namespace

void measure_gradient(Arguments& arguments) {
  const std::string path = arguments.take("checkpoint");
  const std::string seed = arguments.take("seed");
  std::string task, measurement;
  const auto move_to = [&](std::string& text, const char* key) {
    const std::string value = arguments.take(key);
    if (!value.empty()) text += std::string(key) + "=" + value + "\n";
  };
  if (path.empty()) {
    for (const char* key : {"policy", "objective", "alpha"}) move_to(task, key);
  } else {
    for (const char* key : {"objective", "alpha", "states", "batch", "state"}) move_to(task, key);
    move_to(measurement, "space");
    if (!seed.empty()) task += "seed=" + seed + "\n";
  }
  for (const char* key : {"estimator", "baseline", "samples"}) move_to(measurement, key);
  if (!seed.empty()) measurement += "seed=" + seed + "\n";
  const std::int64_t repeats = arguments.take_count("repeats", 10'000);
  if (repeats < 2) throw UsageError("repeats: 1 is outside [2, 1e12]");
  if (path.empty()) {
    arguments.expect_none({"checkpoint", "policy", "objective", "alpha", "estimator", "baseline",
                           "samples", "repeats", "seed"});
  } else {
    arguments.expect_none({"checkpoint", "objective", "alpha", "states", "batch", "state", "space",
                           "estimator", "baseline", "samples", "repeats", "seed"});
  }
  std::optional<Session> session;
  if (!path.empty()) session = Session::from_checkpoint(read_bytes(path, "checkpoint"));
  Laboratory laboratory = session ? session->laboratory(task) : Laboratory(task);
  ProgressLine progress(static_cast<double>(repeats), "estimates");
  std::int64_t made = 0;
  while (made < repeats) {
    made = laboratory.measure(measurement, repeats, kSliceMilliseconds);
    progress.show(static_cast<double>(made));
  }
  std::cout << laboratory.result(measurement) << '\n';
}

}  // namespace acp::cli
