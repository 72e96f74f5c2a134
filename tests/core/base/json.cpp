#include "core/base/json.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/random.h"

namespace acp {
namespace {

TEST(NumberText, IsShort) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(-2.5), "-2.5");
  EXPECT_EQ(number_text(1e-3), "0.001");
  EXPECT_EQ(number_text(1e-6), "1e-06");
  EXPECT_EQ(number_text(100), "100");
  EXPECT_EQ(number_text(-999999), "-999999");
  EXPECT_EQ(number_text(1e6), "1e+06");
  EXPECT_EQ(number_text(1e300), "1e+300");
  EXPECT_EQ(number_text(-0.0), "-0");
}

TEST(NumberText, OfFewDigitsIsAsPrintfHasIt) {
  for (const int digits : {0, 1, 7, 10, 42, 99, 120, 999, 1001, 20'500, 123'456, 999'999}) {
    for (int decimals = 0; decimals <= 9; ++decimals) {
      for (const int sign : {1, -1}) {
        const double value = sign * digits / std::pow(10.0, decimals);
        char expected[32];
        std::snprintf(expected, sizeof expected, "%.6g", value);
        EXPECT_EQ(number_text(value), expected);
      }
    }
  }
}

TEST(NumberText, ReadsBackToTheBit) {
  Rng rng(1, Stream::evaluation);
  for (int i = 0; i < 20'000; ++i) {
    const double x = rng.uniform(-1, 1) * std::pow(10, rng.uniform(-300, 300));
    EXPECT_EQ(std::stod(number_text(x)), x);
  }
}

TEST(NumberText, HasNoWordForNaNAndInfinity) {
  EXPECT_EQ(number_text(NAN), "null");
  EXPECT_EQ(number_text(INFINITY), "null");
  EXPECT_EQ(number_text(-INFINITY), "null");
}

TEST(JsonWriter, WritesWhatAParserReads) {
  JsonWriter writer;
  writer.begin_object().member("text", "a \"b\" \\ \n\t\x01 é").member("yes", true);
  writer.member("integer", 3).member("number", 0.25).member("nothing", NAN);
  writer.array("list", std::vector<double>{1, 2.5}).array("empty", std::vector<double>{});
  writer.key("nested").begin_array().begin_object().end_object();
  writer.begin_array().value("x").value(false).end_array().value(1).end_array().end_object();
  const auto json = nlohmann::json::parse(writer.take());
  EXPECT_EQ(json["text"], "a \"b\" \\ \n\t\x01 é");
  EXPECT_EQ(json["yes"], true);
  EXPECT_EQ(json["integer"], 3);
  EXPECT_EQ(json["number"], 0.25);
  EXPECT_TRUE(json["nothing"].is_null());
  EXPECT_EQ(json["list"], (std::vector<double>{1, 2.5}));
  EXPECT_TRUE(json["empty"].is_array() && json["empty"].empty());
  EXPECT_EQ(json["nested"].dump(), R"([{},["x",false],1])");
}

TEST(JsonWriter, SeventeenDigitsSufficeForEveryDouble) {
  JsonWriter writer;
  writer.begin_array().value_17(0.1).value_17(INFINITY).end_array();
  EXPECT_EQ(writer.take(), "[0.10000000000000001,null]");
}

}  // namespace
}  // namespace acp
