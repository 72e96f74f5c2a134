#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/arguments.h"
#include "cli/machine.h"
#include "cli/signals.h"

namespace acp::cli {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

/// The rights that a new file gets from the process, and its owner's in any case.
mode_t usual_rights() { return 0600 | (0666 & ~masked_rights()); }

/// Without `force` only if nothing has the name `to`.
bool rename_file(const char* from, const char* to, bool force) {
  if (!force) {
    if (link(from, to) == 0) {
      unlink(from);
      return true;
    }
    // Where a file has one name only, an empty one holds the place.
    const int place = errno == EEXIST ? -1 : ::open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (place < 0) return false;
    close(place);
  }
  return std::rename(from, to) == 0;
}

}  // namespace

void reserve_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) < 0) ::open("/dev/null", O_RDONLY);  // gets the lowest number
  }
}

Output::Output() : name_("standard output"), descriptor_(STDOUT_FILENO) {}

Output::Output(const std::string& key, const std::string& path, bool force)
    : name_(key + ": " + path), path_(path), force_(force), descriptor_(-1) {
  open(key);
}

void Output::open(const std::string& key) {
  const auto refuse = [&] {
    throw UsageError(key + ": cannot write " + path_ + ": " + std::strerror(errno));
  };
  struct stat there = {};
  const bool exists = stat(path_.c_str(), &there) == 0;
  if (exists && !S_ISREG(there.st_mode)) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) refuse();
    return;
  }
  // A link to nowhere is there too.
  if (!force_ && (exists || lstat(path_.c_str(), &there) == 0)) {
    throw UsageError(key + ": " + path_ + " is there already; --force overwrites it");
  }
  if (exists && access(path_.c_str(), W_OK) != 0) refuse();
  std::error_code gone;
  if (exists) path_ = std::filesystem::canonical(path_, gone);  // what a link points to
  if (gone) throw UsageError(key + ": cannot write " + path_ + ": " + gone.message());
  temporary_ = path_ + ".XXXXXX";
  descriptor_ = make_temporary(temporary_);
  if (descriptor_ < 0) {
    temporary_.clear();
    refuse();
  }
  fchmod(descriptor_, exists ? there.st_mode & 07777 : usual_rights());
}

Output::~Output() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
  forget_temporary(temporary_);
  if (!path_.empty() && descriptor_ >= 0) close(descriptor_);
}

void Output::write(std::string_view text) {
  if (buffer_.size() + text.size() > kBuffer) flush();
  if (text.size() > kBuffer) return send(text);
  buffer_ += text;
}

bool Output::flush() {
  send(buffer_);
  buffer_.clear();
  return failure_.empty();
}

void Output::send(std::string_view bytes) {
  while (failure_.empty() && !bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail();
    }
  }
}

bool Output::finish() {
  if (!flush() || temporary_.empty()) return failure_.empty();
  // The name must not outlive the content when the power fails.
  if (!sync_file(descriptor_)) return fail();
  if (!rename_file(temporary_.c_str(), path_.c_str(), force_)) {
    fail();
    failure_ += "; " + temporary_ + " has it";
  }
  forget_temporary(temporary_);
  temporary_.clear();
  return failure_.empty();
}

bool Output::fail() {
  failure_ = name_ + " could not be written: " + std::strerror(errno);
  return false;
}

}  // namespace acp::cli
