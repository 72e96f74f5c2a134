#include "cli/checkpoint_file.h"

#include <utility>

namespace acp::cli {

CheckpointFile::CheckpointFile(std::string path, std::int64_t every, bool force)
    : path_(std::move(path)), every_(static_cast<double>(every)) {
  if (!path_.empty()) next_.emplace("checkpoint", path_, force);
}

void CheckpointFile::write_if_due(const Session& session) {
  if (every_ == 0 || path_.empty() || since_.seconds() < every_) return;
  if (!write(session)) return;
  next_.emplace("checkpoint", path_, true);
  since_ = {};
}

bool CheckpointFile::write(const Session& session) {
  if (!next_) return true;
  if (!failure().empty()) return false;
  const auto bytes = session.save();
  next_->write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  return next_->finish();
}

}  // namespace acp::cli
