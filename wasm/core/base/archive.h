#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace acp {

static_assert(std::endian::native == std::endian::little, "checkpoints are little-endian");

/// When a number may be infinite or NaN: in a run whose parameters are not finite any more, or at
/// any time.
enum class NonFinite { never, diverged, always };

/// What a number of a checkpoint may be. `Reader` refuses every other, so what uses it can rely on
/// it.
struct Allowed {
  double low;
  double high;
  bool whole = false;
  NonFinite non_finite = NonFinite::never;
};

inline constexpr double kLargestNumber = std::numeric_limits<double>::max();
inline constexpr Allowed kFinite{-kLargestNumber, kLargestNumber};
/// What follows from parameters, as they do themselves.
inline constexpr Allowed kComputed{-kLargestNumber, kLargestNumber, false, NonFinite::diverged};
/// What overflows before any parameter does: squares, and statistics of them.
inline constexpr Allowed kOverflowing{-kLargestNumber, kLargestNumber, false, NonFinite::always};
/// More than any run reaches, and far from overflow.
inline constexpr Allowed kCount{0, 0x1p53, true};
inline constexpr Allowed kFlag{0, 1, true};
inline constexpr Allowed kBits{0, 0x1p64, true};
constexpr Allowed whole(double low, double high) { return {low, high, true}; }
constexpr Allowed index_below(int count) { return whole(0, count - 1); }

/// Numbers of one kind, and what each may be.
template <class T>
struct NumberField {
  const char* name;
  std::span<T> values;
  Allowed allowed;
  bool counted;  ///< their number is written before them

  template <class Archive>
  void archive(Archive& archive) const {
    archive.numbers(*this);
  }
};
template <class T>
NumberField<T> checked(const char* name, T& number, Allowed allowed) {
  static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
  return {name, {&number, 1}, allowed, false};
}
template <class T, std::size_t n>
NumberField<T> checked(const char* name, std::array<T, n>& numbers, Allowed allowed) {
  return {name, numbers, allowed, false};
}
template <class T>
NumberField<T> checked(const char* name, std::span<T> numbers, Allowed allowed) {
  return {name, numbers, allowed, false};
}
/// A vector keeps the size that construction gave it: any other in the bytes is an error, so they
/// cannot make it allocate.
template <class T, class Allocator>
NumberField<T> checked(const char* name, std::vector<T, Allocator>& numbers, Allowed allowed) {
  return {name, numbers, allowed, true};
}

/// What texts are free of: of UTF-8, the bytes of one character never are.
constexpr bool is_control(char c) {
  constexpr char kDelete = 127;
  return (c >= 0 && c < ' ') || c == kDelete;
}

/// Without control characters, at most `most` bytes.
struct TextField {
  const char* name;
  std::string& value;
  std::size_t most;

  template <class Archive>
  void archive(Archive& archive) const {
    archive.text(*this);
  }
};
inline TextField checked(const char* name, std::string& text, std::size_t most) {
  return {name, text, most};
}

/// Anything with an `archive` of its own, which gets `more`; errors call its fields `name.field`.
template <class T, class... More>
struct NamedPart {
  const char* name;
  T& value;
  std::tuple<More...> more;

  template <class Archive>
  void archive(Archive& archive) const {
    const auto outer = archive.enter(name);
    std::apply([&](const More&... each) { value.archive(archive, each...); }, more);
    archive.leave(outer);
  }
};
template <class T, class... More>
NamedPart<T, More...> named(const char* name, T& value, More... more) {
  return {name, value, {more...}};
}

/// Writes a state as bytes. A type takes part by `template <class A> void archive(A&)`, the same
/// function for writing and reading, which hands over its fields, each with what is allowed:
///     archive(checked("size", size_, whole(0, capacity_)), named("optimiser", adam_));
class Writer {
 public:
  static constexpr bool kReading = false;

  template <class... Parts>
  void operator()(Parts&&... parts) {
    (parts.archive(*this), ...);
  }
  /// What must hold between fields; only reading can find that it does not.
  void require(bool, const char*, const char*) {}
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

  template <class T>
  void numbers(const NumberField<T>& field) {
    if (field.counted) count(field.values.size());
    append(field.values.data(), field.values.size_bytes());
  }
  void text(const TextField& field) {
    count(field.value.size());
    append(field.value.data(), field.value.size());
  }
  int enter(const char*) { return 0; }
  void leave(int) {}

 private:
  void count(std::uint64_t size) { append(&size, sizeof size); }
  void append(const void* data, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(data);
    bytes_.insert(bytes_.end(), first, first + size);
  }

  std::vector<std::uint8_t> bytes_;
};

/// The number that stands for a `T` in the bytes: of a bool or an enumeration not every one does.
template <class T, bool = std::is_enum_v<T>>
struct StoredAs {
  using type = std::underlying_type_t<T>;
};
template <class T>
struct StoredAs<T, false> {
  using type = T;
};
template <>
struct StoredAs<bool, false> {
  using type = std::uint8_t;
};

/// Reads what `Writer` wrote. Throws `std::invalid_argument` that names the field where the bytes
/// do not fit or a number is not allowed.
class Reader {
 public:
  static constexpr bool kReading = true;

  explicit Reader(std::span<const std::uint8_t> from) : from_(from) {}

  template <class... Parts>
  void operator()(Parts&&... parts) {
    (parts.archive(*this), ...);
  }
  /// What must hold between fields: else `name` is refused, with what is wrong.
  void require(bool holds, const char* name, const char* otherwise) const {
    if (!holds) fail(name, otherwise);
  }
  /// That nothing of what only a diverged run has was read.
  void expect_healthy() const;
  void expect_end() const;

  template <class T>
  void numbers(const NumberField<T>& field) {
    if (field.counted) expect_count(field.name, field.values.size());
    const std::uint8_t* at = take(field.name, field.values.size_bytes());
    for (T& value : field.values) {
      typename StoredAs<T>::type stored;
      std::memcpy(&stored, at, sizeof stored);
      at += sizeof stored;
      const auto x = static_cast<double>(stored);
      const auto& [low, high, whole, non_finite] = field.allowed;
      const bool holds = x >= low && x <= high && (!whole || x == std::trunc(x));
      if (!holds) refuse(field.name, x, field.allowed);
      value = static_cast<T>(stored);
    }
  }
  void text(const TextField& field);
  std::size_t enter(const char* name);
  void leave(std::size_t outer) { path_.resize(outer); }

 private:
  std::uint64_t count(const char* name);
  void expect_count(const char* name, std::size_t expected);
  const std::uint8_t* take(const char* name, std::size_t size);
  /// Unless the number is one that a diverged run may have.
  void refuse(const char* name, double number, const Allowed& allowed);
  [[noreturn]] void fail(const char* name, const std::string& what) const;

  std::span<const std::uint8_t> from_;
  std::string path_;      ///< of the parts that are being read, each with a dot behind it
  std::string diverged_;  ///< the first complaint about what only a diverged run has
};

/// FNV-1a over words of 64 bits: no change within one word goes unnoticed.
std::uint64_t checksum(std::span<const std::uint8_t> bytes);
/// Appends the checksum of all bytes.
std::vector<std::uint8_t> sealed(std::vector<std::uint8_t> bytes);
/// What was `sealed`. Throws `std::invalid_argument` if a byte has changed or is missing.
std::span<const std::uint8_t> unsealed(std::span<const std::uint8_t> bytes);

}  // namespace acp
