#pragma once

#include <cstdint>

namespace acp {

/// What the whole test program has asked of `operator new`, every form of it. `Buffer` and
/// everything of the standard library go through it.
struct Allocations {
  std::int64_t made;   ///< ever
  std::int64_t live;   ///< and not yet deleted
  std::int64_t bytes;  ///< ever
};
Allocations allocations();

}  // namespace acp
