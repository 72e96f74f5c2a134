#pragma once

#include <string>
#include <string_view>

/// Where a command's output goes.
namespace acp::cli {

/// Takes the numbers of those standard streams that are closed, so that no file opened later gets
/// one: reading there ends at once, and writing fails.
void reserve_standard_streams();

/// Standard output, or a file that has its name only once it is whole: until then it has another
/// one in the same folder. What is no ordinary file, a device or a pipe, is written as it is.
class Output {
 public:
  /// Standard output.
  Output();
  /// Throws `UsageError` where `path`, the value of `key`, cannot be written, or where it is there
  /// and `force` is not set.
  Output(const std::string& key, const std::string& path, bool force);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// After a failure nothing more is written.
  void write(std::string_view text);
  /// Passes on what was written; returns whether all of it arrived so far.
  bool flush();
  /// Gives the file its name. Without this it is as if it had never been; where the name cannot be
  /// given, because without `force` it has been taken since, the file stays and the failure names
  /// it.
  bool finish();
  /// What went wrong, naming the output; "" if nothing did.
  const std::string& failure() const { return failure_; }

 private:
  void open(const std::string& key);
  void send(std::string_view bytes);
  bool fail();

  std::string name_;       ///< for people
  std::string path_;       ///< "" for standard output
  std::string temporary_;  ///< "" once it has its name, or where it has it from the start
  bool force_ = false;
  int descriptor_;
  std::string buffer_;
  std::string failure_;
};

}  // namespace acp::cli
