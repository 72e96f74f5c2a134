#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace acp {

/// Any bytes as a configuration can hold them: as they are but for white space, `&`, `=`, `%` and
/// what is not printable ASCII, which are `%` and two digits, as in an address.
std::string escaped(std::string_view plain);

/// What `escaped` leads back from; nothing where there are no two of the digits 0 to 9 and A to F
/// behind a `%`.
std::optional<std::string> unescaped(std::string_view text);
/// What is wrong with a text that `unescaped` makes nothing of; else empty.
std::string complaint_about_escapes(std::string_view text);

}  // namespace acp
