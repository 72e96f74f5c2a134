#include "core/base/decimal.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace acp {
namespace {

/// Of every size, and those beside which rounding is hardest.
std::vector<double> doubles() {
  Rng rng(1, Stream::evaluation);
  std::vector<double> all = {0.0,
                             -0.0,
                             0.1,
                             1.0 / 3,
                             0.5,
                             2.5,
                             9.5,
                             99999.95,
                             999999.5,
                             9007199254740993.0,
                             5e-324,
                             2.2250738585072011e-308,
                             2.2250738585072014e-308,
                             std::numeric_limits<double>::max(),
                             1e22,
                             1e23,
                             8.5,
                             1e-5,
                             123456.5};
  for (int power = -323; power <= 308; power += 7) {
    const double ten = std::strtod(("1e" + std::to_string(power)).c_str(), nullptr);
    for (const double x : {ten, std::nextafter(ten, 0.0), std::nextafter(ten, 1e308)})
      all.push_back(x);
  }
  for (int i = 0; i < 500; ++i) {
    all.push_back(std::ldexp(rng.uniform(-1, 1), static_cast<int>(rng.uniform(-1074, 1024))));
    all.push_back(rng.uniform(-1000, 1000));
    all.push_back(static_cast<double>(static_cast<float>(rng.uniform(-1, 1))));
  }
  return all;
}

std::string printed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

void expect_read_as_by_c(const std::string& text) {
  double value = 1;
  ASSERT_TRUE(decimal::read(text, value)) << text;
  const double expected = std::strtod(text.c_str(), nullptr);
  EXPECT_EQ(value, expected) << text;
  EXPECT_EQ(std::signbit(value), std::signbit(expected)) << text;
}

TEST(Decimal, IsWrittenAsPrintfWritesIt) {
  for (const double value : doubles()) {
    for (const int digits : {1, 2, 6, 9, 15, 16, 17}) {
      ASSERT_EQ(decimal::text(value, digits), printed(value, digits)) << digits;
    }
  }
}

TEST(Decimal, IsShortAndReadsBack) {
  for (const double value : doubles()) {
    int digits = 6;
    while (digits < 17 && std::strtod(printed(value, digits).c_str(), nullptr) != value) ++digits;
    ASSERT_EQ(decimal::shortest(value), printed(value, digits));
  }
}

TEST(Decimal, IsReadAsStrtodReadsIt) {
  for (const double value : doubles()) {
    for (const int digits : {3, 15, 17}) expect_read_as_by_c(printed(value, digits));
  }
  for (const char* text : {"0",
                           "-0",
                           "+7",
                           "7.",
                           ".5",
                           "007",
                           "1e5",
                           "1E+05",
                           "1e-5",
                           "0.1e1",
                           "00.100",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "1e99999999999",
                           "1e-99999999999",
                           "0e99999999999",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "9007199254740993",
                           "9007199254740992.999",
                           "9007199254740993.00000000000000000000000000000000001",
                           "12345678901234567890123"}) {
    expect_read_as_by_c(text);
  }
}

TEST(Decimal, IsReadWithExponentsUpToAHundredThousand) {
  const std::string digits = "1" + std::string(100'100, '0');
  double value = 0;
  ASSERT_TRUE(decimal::read(digits + "e-100000", value));
  EXPECT_EQ(value, 1e100);
  ASSERT_TRUE(decimal::read(digits + "e-100200", value));
  EXPECT_EQ(value, 1e100);
}

TEST(Decimal, IsReadAtTheMiddleOfTwoDoublesToTheLastDigit) {
  Rng rng(2, Stream::evaluation);
  for (int i = 0; i < 100; ++i) {
    const double low = std::ldexp(1 + rng.uniform(0, 1), static_cast<int>(rng.uniform(-1060, 0)));
    const double high = std::nextafter(low, 1e308);
    char text[2048];
    std::snprintf(text, sizeof text, "%.1100Lf",
                  (static_cast<long double>(low) + static_cast<long double>(high)) / 2);
    const std::string middle = text;
    expect_read_as_by_c(middle);
    expect_read_as_by_c(middle + "1");
    expect_read_as_by_c(middle + std::string(1000, '0') + "1");
  }
}

TEST(Decimal, IsNothingElse) {
  for (const char* text : {"", "-", "+", ".", "e5", "1e", "1e+", "1.5.", "0x1", "inf", "nan", " 1",
                           "1 ", "--1", "1e5.0", "1,5"}) {
    double value;
    EXPECT_FALSE(decimal::read(text, value)) << text;
  }
}

}  // namespace
}  // namespace acp
