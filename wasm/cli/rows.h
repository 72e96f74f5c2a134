#pragma once

#include <initializer_list>
#include <span>

namespace acp::cli {

/// Prints numbers as JSON objects, one per line, each with one number per name.
void print_rows(std::span<const double> numbers, std::initializer_list<const char*> names);

}  // namespace acp::cli
