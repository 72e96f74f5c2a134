#include <iostream>

#include "cli/commands.h"
#include "cli/rows.h"
#include "core/base/json.h"
#include "core/exact/simplex.h"
#include "core/exact/surrogate_lab.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

constexpr std::size_t kMostSteps = 10'000;
constexpr double kLargestStep = 1e6;

std::vector<double> parse_etas(const std::string& text) {
  if (text.empty()) {
    std::vector<double> etas;
    for (int i = 0; i <= 40; ++i) etas.push_back(0.1 * i);
    return etas;
  }
  std::vector<double> etas = parse_numbers(text, "etas");
  if (etas.size() > kMostSteps) throw UsageError("etas: more than 10000 numbers");
  for (const double eta : etas) {
    if (eta >= 0 && eta <= kLargestStep) continue;
    throw UsageError("etas: " + number_text(eta) + " is outside [0, 1e6]");
  }
  return etas;
}

SurrogateLab make_lab(Arguments& arguments, const std::string& process) {
  const std::string path = arguments.take("checkpoint");
  if (path.empty()) return SurrogateLab("process=" + process);
  std::string task;
  for (const char* key : {"gamma", "temperature"}) {
    if (const auto value = arguments.take(key); !value.empty()) {
      task += std::string(key) + "=" + value + "\n";
    }
  }
  const Session session = Session::from_checkpoint(read_bytes(path, "checkpoint"));
  return SurrogateLab(session.finite_process(task));
}

}  // namespace

void search_line(Arguments& arguments) {
  const std::string process = arguments.has("checkpoint") ? "" : arguments.require("process");
  if (const auto simplex = describe_named_simplex(process)) {
    arguments.expect_none({"process"});
    std::cout << *simplex << '\n';
    return;
  }
  SurrogateLab lab = make_lab(arguments, process);
  const auto set = [&](const char* key, auto&& setter) {
    if (const auto text = arguments.take(key); !text.empty()) setter(parse_numbers(text, key));
  };
  set("theta", [&](const std::vector<double>& x) { lab.set_theta(x); });
  set("behaviour", [&](const std::vector<double>& x) { lab.set_behaviour(x); });
  set("drawn", [&](const std::vector<double>& x) { lab.set_drawn(x); });
  const std::vector<double> etas = parse_etas(arguments.take("etas"));
  const bool estimated = arguments.has("episodes");
  const std::int64_t episodes = arguments.take_count("episodes", 1, 1'000'000);
  const std::int64_t seed = arguments.take_count("seed", 1, 2147483647);
  std::string line;
  for (const char* key : {"direction", "weighting"}) {
    if (const auto value = arguments.take(key); !value.empty()) {
      line += std::string(key) + "=" + value + "\n";
    }
  }
  arguments.expect_none({"process", "checkpoint", "gamma", "temperature", "theta", "behaviour",
                         "direction", "weighting", "drawn", "etas", "episodes", "seed"});
  if (!estimated) {
    print_rows(lab.line(line, etas), {"eta", "j", "surrogate", "bound", "total_variation"});
    return;
  }
  print_rows(lab.estimate(line, etas, static_cast<int>(episodes), static_cast<int>(seed)),
             {"eta", "by_trajectories", "by_trajectories_standard_error", "by_actions",
              "by_actions_standard_error", "by_states", "by_states_standard_error"});
}

}  // namespace acp::cli
