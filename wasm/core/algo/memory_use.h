#pragma once

#include <string>

#include "core/algo/settings.h"

namespace acp {

/// What a run would keep in memory, before any of it is there: what grows with its configuration.
class MemoryUse {
 public:
  /// A replay buffer of `count` transitions, as many as `parameter` of the algorithm says.
  void replay(const char* parameter, double count, const TaskShape& task);
  /// A rollout of `count` steps, with what is computed for each.
  void rollout(const char* parameter, double count, const TaskShape& task);
  /// What `columns` states and actions leave behind in the layers of networks, with its gradient.
  void batches(const char* parameter, double columns, const NetworkSettings& networks,
               const TaskShape& task);
  /// What a probe leaves behind for each state in which it measures the gradient, `columns` actions
  /// that critics judge; counts once `probe` says in how many states.
  void probed_state(double columns, const NetworkSettings& networks, const TaskShape& task);
  void probe(double states);
  /// `copies` of the weights of a network: targets, gradients and the moments of Adam are some.
  void weights(double copies, const NetworkSettings& networks, const TaskShape& task);

  double bytes() const { return kBytes * numbers_; }
  /// Whether it fits in a browser tab, a checkpoint beside it; else a complaint about the parameter
  /// of the algorithm `id` that takes most.
  Complaint check(const std::string& id) const;

 private:
  static constexpr double kBytes = 4;
  void add(const char* parameter, double numbers, std::string what);

  double numbers_ = 0;
  double per_probed_state_ = 0;
  double most_ = 0;  ///< of one kind
  const char* parameter_ = "";
  std::string what_;
};

/// As much as a run may keep. WebAssembly has 2 GB here, and a checkpoint is built and loaded
/// beside the run.
inline constexpr double kMostBytes = 400e6;

/// "524 MB".
std::string megabytes(double bytes);

}  // namespace acp
