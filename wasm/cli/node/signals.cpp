// Signals arrive in the main thread of Node, which knows what to do (acp.mjs).
#include "cli/signals.h"

#include <cstdlib>

#include "cli/node/host.h"

namespace acp::cli {
namespace {

void tell(const std::string& name, bool there) {
  acp_temporary(name.data(), static_cast<int>(name.size()), there ? 1 : 0);
}

}  // namespace

void handle_signals() {}

int make_temporary(std::string& name) {
  acp_enter();
  const int descriptor = mkstemp(name.data());
  if (descriptor >= 0) tell(name, true);
  acp_leave();
  return descriptor;
}

void forget_temporary(const std::string& name) {
  if (!name.empty()) tell(name, false);
}

Deferral::Deferral() { acp_defer(1); }
Deferral::~Deferral() { acp_defer(-1); }
int Deferral::noted() { return acp_noted(); }

}  // namespace acp::cli
