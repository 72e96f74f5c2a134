#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>

namespace acp::fuzz {

/// The bytes of one input, taken off the front; zeros once they are used up.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}

  bool empty() const { return rest_.empty(); }

  template <class T>
  T take() {
    T value{};
    const auto bytes = cut(sizeof value);
    if (!bytes.empty()) std::memcpy(&value, bytes.data(), bytes.size());
    return value;
  }
  /// An index below `count`.
  std::size_t index(std::size_t count) { return take<std::uint8_t>() % count; }
  /// A number in [low, high].
  double number(double low, double high) {
    return low + (high - low) * take<std::uint16_t>() / 65535.0;
  }
  /// A text behind its length.
  std::string text() { return string(take<std::uint8_t>()); }
  std::string rest() { return string(rest_.size()); }

 private:
  std::span<const std::uint8_t> cut(std::size_t size) {
    const auto bytes = rest_.first(std::min(size, rest_.size()));
    rest_ = rest_.subspan(bytes.size());
    return bytes;
  }
  std::string string(std::size_t size) {
    const auto bytes = cut(size);
    return {bytes.begin(), bytes.end()};
  }

  std::span<const std::uint8_t> rest_;
};

/// Ends the program, which makes the input a find.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

/// Whether `body` took what it was given. It may refuse that, but only in this one way.
template <class Body>
bool accepts(Body&& body) {
  try {
    body();
    return true;
  } catch (const std::invalid_argument& error) {
    expect(*error.what() != '\0', "a refusal gives a reason");
    return false;
  }
}

}  // namespace acp::fuzz
