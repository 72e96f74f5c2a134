#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/archive.h"

/// The envelope of a checkpoint (docs/checkpoint.md): what it is, the configuration of its run, and
/// a checksum. What lies between is the run's.
namespace acp {

/// Begins a checkpoint; `sealed` ends it.
Writer begin_checkpoint(std::string config);

struct OpenedCheckpoint {
  std::string config;
  Reader state;
};
/// Throws `std::invalid_argument` if the bytes are not a whole checkpoint that this build reads.
OpenedCheckpoint open_checkpoint(std::span<const std::uint8_t> bytes);

}  // namespace acp
