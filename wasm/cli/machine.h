#pragma once

#include <sys/types.h>

/// What C's library knows of the machine natively, and not in WebAssembly.
namespace acp::cli {

bool is_terminal(int descriptor);
/// Returns once what was written would outlive a failure of the power, or false, with `errno`.
bool sync_file(int descriptor);
/// The rights that new files do not get.
mode_t masked_rights();

}  // namespace acp::cli
