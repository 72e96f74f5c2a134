// `acp trace`: what one update computes, line by line.
#include <cmath>
#include <iostream>
#include <optional>

#include "cli/commands.h"
#include "cli/fields.h"
#include "cli/progress.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

/// Leaves of every number that each sample has that of the one only.
void keep_sample(Json& trace, std::int64_t sample) {
  const auto batch = trace.at("batch").get<std::int64_t>();
  if (sample >= batch) {
    throw UsageError("sample: " + std::to_string(sample) + " is not in [0, " +
                     std::to_string(batch - 1) + "]: the batch has " + std::to_string(batch));
  }
  trace["sample"] = sample;
  for (Json& entry : trace.at("entries")) {
    if (!entry.contains("values")) continue;
    for (Json& row : entry.at("values")) {
      if (row.size() != static_cast<std::size_t>(batch)) continue;  // of the step, not the batch
      row = Json::array({row.at(static_cast<std::size_t>(sample))});
    }
  }
}

/// A new run, or one from its checkpoint; before step `steps`, if that is not 0.
Session session_of(Arguments& arguments, std::int64_t steps) {
  const std::string from = arguments.take("checkpoint");
  if (from.empty()) return Session(arguments.rest());
  arguments.expect_none({"checkpoint", "steps", "sample"});
  Session session = Session::from_checkpoint(read_bytes(from, "checkpoint"));
  if (steps == 0 || session.environment_steps() < steps) return session;
  throw UsageError("steps: " + std::to_string(steps) + " is not beyond step " +
                   std::to_string(session.environment_steps()) + " of " + from);
}

/// Nothing if it is left out.
std::optional<std::int64_t> take_sample(Arguments& arguments) {
  const std::string text = arguments.take("sample");
  if (text.empty()) return {};
  double value = 0;
  if (parse_number(text, value) && value == std::floor(value) && value >= 0 && value < 1e12) {
    return static_cast<std::int64_t>(value);
  }
  throw UsageError("sample: \"" + text + "\" is not a whole number in [0, 1e12)");
}

}  // namespace

void print_trace(Arguments& arguments) {
  const std::int64_t steps = arguments.take_count("steps", 0);
  const auto sample = take_sample(arguments);
  Session session = session_of(arguments, steps);
  constexpr double kMilliseconds = 200;
  {
    ProgressLine progress(static_cast<double>(steps), "steps");
    while (session.environment_steps() < steps - 1 && session.status().empty()) {
      session.train(steps - 1 - session.environment_steps(), kMilliseconds);
      progress.show(static_cast<double>(session.environment_steps()));
    }
  }
  std::string text = session.trace();
  if (sample) {
    Json trace = Json::parse(text);
    keep_sample(trace, *sample);
    text = trace.dump();
  }
  std::cout << text << '\n';
  if (!session.status().empty()) throw std::runtime_error(session.status());
}

}  // namespace acp::cli
