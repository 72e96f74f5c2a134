#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/output.h"
#include "core/base/stopwatch.h"
#include "core/session/session.h"

namespace acp::cli {

/// The file that a run is kept in: at its end, and every so often before, each time whole.
class CheckpointFile {
 public:
  /// An empty `path` for none; `every` seconds, or 0 for the end alone. Throws `UsageError` where
  /// it cannot be written, or is there and `force` is not set.
  CheckpointFile(std::string path, std::int64_t every, bool force);

  void write_if_due(const Session& session);
  /// Whether the checkpoint, if one is wanted, is whole. What fails is tried again the next time.
  bool write(const Session& session);
  /// What went wrong the last time; "" if nothing did.
  const std::string& failure() const { return failure_; }

 private:
  std::string path_;
  double every_;
  bool force_;
  std::string failure_;
  std::optional<Output> next_;
  Stopwatch since_;
};

}  // namespace acp::cli
