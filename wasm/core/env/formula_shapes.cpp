#include "core/env/formula_shapes.h"

#include <algorithm>
#include <array>

namespace acp::formula {
namespace {

const std::array<ShapeKind, 3>& shapes() {
  static const std::array<ShapeKind, 3> all{{
      {"point", {"x", "y"}, true},
      {"rod", {"angle"}, false},
      {"cart", {"x", "angle"}, true},
  }};
  return all;
}

}  // namespace

const ShapeKind* find_shape(std::string_view name) {
  const auto found = std::find_if(shapes().begin(), shapes().end(),
                                  [&](const ShapeKind& each) { return each.name == name; });
  return found == shapes().end() ? nullptr : &*found;
}

std::string shapes_as_written() {
  std::string all;
  for (const auto& [name, numbers, has_places] : shapes()) {
    std::string given;
    for (const auto& number : numbers) given += (given.empty() ? "" : ", ") + number;
    all += (all.empty() ? "" : ", ") + std::string(name) + "(" + given + ")";
  }
  return all;
}

}  // namespace acp::formula
