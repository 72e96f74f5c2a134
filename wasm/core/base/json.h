#pragma once

#include <cmath>
#include <string>
#include <string_view>

namespace acp {

/// The shortest decimal text that reads back as `value`; "null" for NaN and infinities.
std::string number_text(double value);

/// Writes JSON in the order of the calls; commas are its own affair.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  /// 17 significant digits instead of the shortest text.
  JsonWriter& value_17(double number) { return rounded(number, 17); }
  /// 9 of them: enough for a `float` to read back as it was.
  JsonWriter& value_9(double number) { return rounded(number, 9); }
  JsonWriter& value(int number) { return value(static_cast<double>(number)); }
  JsonWriter& value(bool flag);

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }
  template <class Range>
  JsonWriter& array(std::string_view name, const Range& values) {
    key(name).begin_array();
    for (const auto& v : values) value(v);
    return end_array();
  }

  /// Null for a null pointer.
  template <class Range>
  JsonWriter& array_or_null(std::string_view name, const Range* values) {
    return values != nullptr ? array(name, *values) : member(name, NAN);
  }

  std::string take() { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  JsonWriter& rounded(double number, int digits);

  std::string text_;
  bool comma_ = false;
};

}  // namespace acp
