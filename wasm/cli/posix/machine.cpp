#include "cli/machine.h"

#include <sys/stat.h>
#include <unistd.h>

namespace acp::cli {

bool is_terminal(int descriptor) { return isatty(descriptor) != 0; }

bool sync_file(int descriptor) { return fsync(descriptor) == 0; }

mode_t masked_rights() {
  const mode_t mask = umask(0);
  umask(mask);
  return mask;
}

}  // namespace acp::cli
