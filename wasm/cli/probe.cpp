#include "cli/probe.h"

#include <cmath>
#include <istream>
#include <ostream>
#include <utility>

#include "cli/fields.h"
#include "cli/probe_operations.h"

namespace acp::cli {
namespace {

struct Operation {
  const char* name;
  Json (*run)(Fields&);
};

constexpr Operation kOperations[] = {{"log_prob", probe_log_prob},
                                     {"actor_loss_gradient", probe_actor_loss_gradient},
                                     {"bellman_targets", probe_bellman_targets},
                                     {"returns", probe_returns},
                                     {"adam", probe_adam},
                                     {"polyak", probe_polyak},
                                     {"lqr", probe_lqr},
                                     {"tabular", probe_tabular},
                                     {"surrogate", probe_surrogate},
                                     {"random_walk", probe_random_walk},
                                     {"aggregate", probe_aggregate},
                                     {"coverage", probe_coverage},
                                     {"converge", probe_converge},
                                     {"estimator", probe_estimator}};

void expect_finite(const Json& output) {
  const Json flat = output.flatten();
  for (const auto& [path, value] : flat.items()) {
    if (value.is_number_float() && !std::isfinite(value.get<double>())) {
      throw UsageError("input: " + path.substr(1) + " of the answer is not finite");
    }
  }
}

Json answer(const std::string& line) {
  const Json input = Json::parse(line, nullptr, false);
  if (input.is_discarded()) throw UsageError("input: not JSON");
  Fields fields(input, "");
  const std::string name = fields.text("op");
  std::string names;
  for (const auto& operation : kOperations) {
    if (name == operation.name) {
      Json output = operation.run(fields);
      fields.expect_all_read();
      expect_finite(output);
      return output;
    }
    names += (names.empty() ? "" : ", ") + std::string(operation.name);
  }
  fields.refuse("op", "\"" + name + "\" is not one of " + names);
}

}  // namespace
}  // namespace acp::cli

bool acp_probe(std::istream& in, std::ostream& out) {
  bool accepted = true, first = true;
  for (std::string line; acp::cli::read_line(in, line, "input");) {
    acp::cli::Json output;
    try {
      if (std::exchange(first, false)) acp::cli::skip_byte_order_mark(line, "input");
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      output = acp::cli::answer(line);
    } catch (const std::invalid_argument& error) {
      output = {{"error", error.what()}};
      accepted = false;
    }
    out << output.dump(-1, ' ', false, acp::cli::Json::error_handler_t::replace) << std::endl;
    if (!out) break;  // nobody reads on
  }
  return accepted;
}
