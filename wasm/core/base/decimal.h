#pragma once

#include <string>
#include <string_view>

/// Numbers as decimal text, correctly rounded. What C libraries bring for it, with `long double`
/// and `printf`, would be 8 % of what the page downloads of the core.
namespace acp::decimal {

/// Reads a sign, digits with a point or without, and an exponent of ten, each but the digits
/// optional, as the nearest double, ties to even; infinity where that is too large. Exponents
/// beyond ±100,000 count as these. Whether the whole text is such a number.
bool read(std::string_view text, double& value);

/// A finite number as `printf` writes it by "%.*g", with 1 to 17 significant digits.
std::string text(double value, int digits);

/// Likewise with the fewest digits, six at least, that read back as `value`.
std::string shortest(double value);

}  // namespace acp::decimal
