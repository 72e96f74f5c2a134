#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/arguments.h"

namespace acp::cli {

using Json = nlohmann::ordered_json;

/// The members of a JSON object, each checked as it is read; errors name its path. A member that
/// nobody reads is an error too: see `expect_all_read`.
class Fields {
 public:
  Fields(const Json& object, std::string path);

  bool has(const std::string& name) const { return object_->contains(name); }
  double number(const std::string& name);
  /// A number in [min, max].
  double number(const std::string& name, double min, double max);
  int count(const std::string& name, int min, int max);
  bool flag(const std::string& name);
  bool flag(const std::string& name, bool otherwise);
  std::string text(const std::string& name);
  /// A text of at most so many bytes.
  std::string text(const std::string& name, std::size_t most);
  /// At least one number.
  std::vector<double> numbers(const std::string& name);
  Fields object(const std::string& name);
  std::vector<Fields> objects(const std::string& name);
  const Json& raw(const std::string& name);

  void expect_all_read() const;
  void expect_only(std::initializer_list<std::string_view> names) const;
  /// Where it stands in what was given, "" for all of it.
  const std::string& path() const { return path_; }
  [[noreturn]] void refuse(const std::string& name, const std::string& why) const;

 private:
  std::string path_of(const std::string& name) const;

  const Json* object_;
  std::string path_;
  std::vector<std::string> read_;
};

}  // namespace acp::cli
