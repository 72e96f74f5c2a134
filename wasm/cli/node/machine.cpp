#include "cli/machine.h"

#include <cerrno>

#include "cli/node/host.h"

namespace acp::cli {

bool is_terminal(int descriptor) { return acp_is_terminal(descriptor) != 0; }

bool sync_file(int descriptor) {
  const int error = acp_sync(descriptor);
  if (error != 0) errno = error;
  return error == 0;
}

mode_t masked_rights() { return static_cast<mode_t>(acp_masked_rights()); }

}  // namespace acp::cli
