#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace acp {

/// A message in the wire format of Protocol Buffers (protobuf.dev/programming-guides/encoding):
/// fields by their numbers, in the order of the calls; what is repeated is written repeatedly.
class ProtobufMessage {
 public:
  /// Of a whole number, at least 0, or a constant of an enumeration.
  ProtobufMessage& number(int field, std::uint64_t value) {
    tag(field, 0);
    varint(value);
    return *this;
  }
  /// Of texts and bytes.
  ProtobufMessage& bytes(int field, std::string_view value) {
    tag(field, 2);
    varint(value.size());
    bytes_ += value;
    return *this;
  }
  ProtobufMessage& message(int field, const ProtobufMessage& value) {
    return bytes(field, value.bytes_);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void tag(int field, std::uint64_t wire_type) {
    varint(static_cast<std::uint64_t>(field) << 3 | wire_type);
  }
  /// Seven bits at a time, the lowest first; all bytes but the last have their eighth bit set.
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }

  std::string bytes_;
};

}  // namespace acp
