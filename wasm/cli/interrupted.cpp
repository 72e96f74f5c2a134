#include <csignal>

#include "cli/signals.h"

namespace acp::cli {

const char* signal_name(int signal) {
  return signal == SIGINT ? "SIGINT" : signal == SIGTERM ? "SIGTERM" : "SIGHUP";
}

int signal_exit_code(int signal) { return 128 + signal; }

Interrupted::Interrupted(int signal, const std::string& how_far)
    : std::runtime_error(std::string("ended by ") + signal_name(signal) + " " + how_far),
      exit_code_(signal_exit_code(signal)) {}

}  // namespace acp::cli
