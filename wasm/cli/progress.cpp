#include "cli/progress.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <unistd.h>

#include "cli/machine.h"

namespace acp::cli {
namespace {

/// Seconds: before the first line, between two, and over which the rate is averaged.
constexpr double kPatience = 0.5, kPause = 0.2, kMemory = 5;

}  // namespace

ProgressLine::ProgressLine(double total, const char* unit)
    : total_(total), unit_(unit), terminal_(is_terminal(STDERR_FILENO)) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputc('\n', stderr);
}

void ProgressLine::show(double done, const std::string& more) {
  if (!terminal_) return;
  const auto now = Clock::now();
  const auto since = [&](Clock::time_point then) {
    return std::chrono::duration<double>(now - then).count();
  };
  const double passed = since(last_);
  if (since(start_) < kPatience || (passed < kPause && done < total_)) return;
  // What comes first, a warm-up for one, may be far quicker than what follows.
  const double weight = shown_ ? 1 - std::exp(-passed / kMemory) : 1;
  rate_ += weight * ((done - done_) / passed - rate_);
  last_ = now;
  done_ = done;
  shown_ = true;
  const std::string left = rate_ > 0 ? ", " + duration_text((total_ - done) / rate_) + " left" : "";
  std::fprintf(stderr, "\r\033[K%.0f of %.0f %s, %.*f %s/s%s%s", done, total_, unit_,
               rate_ < 10 ? 1 : 0, rate_, unit_, left.c_str(), more.c_str());
  std::fflush(stderr);
}

std::string duration_text(double seconds) {
  constexpr double kMinute = 60, kHour = 3600;
  const auto text = [](double count, const char* unit) {
    return std::to_string(static_cast<std::int64_t>(count)) + " " + unit;
  };
  if (seconds < 2 * kMinute) return text(std::ceil(seconds), "s");
  if (seconds < 2 * kHour) return text(std::round(seconds / kMinute), "min");
  return text(std::floor(seconds / kHour), "h ") +
         text(std::floor(std::fmod(seconds, kHour) / kMinute), "min");
}

}  // namespace acp::cli
