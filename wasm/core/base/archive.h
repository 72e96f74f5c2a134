#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/matrix.h"

namespace acp {

static_assert(std::endian::native == std::endian::little, "checkpoints are little-endian");

/// Writes a state as bytes. A type takes part by `template <class A> void archive(A&)`, the same
/// function for writing and reading.
class Writer {
 public:
  static constexpr bool kReading = false;

  template <class... Parts>
  void operator()(Parts&... parts) {
    (part(parts), ...);
  }
  void bytes(const void* data, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(data);
    bytes_.insert(bytes_.end(), first, first + size);
  }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  template <class T>
  void part(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      bytes(&value, sizeof(T));
    } else {
      value.archive(*this);
    }
  }
  template <class T, std::size_t n>
  void part(std::array<T, n>& values) {
    for (auto& value : values) part(value);
  }
  template <class T, class Allocator>
  void part(std::vector<T, Allocator>& values) {
    auto size = static_cast<std::uint64_t>(values.size());
    part(size);
    if constexpr (std::is_arithmetic_v<T>) {
      bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (auto& value : values) part(value);
    }
  }
  void part(std::string& text) {
    auto size = static_cast<std::uint64_t>(text.size());
    part(size);
    bytes(text.data(), text.size());
  }

  std::vector<std::uint8_t> bytes_;
};

/// Reads what `Writer` wrote. Vectors keep the size that construction gave them: any other size
/// in the bytes is an error, so hostile bytes cannot make it allocate. Throws
/// `std::invalid_argument` where the bytes do not fit.
class Reader {
 public:
  static constexpr bool kReading = true;

  explicit Reader(std::span<const std::uint8_t> from) : from_(from) {}

  template <class... Parts>
  void operator()(Parts&... parts) {
    (part(parts), ...);
  }
  void bytes(void* data, std::size_t size) {
    if (size > from_.size()) throw std::invalid_argument("checkpoint: the file is truncated");
    std::memcpy(data, from_.data(), size);
    from_ = from_.subspan(size);
  }
  void expect_end() const {
    if (!from_.empty()) throw std::invalid_argument("checkpoint: bytes follow the end of the run");
  }

 private:
  template <class T>
  void part(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      bytes(&value, sizeof(T));
    } else {
      value.archive(*this);
    }
  }
  template <class T, std::size_t n>
  void part(std::array<T, n>& values) {
    for (auto& value : values) part(value);
  }
  template <class T, class Allocator>
  void part(std::vector<T, Allocator>& values) {
    std::uint64_t size = 0;
    part(size);
    if (size != values.size()) {
      throw std::invalid_argument("checkpoint: " + std::to_string(size) +
                                  " numbers where this run has " + std::to_string(values.size()));
    }
    if constexpr (std::is_arithmetic_v<T>) {
      bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (auto& value : values) part(value);
    }
  }
  void part(std::string& text) {
    std::uint64_t size = 0;
    part(size);
    if (size > from_.size()) throw std::invalid_argument("checkpoint: the file is truncated");
    text.assign(reinterpret_cast<const char*>(from_.data()), size);
    from_ = from_.subspan(size);
  }

  std::span<const std::uint8_t> from_;
};

/// FNV-1a over words of 64 bits: no change within one word goes unnoticed.
inline std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
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

/// Appends the checksum of all bytes.
inline std::vector<std::uint8_t> sealed(std::vector<std::uint8_t> bytes) {
  const std::uint64_t sum = checksum(bytes);
  const auto* first = reinterpret_cast<const std::uint8_t*>(&sum);
  bytes.insert(bytes.end(), first, first + sizeof sum);
  return bytes;
}

/// What was `sealed`. Throws `std::invalid_argument` if a byte has changed or is missing.
inline std::span<const std::uint8_t> unsealed(std::span<const std::uint8_t> bytes) {
  std::uint64_t sum = 0;
  if (bytes.size() >= sizeof sum) {
    const auto body = bytes.first(bytes.size() - sizeof sum);
    std::memcpy(&sum, body.data() + body.size(), sizeof sum);
    if (sum == checksum(body)) return body;
  }
  throw std::invalid_argument("checkpoint: the file is damaged or not complete");
}

}  // namespace acp
