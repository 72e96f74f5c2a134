// n-step returns and generalised advantages of given trajectories.
#include "cli/probe_operations.h"
#include "core/algo/returns.h"
#include "core/base/matrix.h"

namespace acp::cli {
namespace {

Buffer read_numbers(Fields& fields, const std::string& name, std::size_t size) {
  const auto numbers = fields.numbers(name);
  if (numbers.size() != size) fields.refuse(name, "is not as long as r");
  return {numbers.begin(), numbers.end()};
}

/// true and false, or 1 and 0.
std::vector<std::uint8_t> read_flags(Fields& fields, const std::string& name, std::size_t size) {
  const Json& value = fields.raw(name);
  if (!value.is_array()) fields.refuse(name, "is not an array of flags");
  if (value.size() != size) fields.refuse(name, "is not as long as r");
  std::vector<std::uint8_t> flags;
  for (const auto& x : value) {
    if (!x.is_boolean() && x != 0 && x != 1) fields.refuse(name, "is not an array of flags");
    flags.push_back(x == true || x == 1 ? 1 : 0);
  }
  return flags;
}

}  // namespace

Json probe_returns(Fields& fields) {
  const auto gamma = static_cast<Scalar>(fields.number("gamma", 0, 1));
  const std::size_t size = fields.numbers("r").size();
  const Buffer reward = read_numbers(fields, "r", size);
  const Buffer value = read_numbers(fields, "v", size);
  const Buffer next_value = read_numbers(fields, "vnext", size);
  const auto terminated = read_flags(fields, "term", size);
  const auto truncated = read_flags(fields, "trunc", size);
  if (fields.has("n") == fields.has("lambda")) fields.refuse("n", "give either n or lambda");

  const Trajectory trajectory{reward, value, next_value, terminated, truncated};
  Buffer values(size);
  if (fields.has("n")) {
    n_step_returns(trajectory, gamma, fields.count("n", 1, 1'000'000'000), values);
  } else {
    const auto lambda = static_cast<Scalar>(fields.number("lambda", 0, 1));
    generalised_advantages(trajectory, gamma, lambda, values);
  }
  return {{"values", std::vector<double>(values.begin(), values.end())}};
}

}  // namespace acp::cli
