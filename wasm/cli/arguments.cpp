#include "cli/arguments.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/parameters.h"

namespace acp::cli {
namespace {

std::ifstream open_input(const std::string& path, const std::string& name) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw UsageError(name + ": cannot read a file " + path);
  }
  return file;
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

std::string Arguments::take(std::string_view key) {
  const auto found =
      std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.key == key; });
  if (found == pairs_.end()) return "";
  std::string value = std::move(found->value);
  pairs_.erase(found);
  if (value.empty()) throw UsageError(std::string(key) + ": is empty");
  return value;
}

std::string Arguments::require(std::string_view key) {
  std::string value = take(key);
  if (value.empty()) throw UsageError(std::string(key) + ": is missing");
  return value;
}

std::int64_t Arguments::take_count(std::string_view key, std::int64_t otherwise) {
  constexpr double kLargest = 1e12;
  const std::string text = take(key);
  if (text.empty()) return otherwise;
  double value = 0;
  if (!parse_number(text, value) || value != std::floor(value) || value < 1 || value > kLargest) {
    throw UsageError(std::string(key) + ": \"" + text + "\" is not a whole number in [1, 1e12]");
  }
  return static_cast<std::int64_t>(value);
}

std::string Arguments::rest() const {
  std::string text;
  for (const auto& [key, value] : pairs_) text += key + "=" + value + "\n";
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

std::vector<std::string> read_lines(const std::string& path, const std::string& name) {
  std::ifstream file = open_input(path, name);
  std::vector<std::string> lines;
  bool first = true;
  for (std::string line; std::getline(file, line); first = false) {
    if (first) skip_byte_order_mark(line, name);
    if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back(std::move(line));
  }
  if (lines.empty()) throw UsageError(name + ": nothing in " + path);
  return lines;
}

std::vector<unsigned char> read_bytes(const std::string& path, const std::string& name) {
  std::ifstream file = open_input(path, name);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace acp::cli
