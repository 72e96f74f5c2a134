// Feeds `acp probe` the lines of its standard input. Counts that ask for much work are made small.
#include "cli/probe.h"

#include <sstream>

#include <nlohmann/json.hpp>

#include "input.h"

namespace acp::fuzz {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostWork = 20;

std::string bounded(const std::string& line) {
  Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return line;
  for (const char* name : {"updates", "repeats", "samples"}) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    if (found->is_number() && found->get<double>() > kMostWork) *found = kMostWork;
  }
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void feed(Input input) {
  std::istringstream given(input.rest());
  std::string text;
  for (std::string line; std::getline(given, line);) text += bounded(line) + '\n';
  std::istringstream in(text);
  std::ostringstream out;
  acp_probe(in, out);
  std::istringstream answers(out.str());
  for (std::string line; std::getline(answers, line);) {
    expect(Json::parse(line, nullptr, false).is_object(), "answers are JSON objects");
  }
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
