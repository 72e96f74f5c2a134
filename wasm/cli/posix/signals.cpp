#include "cli/signals.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unistd.h>

#include "cli/machine.h"

namespace acp::cli {
namespace {

std::atomic<int> deferred = 0;
std::atomic<int> last = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal may interrupt whoever has it");
/// Names of files to remove.
const char* volatile temporaries[256] = {};
std::mutex temporaries_mutex;
/// Takes the line of progress away.
const char* lead = "";

/// Calls only what a signal may interrupt itself with.
void on_signal(int signal) {
  int none = 0;  // in one step: another signal may come at any moment, and is then the second
  if (deferred != 0 && last.compare_exchange_strong(none, signal)) return;
  for (const char* name : temporaries) {
    if (name != nullptr) unlink(name);
  }
  const auto say = [](const char* text) {
    if (write(STDERR_FILENO, text, std::strlen(text)) < 0) return;  // nobody hears
  };
  say(lead);
  say("acp: ended by ");
  say(signal_name(signal));
  say("\n");
  _exit(signal_exit_code(signal));
}

}  // namespace

void handle_signals() {
  if (is_terminal(STDERR_FILENO)) lead = "\r\033[K";
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    sigaction(signal, nullptr, &before);
    // Whoever started this may have chosen to ignore it, as nohup does.
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

int make_temporary(std::string& name) {
  const std::lock_guard lock(temporaries_mutex);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const int descriptor = mkstemp(name.data());
  for (auto& slot : temporaries) {
    if (descriptor >= 0 && slot == nullptr) {
      slot = name.c_str();
      break;
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return descriptor;
}

void forget_temporary(const std::string& name) {
  const std::lock_guard lock(temporaries_mutex);
  for (auto& slot : temporaries) {
    if (slot == name.c_str()) slot = nullptr;
  }
}

Deferral::Deferral() { deferred = 1; }
Deferral::~Deferral() { deferred = 0; }
int Deferral::noted() { return last; }

}  // namespace acp::cli
