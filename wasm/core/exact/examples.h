#pragma once

#include <span>

#include "core/exact/process.h"

namespace acp {

/// Processes that teach one thing each (core/exact/examples.cpp).
std::span<const ProcessEntry> example_processes();

}  // namespace acp
