#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"

namespace acp {

/// Throws `std::invalid_argument` with one line per error, unless there is none.
void throw_if_any(const std::vector<std::string>& errors);

/// `name:key=value,key=value` taken apart.
struct NamedText {
  std::string name;
  TextPairs pairs;
};
/// Adds what is wrong with `text` to `errors`, as of `owner`.
NamedText parse_named(std::string_view text, const std::string& owner,
                      std::vector<std::string>& errors);

}  // namespace acp
