#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace acp::cli {

/// A command line that cannot be; `what()` names the argument, its value and what is allowed.
class UsageError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// The `key=value` words of one command.
class Arguments {
 public:
  explicit Arguments(const std::vector<std::string>& words);

  static constexpr std::int64_t kMostCount = 1'000'000'000'000;

  /// Takes `key` out; "" if absent.
  std::string take(std::string_view key);
  /// Takes `key` out; throws if absent.
  std::string require(std::string_view key);
  bool has(std::string_view key) const;
  /// Of a key that is there, which stays.
  const std::string& value(std::string_view key) const;
  /// Takes a whole number of at least 1 out; `otherwise` if absent.
  std::int64_t take_count(std::string_view key, std::int64_t otherwise,
                          std::int64_t most = kMostCount);
  /// Takes `true` or `false` out; `otherwise` if absent.
  bool take_flag(std::string_view key, bool otherwise);
  /// What was not taken, as configuration text.
  std::string rest() const;
  /// Throws if anything is left, naming the `valid` ones.
  void expect_none(std::initializer_list<std::string_view> valid) const;
  /// The same for what does not begin with `prefix`.
  void expect_only(std::string_view prefix, std::initializer_list<std::string_view> valid) const;

 private:
  struct Pair {
    std::string key;
    std::string value;
  };
  std::vector<Pair>::const_iterator find(std::string_view key) const;

  std::vector<Pair> pairs_;
};

/// Numbers separated by commas or white space; `name` is for the error.
std::vector<double> parse_numbers(std::string_view text, const std::string& name);

/// Takes the byte order mark of UTF-8 off the first line of a text. Throws where the mark is that
/// of UTF-16; `name` is for the error.
void skip_byte_order_mark(std::string& first_line, const std::string& name);

/// Takes the next line off a text, as `std::getline` does. Throws where it is larger than a text
/// may be, 32 MB; `name` is for the error.
bool read_line(std::istream& text, std::string& line, const std::string& name);

/// The lines of a text file that are not blank, at least one, without a byte order mark; or the
/// bytes of a file, of at most 512 MB: a run and its checkpoint have less. `name` is for the error.
std::vector<std::string> read_lines(const std::string& path, const std::string& name);
std::vector<unsigned char> read_bytes(const std::string& path, const std::string& name);

}  // namespace acp::cli
