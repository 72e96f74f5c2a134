#pragma once

#include <ctime>

namespace acp {

/// Measures how long something takes. Not by `std::chrono`, whose clocks bring along what C has to
/// say of errors, 3 % of what the page downloads of the core.
class Stopwatch {
 public:
  double seconds() const { return now() - start_; }

 private:
  static double now() {
    std::timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }

  double start_ = now();
};

}  // namespace acp
