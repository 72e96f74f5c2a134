#pragma once

#include <chrono>
#include <string>

namespace acp::cli {

/// How far something long has come and how long it will take, on one line of the terminal that
/// standard error is; nothing if it is none, or before half a second has passed.
class ProgressLine {
 public:
  /// `unit`: what `total` counts, in the plural.
  ProgressLine(double total, const char* unit);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// `more`: what else to say.
  void show(double done, const std::string& more = "");

 private:
  using Clock = std::chrono::steady_clock;

  double total_;
  const char* unit_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  double done_ = 0;
  double rate_ = 0;  ///< per second, of late
};

/// "40 s", "5 min", "2 h 10 min".
std::string duration_text(double seconds);

}  // namespace acp::cli
