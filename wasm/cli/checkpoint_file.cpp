#include "cli/checkpoint_file.h"

#include <utility>

#include "cli/arguments.h"

namespace acp::cli {

CheckpointFile::CheckpointFile(std::string path, std::int64_t every, bool force)
    : path_(std::move(path)), every_(static_cast<double>(every)), force_(force) {
  if (!path_.empty()) next_.emplace("checkpoint", path_, force_);
}

void CheckpointFile::write_if_due(const Session& session) {
  if (every_ == 0 || since_.seconds() < every_) return;
  write(session);
  since_ = {};
}

bool CheckpointFile::write(const Session& session) {
  if (path_.empty()) return true;
  try {
    if (!next_) next_.emplace("checkpoint", path_, force_);
    const auto bytes = session.save();
    next_->write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    force_ = next_->finish() || force_;  // what is there now is of this run
    failure_ = next_->failure();
  } catch (const UsageError& error) {
    failure_ = error.what();
  }
  next_.reset();
  return failure_.empty();
}

}  // namespace acp::cli
