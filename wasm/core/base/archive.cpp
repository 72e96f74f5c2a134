#include "core/base/archive.h"

#include <algorithm>
#include <stdexcept>

#include "core/base/json.h"

namespace acp {
namespace {

std::string text_of(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "infinity" : "-infinity";
  return number_text(number);
}

std::string complaint(double number, const Allowed& allowed) {
  const std::string low = number_text(allowed.low), high = number_text(allowed.high);
  if (allowed.whole) return text_of(number) + " is not one of " + low + ".." + high;
  if (!std::isfinite(number)) return text_of(number) + " is not a finite number";
  if (allowed.high == kLargestNumber) return text_of(number) + " is less than " + low;
  return text_of(number) + " is outside [" + low + ", " + high + "]";
}

}  // namespace

std::size_t Reader::enter(const char* name) {
  const std::size_t outer = path_.size();
  path_.append(name).push_back('.');
  return outer;
}

void Reader::fail(const char* name, const std::string& what) const {
  throw std::invalid_argument("checkpoint: " + path_ + name + ": " + what);
}

void Reader::refuse(const char* name, double number, const Allowed& allowed) {
  const bool finite = std::isfinite(number);
  if (!finite && allowed.non_finite == NonFinite::always) return;
  const std::string what = complaint(number, allowed);
  if (finite || allowed.non_finite == NonFinite::never) fail(name, what);
  if (diverged_.empty()) diverged_ = "checkpoint: " + path_ + name + ": " + what;
}

const std::uint8_t* Reader::take(const char* name, std::size_t size) {
  if (size > from_.size()) fail(name, "the file is truncated");
  const std::uint8_t* first = from_.data();
  from_ = from_.subspan(size);
  return first;
}

std::uint64_t Reader::count(const char* name) {
  std::uint64_t size = 0;
  std::memcpy(&size, take(name, sizeof size), sizeof size);
  return size;
}

void Reader::expect_count(const char* name, std::size_t expected) {
  const std::uint64_t size = count(name);
  if (size == expected) return;
  fail(name, std::to_string(size) + " numbers where this run has " + std::to_string(expected));
}

void Reader::text(const TextField& field) {
  const std::uint64_t size = count(field.name);
  if (size > field.most) {
    fail(field.name, "longer than " + std::to_string(field.most) + " characters");
  }
  const auto* first = take(field.name, static_cast<std::size_t>(size));
  const auto* last = first + size;
  if (std::any_of(first, last, is_control)) fail(field.name, "not free of control characters");
  field.value.assign(first, last);
}

void Reader::expect_healthy() const {
  if (!diverged_.empty()) throw std::invalid_argument(diverged_);
}

void Reader::expect_end() const {
  if (!from_.empty()) throw std::invalid_argument("checkpoint: bytes follow the end of the run");
}

std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), size);
    hash = (hash ^ word) * 0x100000001b3;
    bytes = bytes.subspan(size);
  }
  return hash;
}

std::vector<std::uint8_t> sealed(std::vector<std::uint8_t> bytes) {
  const std::uint64_t sum = checksum(bytes);
  const auto* first = reinterpret_cast<const std::uint8_t*>(&sum);
  bytes.insert(bytes.end(), first, first + sizeof sum);
  return bytes;
}

std::span<const std::uint8_t> unsealed(std::span<const std::uint8_t> bytes) {
  std::uint64_t sum = 0;
  if (bytes.size() >= sizeof sum) {
    const auto body = bytes.first(bytes.size() - sizeof sum);
    std::memcpy(&sum, body.data() + body.size(), sizeof sum);
    if (sum == checksum(body)) return body;
  }
  throw std::invalid_argument("checkpoint: the file is damaged or not complete");
}

}  // namespace acp
