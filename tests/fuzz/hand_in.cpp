// Feeds `acp verify` a file that was handed in. What it says is compared with its link, not run.
#include "cli/hand_in.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/hand_in_link.h"
#include "cli/verify_table.h"
#include "input.h"

namespace acp::fuzz {
namespace {

constexpr std::int64_t kMostSteps = 1000;

void feed(Input input) {
  cli::Verdict verdict{"file", cli::read_hand_in(input.rest(), kMostSteps), {}};
  std::size_t runs = 0;
  for (const auto& experiment : verdict.hand_in.experiments) {
    runs += experiment.runs.size();
    for (const auto& run : experiment.runs) {
      expect(run.steps >= 1 && run.steps <= kMostSteps, "steps are within the limit");
    }
    accepts([&] {
      for (auto& each : cli::compare_with_link(experiment)) verdict.mismatches.push_back(each);
      cli::digests_of_link(experiment);
    });
  }
  for (const auto& error : verdict.hand_in.errors) expect(!error.empty(), "a refusal has a reason");
  expect(runs > 0 || !verdict.hand_in.errors.empty() || !verdict.hand_in.lesson.empty(),
         "what has nothing to run is refused, unless it is of a lesson");
  const std::string text = cli::verdict_text(verdict);
  expect(nlohmann::json::parse(text, nullptr, false).is_object(), "a verdict is a JSON object");
  std::cout.rdbuf(nullptr);
  for (const char* format : {"markdown", "csv"}) cli::print_verdicts({text}, format);
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
