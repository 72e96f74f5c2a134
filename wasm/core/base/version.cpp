#include "core/base/version.h"

namespace acp {

const char* build_version() { return ACP_VERSION; }

}  // namespace acp
