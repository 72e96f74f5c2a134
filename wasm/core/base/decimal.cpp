#include "core/base/decimal.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "core/base/natural.h"

namespace acp::decimal {
namespace {

std::uint64_t bits_of(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

double double_of(std::uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

/// `mantissa * 2^exponent`
struct Binary {
  std::uint64_t mantissa;
  int exponent;
};

Binary binary(std::uint64_t bits) {
  constexpr std::uint64_t kHidden = std::uint64_t{1} << 52;
  const int exponent = static_cast<int>(bits >> 52);
  const std::uint64_t fraction = bits & (kHidden - 1);
  return exponent == 0 ? Binary{fraction, -1074} : Binary{fraction | kHidden, exponent - 1075};
}

/// `digits * 10^power`, of `count` digits without leading zeros.
struct Decimal {
  Natural digits{0};
  int power = 0;
  int count = 0;
  std::uint64_t leading = 0;  ///< all digits, while there are no more than 19
  bool negative = false;
};

/// No double and no middle of two has more digits; of what follows only matters whether it is 0.
constexpr int kMostDigits = 780;
constexpr int kMostPower = 100'000;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool scan(Decimal& number) {
    number.negative = take_sign();
    const bool has_whole = scan_digits(number, 0);
    const bool has_decimals = take('.') && scan_digits(number, 1);
    if (!has_whole && !has_decimals) return false;
    if (inexact_) {
      number.digits.multiply(10, 1);
      --number.power;
    }
    if (take('e') || take('E')) {
      const bool is_negative = take_sign();
      if (!is_digit()) return false;
      int power = 0;
      for (; is_digit(); rest_.remove_prefix(1)) {
        power = std::min(10 * power + rest_.front() - '0', kMostPower);
      }
      number.power += is_negative ? -power : power;
    }
    return rest_.empty();
  }

 private:
  bool is_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Whether it is a minus.
  bool take_sign() { return take('-') || (take('+'), false); }
  /// Each digit behind the point lowers the power by one. Whether there are digits.
  bool scan_digits(Decimal& number, int decimals) {
    const bool any = is_digit();
    for (; is_digit(); rest_.remove_prefix(1)) {
      const auto digit = static_cast<std::uint32_t>(rest_.front() - '0');
      if (number.count == kMostDigits) {
        inexact_ = inexact_ || digit > 0;
        number.power += 1 - decimals;
        continue;
      }
      number.power -= decimals;
      if (number.count == 0 && digit == 0) continue;
      ++number.count;
      number.digits.multiply(10, digit);
      number.leading = 10 * number.leading + digit;
    }
    return any;
  }

  std::string_view rest_;
  bool inexact_ = false;
};

/// Whether a number is to be rounded to a double above the one with these bits.
bool is_above(const Decimal& number, std::uint64_t bits) {
  const auto [mantissa, exponent] = binary(bits);
  Natural left = number.digits;
  Natural middle(2 * mantissa + 1);  // to the next double, in halves
  (number.power > 0 ? left : middle).multiply_power(10, std::abs(number.power));
  (exponent > 0 ? middle : left).multiply_power(2, std::abs(exponent - 1));
  const int order = left.compare(middle);
  return order > 0 || (order == 0 && mantissa % 2 == 1);
}

/// Products of doubles that are exact, and so rounded once.
bool nearest_simple(const Decimal& number, double& value) {
  if (number.count > 15 || std::abs(number.power) > 22) return false;
  double power = 1;
  for (int i = std::abs(number.power); i > 0; --i) power *= 10;
  value = static_cast<double>(number.leading);
  value = number.power < 0 ? value / power : value * power;
  return true;
}

double nearest(const Decimal& number) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (number.count == 0 || number.count + number.power < -330) return 0;
  if (number.count + number.power > 310) return kInfinity;
  if (double value; nearest_simple(number, value)) return value;
  std::uint64_t low = 0, high = bits_of(kInfinity);
  while (low < high) {  // larger doubles have larger bits
    const std::uint64_t middle = (low + high) / 2;
    if (is_above(number, middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return double_of(low);
}

bool reads_back(std::string_view text, double value) {
  Decimal number;
  Scanner(text).scan(number);
  if (double simple; nearest_simple(number, simple)) return simple == std::abs(value);
  const auto bits = bits_of(std::abs(value));
  return !is_above(number, bits) && (bits == 0 || is_above(number, bits - 1));
}

/// Digits without zeros at the end, and the power of ten of the first one.
struct Rounded {
  std::string digits;
  int power;
};

/// In one word, if all fits there, as that of a `float` usually does; `power` is not more than the
/// true one, and one less at most.
bool round_in_word(Binary number, int count, int power, Rounded& result) {
  const int zeros = std::countr_zero(number.mantissa);
  number.mantissa >>= zeros;
  const int shift = -(number.exponent + zeros);
  for (int decimals = count - 1 - power; decimals >= 0 && decimals < 19; --decimals, ++power) {
    std::uint64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    if (shift < 1 || shift > 63 || number.mantissa > UINT64_MAX / scale) return false;
    const std::uint64_t product = number.mantissa * scale;
    const std::uint64_t half = std::uint64_t{1} << (shift - 1);
    const std::uint64_t rest = product & (2 * half - 1);
    std::uint64_t whole = product >> shift;
    whole += rest > half || (rest == half && whole % 2 == 1);
    result = {std::to_string(whole), power};
    if (static_cast<int>(result.digits.size()) == count) return true;
  }
  return false;
}

/// Digit by digit, of a number of any size.
Rounded round_at_length(Binary number, int count, int power) {
  Natural above(number.mantissa), below(1);
  (number.exponent > 0 ? above : below).multiply_power(2, std::abs(number.exponent));
  (power > 0 ? below : above).multiply_power(10, std::abs(power));
  Natural next = below;
  next.multiply(10);
  if (above.compare(next) >= 0) {
    below = next;
    ++power;
  }
  std::string digits;
  for (int i = 0; i < count; ++i) {
    digits += '0';
    for (; above.compare(below) >= 0; above.subtract(below)) ++digits.back();
    above.multiply(10);
  }
  below.multiply(5);
  const int half = above.compare(below);
  if (half > 0 || (half == 0 && digits.back() % 2 == 1)) {
    while (!digits.empty() && digits.back() == '9') digits.pop_back();
    if (digits.empty()) {
      digits = "0";
      ++power;
    }
    ++digits.back();
  }
  return {digits, power};
}

Rounded rounded(double value, int count) {
  const Binary number = binary(bits_of(value));
  const double log2 = 63 - std::countl_zero(number.mantissa) + number.exponent;
  const int power = static_cast<int>(std::floor(log2 * 0.30102999566398));
  Rounded result;
  if (!round_in_word(number, count, power, result)) result = round_at_length(number, count, power);
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  return result;
}

}  // namespace

bool read(std::string_view text, double& value) {
  Decimal number;
  if (!Scanner(text).scan(number)) return false;
  value = number.negative ? -nearest(number) : nearest(number);
  return true;
}

std::string text(double value, int digits) {
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0";
  auto [significand, power] = rounded(std::abs(value), digits);
  const int size = static_cast<int>(significand.size());
  if (power < -4 || power >= digits) {
    if (size > 1) significand.insert(1, 1, '.');
    const std::string exponent = std::to_string(std::abs(power));
    return sign + significand + (power < 0 ? "e-" : "e+") + (exponent.size() < 2 ? "0" : "") +
           exponent;
  }
  if (power < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-power - 1), '0') + significand;
  }
  if (size <= power + 1) {
    return sign + significand.append(static_cast<std::size_t>(power + 1 - size), '0');
  }
  return sign + significand.insert(static_cast<std::size_t>(power) + 1, 1, '.');
}

std::string shortest(double value) {
  for (int digits = 6; digits < 17; ++digits) {
    if (auto few = text(value, digits); reads_back(few, value)) return few;
  }
  return text(value, 17);
}

}  // namespace acp::decimal
