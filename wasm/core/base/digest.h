#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace acp {

/// The last `digits` hexadecimal digits.
inline std::string hexadecimal(std::uint64_t value, std::size_t digits) {
  std::string text(digits, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value >>= 4) {
    *digit = "0123456789abcdef"[value & 15];
  }
  return text;
}

/// FNV-1a over 64 bits (Fowler, Noll and Vo): equal digests mean equal bits.
class Digest {
 public:
  template <class T>
  void add(std::span<const T> values) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(values.data());
    for (std::size_t i = 0; i < values.size_bytes(); ++i) {
      hash_ = (hash_ ^ bytes[i]) * 0x100000001b3;
    }
  }
  /// 16 hexadecimal digits.
  std::string hex() const { return hexadecimal(hash_, 16); }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace acp
