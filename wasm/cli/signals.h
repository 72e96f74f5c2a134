#pragma once

#include <stdexcept>
#include <string>

/// What ends a program from outside: Ctrl-C (SIGINT), SIGTERM, a terminal that is closed (SIGHUP).
namespace acp::cli {

const char* signal_name(int signal);
/// That of shells.
int signal_exit_code(int signal);

/// From now on each of them ends the program at once, with one line and the exit code of shells,
/// 128 and the signal's number. Writing to a closed pipe is an error like any other.
void handle_signals();

/// `mkstemp`, of a file that a signal which ends the program at once removes: until it is
/// forgotten, and as long as `name` stays where it is. There is room for 256.
int make_temporary(std::string& name);
void forget_temporary(const std::string& name);

/// While one lives, the first signal is only noted, so that what was begun can be brought to an
/// end; the second ends the program at once.
class Deferral {
 public:
  Deferral();
  ~Deferral();
  Deferral(const Deferral&) = delete;
  Deferral& operator=(const Deferral&) = delete;

  /// The signal that was noted, or 0.
  static int noted();
};

/// A signal has ended a command, in good order.
class Interrupted : public std::runtime_error {
 public:
  /// `how_far` it came, for people.
  Interrupted(int signal, const std::string& how_far);
  int exit_code() const { return exit_code_; }

 private:
  int exit_code_;
};

}  // namespace acp::cli
