#pragma once

#include <string>
#include <utility>
#include <vector>

namespace acp {

/// Parameters and their values.
using Settings = std::vector<std::pair<std::string, std::string>>;

}  // namespace acp
