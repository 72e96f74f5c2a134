#include "cli/arguments.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <sstream>

#include "core/base/escape.h"
#include "core/base/parameters.h"

namespace acp::cli {
namespace {

constexpr std::size_t kMegabyte = 1'000'000, kLargestText = 32 * kMegabyte,
                      kLargestFile = 512 * kMegabyte;

[[noreturn]] void refuse_size(const std::string& what, std::size_t most) {
  throw UsageError(what + " has more than " + std::to_string(most / kMegabyte) + " MB");
}

/// Bytes of any one-byte type.
template <class Bytes>
Bytes read_file(const std::string& path, const std::string& name, std::size_t most) {
  const auto refuse = [&] {
    throw UsageError(name + ": cannot read a file " + path + ": " + std::strerror(errno));
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             std::fclose);
  if (!file) refuse();
  Bytes bytes;
  std::size_t size = 0;
  while (size == bytes.size()) {
    if (size > most) refuse_size(name + ": " + path, most);
    bytes.resize(std::min(2 * size + 4096, most + 1));
    size += std::fread(bytes.data() + size, 1, bytes.size() - size, file.get());
  }
  if (std::ferror(file.get()) != 0) refuse();
  bytes.resize(size);
  return bytes;
}

}  // namespace

Arguments::Arguments(const std::vector<std::string>& words) {
  for (const auto& word : words) {
    const auto equals = word.find('=');
    if (equals == word.npos || equals == 0) {
      throw UsageError(word + ": is not of the form key=value");
    }
    const std::string key = word.substr(0, equals);
    const auto same = [&](const Pair& pair) { return pair.key == key; };
    if (std::any_of(pairs_.begin(), pairs_.end(), same)) throw UsageError(key + ": is given twice");
    pairs_.push_back({key, word.substr(equals + 1)});
  }
}

std::vector<Arguments::Pair>::const_iterator Arguments::find(std::string_view key) const {
  return std::find_if(pairs_.begin(), pairs_.end(),
                      [&](const Pair& pair) { return pair.key == key; });
}

std::string Arguments::take(std::string_view key) {
  const auto found = find(key);
  if (found == pairs_.end()) return "";
  std::string value = found->value;
  pairs_.erase(found);
  if (value.empty()) throw UsageError(std::string(key) + ": is empty");
  return value;
}

std::string Arguments::require(std::string_view key) {
  std::string value = take(key);
  if (value.empty()) throw UsageError(std::string(key) + ": is missing");
  return value;
}

bool Arguments::has(std::string_view key) const { return find(key) != pairs_.end(); }

const std::string& Arguments::value(std::string_view key) const { return find(key)->value; }

std::int64_t Arguments::take_count(std::string_view key, std::int64_t otherwise,
                                   std::int64_t most) {
  const std::string text = take(key);
  if (text.empty()) return otherwise;
  double value = 0;
  if (!parse_number(text, value) || value != std::floor(value) || value < 1 ||
      value > static_cast<double>(most)) {
    throw UsageError(std::string(key) + ": \"" + text + "\" is not a whole number in [1, " +
                     (most == kMostCount ? "1e12" : std::to_string(most)) + "]");
  }
  return static_cast<std::int64_t>(value);
}

bool Arguments::take_flag(std::string_view key, bool otherwise) {
  const std::string text = take(key);
  if (text.empty()) return otherwise;
  if (text != "true" && text != "false") {
    throw UsageError(std::string(key) + ": \"" + text + "\" is not true or false");
  }
  return text == "true";
}

std::string Arguments::rest() const {
  std::string text;
  for (const auto& [key, value] : pairs_) {
    const bool is_spaced = value.find_first_of(" \t\r\n") != value.npos;
    text += key + "=" + (is_spaced ? escaped(value) : value) + "\n";
  }
  return text;
}

void Arguments::expect_none(std::initializer_list<std::string_view> valid) const {
  if (pairs_.empty()) return;
  std::string names;
  for (const auto name : valid) names += " " + std::string(name);
  throw UsageError(pairs_.front().key + ": unknown argument; " +
                   (names.empty() ? "this command takes none" : "valid ones are" + names));
}

void Arguments::expect_only(std::string_view prefix,
                            std::initializer_list<std::string_view> valid) const {
  Arguments others = *this;
  std::erase_if(others.pairs_, [&](const Pair& pair) { return pair.key.starts_with(prefix); });
  others.expect_none(valid);
}

std::vector<double> parse_numbers(std::string_view text, const std::string& name) {
  constexpr std::string_view kSeparators = ", \t\r";
  std::vector<double> numbers;
  if (text.find('\0') != text.npos) throw UsageError(name + ": has a zero byte");
  while (true) {
    const auto begin = text.find_first_not_of(kSeparators);
    if (begin == text.npos) break;
    text.remove_prefix(begin);
    const std::string word(text.substr(0, text.find_first_of(kSeparators)));
    text.remove_prefix(word.size());
    char* end = nullptr;
    const double value = std::strtod(word.c_str(), &end);
    if (*end != '\0' || !std::isfinite(value)) {
      throw UsageError(name + ": \"" + word + "\" is not a finite number");
    }
    numbers.push_back(value);
  }
  if (numbers.empty()) throw UsageError(name + ": has no number");
  return numbers;
}

void skip_byte_order_mark(std::string& first_line, const std::string& name) {
  if (first_line.starts_with("\xEF\xBB\xBF")) first_line.erase(0, 3);
  if (first_line.starts_with("\xFF\xFE") || first_line.starts_with("\xFE\xFF")) {
    throw UsageError(name + ": is UTF-16, by its byte order mark; save it as UTF-8");
  }
}

bool read_line(std::istream& text, std::string& line, const std::string& name) {
  line.clear();
  for (int c = text.get(); text && c != '\n'; c = text.get()) {
    if (line.size() == kLargestText) refuse_size(name + ": a line", kLargestText);
    line += static_cast<char>(c);
  }
  return text || !line.empty();
}

std::vector<std::string> read_lines(const std::string& path, const std::string& name) {
  std::istringstream text(read_file<std::string>(path, name, kLargestText));
  std::vector<std::string> lines;
  bool first = true;
  for (std::string line; std::getline(text, line); first = false) {
    if (first) skip_byte_order_mark(line, name);
    if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back(std::move(line));
  }
  if (lines.empty()) throw UsageError(name + ": nothing in " + path);
  return lines;
}

std::vector<unsigned char> read_bytes(const std::string& path, const std::string& name) {
  return read_file<std::vector<unsigned char>>(path, name, kLargestFile);
}

}  // namespace acp::cli
