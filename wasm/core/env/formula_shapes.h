#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acp::formula {

/// How a state can be drawn.
struct ShapeKind {
  std::string_view name;
  std::vector<std::string> numbers;  ///< in the order in which they are given
  bool has_places;                   ///< numbers with a range, and not angles alone
};

/// Null if no shape has the name.
const ShapeKind* find_shape(std::string_view name);
/// All of them as one writes them, with commas between them.
std::string shapes_as_written();

}  // namespace acp::formula
