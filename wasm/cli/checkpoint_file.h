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
  /// Whether the checkpoint, if one is wanted, is whole.
  bool write(const Session& session);
  /// What went wrong; "" if nothing did.
  std::string failure() const { return next_ ? next_->failure() : ""; }

 private:
  std::string path_;
  double every_;
  std::optional<Output> next_;
  Stopwatch since_;
};

}  // namespace acp::cli
