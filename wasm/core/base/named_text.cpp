#include "core/base/named_text.h"

#include <algorithm>
#include <stdexcept>

namespace acp {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 40)) + "\""; }

}  // namespace

void throw_if_any(const std::vector<std::string>& errors) {
  if (!errors.empty()) throw std::invalid_argument(joined_lines(errors));
}

NamedText parse_named(std::string_view text, const std::string& owner,
                      std::vector<std::string>& errors) {
  NamedText named;
  const auto colon = std::min(text.find(':'), text.size());
  named.name = text.substr(0, colon);
  text.remove_prefix(std::min(colon + 1, text.size()));
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    const auto token = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto equals = token.find('=');
    const std::string key(token.substr(0, equals));
    const auto same = [&](const auto& pair) { return pair.first == key; };
    if (equals == token.npos || key.empty()) {
      errors.push_back(owner + ": " + quoted(token) + " is not of the form key=value");
    } else if (std::any_of(named.pairs.begin(), named.pairs.end(), same)) {
      errors.push_back(owner + "." + key + ": is given twice");
    } else {
      named.pairs.emplace_back(key, token.substr(equals + 1));
    }
  }
  return named;
}

}  // namespace acp
