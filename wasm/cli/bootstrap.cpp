#include <cmath>
#include <iostream>

#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/rows.h"
#include "core/exact/bootstrap_lab.h"
#include "core/session/session.h"

namespace acp::cli {
namespace {

constexpr const char* kBeside[] = {"squared_bias", "variance", "gradient_squared_bias",
                                   "gradient_variance"};

/// Numbers in [min, max]; `otherwise` if absent.
std::vector<double> take_numbers(Arguments& arguments, const char* key, double min, double max,
                                 std::vector<double> otherwise) {
  const std::string text = arguments.take(key);
  if (text.empty()) return otherwise;
  std::vector<double> numbers = parse_numbers(text, key);
  for (const double x : numbers) {
    if (x >= min && x <= max) continue;
    throw UsageError(std::string(key) + ": " + number_text(x) + " is outside [" + number_text(min) +
                     ", " + number_text(max) + "]");
  }
  return numbers;
}

void print_frozen(Arguments& arguments, const std::string& path) {
  std::string task;
  for (const char* key : {"states", "rollouts", "longest", "seed"}) {
    if (const auto value = arguments.take(key); !value.empty()) {
      task += std::string(key) + "=" + value + "\n";
    }
  }
  arguments.expect_none({"checkpoint", "states", "rollouts", "longest", "seed"});
  const Session session = Session::from_checkpoint(read_bytes(path, "checkpoint"));
  FrozenReturns returns = session.returns(task);
  ProgressLine progress(1, "of the states");
  while (!returns.advance()) progress.show(returns.done());
  std::vector<double> rows;
  for (const auto& row : returns.rows()) {
    rows.insert(rows.end(),
                {static_cast<double>(row.n), row.squared_bias, row.squared_bias_standard_error,
                 row.variance, row.variance_standard_error});
  }
  print_rows(rows, {"n", "squared_bias", "squared_bias_standard_error", "variance",
                    "variance_standard_error"});
}

}  // namespace

void bootstrap(Arguments& arguments) {
  if (const std::string path = arguments.take("checkpoint"); !path.empty()) {
    return print_frozen(arguments, path);
  }
  const BootstrapLab lab("process=" + arguments.require("process"));
  const double error = take_numbers(arguments, "error", -10, 10, {1}).front();
  std::vector<double> lengths, decays;
  if (!arguments.has("n") && !arguments.has("lambda")) {
    for (int n = 1; n <= 512; n *= 2) lengths.push_back(n);
    for (int i = 0; i <= 20; ++i) decays.push_back(i / 20.0);
  }
  lengths = take_numbers(arguments, "n", 1, BootstrapLab::kMostSteps, lengths);
  decays = take_numbers(arguments, "lambda", 0, 1, decays);
  arguments.expect_none({"process", "checkpoint", "error", "n", "lambda"});
  std::vector<int> steps;
  for (const double n : lengths) {
    if (n != std::floor(n)) throw UsageError("n: " + number_text(n) + " is not a whole number");
    steps.push_back(static_cast<int>(n));
  }
  print_rows(lab.n_steps(error, steps), {"n", kBeside[0], kBeside[1], kBeside[2], kBeside[3]});
  print_rows(lab.lambdas(error, decays),
             {"lambda", kBeside[0], kBeside[1], kBeside[2], kBeside[3]});
}

}  // namespace acp::cli
