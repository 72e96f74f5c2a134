#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace acp {

/// The contents of a file of tests/golden.
nlohmann::json golden(const std::string& file);

/// What a case of tests/golden/closed-forms.json expects, or another member of it.
nlohmann::json closed_form(const std::string& id, const char* member = "expect");

}  // namespace acp
