#include "core/base/escape.h"

namespace acp {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

}  // namespace

std::string escaped(std::string_view plain) {
  std::string text;
  for (const char c : plain) {
    if (c > ' ' && c <= '~' && c != '&' && c != '=' && c != '%') {
      text += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      text += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
  }
  return text;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const auto high = kDigits.find(text[i + 1]), low = kDigits.find(text[i + 2]);
    if (high == kDigits.npos || low == kDigits.npos) return std::nullopt;
    plain += static_cast<char>(16 * high + low);
    i += 2;
  }
  return plain;
}

std::string complaint_about_escapes(std::string_view text) {
  return unescaped(text) ? "" : "has a % without two of the digits 0 to 9 and A to F behind it";
}

}  // namespace acp
