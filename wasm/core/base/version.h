#pragma once

namespace acp {

/// The version of the project that this was built from: "1.2.3".
const char* build_version();

}  // namespace acp
