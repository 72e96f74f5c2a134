#pragma once

#include "core/env/environment.h"

namespace acp {

/// Random numbers for a task from outside, of the stream of who calls it. A task that draws from
/// nowhere else comes out the same again.
struct HostRandom {
  void* stream;
  double (*uniform)(void* stream);                       ///< in [0, 1)
  void (*normal)(void* stream, double* out, int count);  ///< standard, independent
};

/// A task from outside: plain functions, so that whatever can be called can fill the table. `host`
/// is the table's own, `task` what `create` or `copy` has made.
///
/// What returns an `int` says how many numbers it has, 0 if none are asked for, and writes them to
/// `out`, never more than `room`; below 0 it has failed.
struct HostFunctions {
  void* host = nullptr;
  /// One more task, in any state; null if that fails.
  void* (*create)(void* host) = nullptr;
  void (*destroy)(void* task) = nullptr;
  int (*reset)(void* task, const HostRandom* random) = nullptr;
  /// `action` has `info.action.width()` numbers, within their bounds.
  int (*step)(void* task, const double* action, const HostRandom* random, double* reward,
              int* terminated) = nullptr;
  int (*observe)(void* task, double* out, int room) = nullptr;

  // The others may be null; `save` and `load`, `kick` and `drag` come together.
  /// No number of a state is larger than `kLargestStateComponent`. After `load`, `save` gives the
  /// same bits again, or checkpoints are refused: numbers that are rounded are rounded in `save`.
  int (*save)(void* task, double* out, int room) = nullptr;
  int (*load)(void* task, const double* state) = nullptr;
  int (*draw)(void* task, float* out, int room) = nullptr;
  int (*kick)(void* task, double strength) = nullptr;
  int (*drag)(void* task, double x, double y) = nullptr;
  /// One more task in the same state; null if that fails.
  void* (*copy)(void* task) = nullptr;
  /// State `i` of those that evaluations start from.
  int (*start)(void* host, int i, double* out, int room) = nullptr;
  int starts = 0;
  /// Why the last call failed; may be null, as may what it returns.
  const char* (*complaint)(void* host) = nullptr;
};

/// The entry of a task from outside; `functions.host` must outlive whatever it makes. The info
/// lists a state if there is `save`, and what to draw if there is `draw`. Throws
/// `std::invalid_argument` where info and functions do not make a task. What its environments
/// cannot make sense of later, they throw as an `EnvironmentError` that names the function.
EnvironmentEntry host_entry(EnvironmentInfo info, const HostFunctions& functions);

}  // namespace acp
