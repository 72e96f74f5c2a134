#include "core/base/parameters.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace acp {
namespace {

enum class Colour { red, green };

struct Example final : Config {
  double rate = 0.5;
  int count = 3;
  Colour colour = Colour::green;
  bool on = false;
  std::string word = "abba";

  void visit(ParameterVisitor& v) override {
    static constexpr Option colours[] = {{"red", "Red", "Warm."}, {"green", "Green", "Cool."}};
    v.number({.name = "rate",
              .title = "Rate",
              .symbol = "r",
              .unit = "1/s",
              .group = "G",
              .help = "H.",
              .live = true},
             rate, {0.001, 1, Scale::log});
    v.integer({.name = "count",
               .title = "Count",
               .symbol = "",
               .unit = "",
               .group = "G",
               .help = "H.",
               .when = "on=true"},
              count, {-2, 10});
    v.choice(
        {.name = "colour", .title = "Colour", .symbol = "", .unit = "", .group = "G", .help = "H."},
        colour, colours);
    v.boolean({.name = "on", .title = "On", .symbol = "", .unit = "", .group = "G", .help = "H."},
              on);
    v.text({.name = "word", .title = "Word", .group = "G", .help = "H."}, word,
           {6, [](std::string_view text) -> Complaint {
              return std::equal(text.begin(), text.end(), text.rbegin()) ? "" : "is no palindrome";
            }});
  }
};

TEST(SetParameter, TakesWhatIsInRange) {
  Example x;
  EXPECT_EQ(set_parameter(x, "rate", "1"), "");
  EXPECT_EQ(set_parameter(x, "count", "-2"), "");
  EXPECT_EQ(set_parameter(x, "colour", "red"), "");
  EXPECT_EQ(set_parameter(x, "on", "true"), "");
  EXPECT_EQ(x.rate, 1);
  EXPECT_EQ(x.count, -2);
  EXPECT_EQ(x.colour, Colour::red);
  EXPECT_TRUE(x.on);
  EXPECT_EQ(set_parameter(x, "word", "!x.x!"), "");
  EXPECT_EQ(x.word, "!x.x!");
  EXPECT_EQ(set_parameter(x, "word", ""), "");
  EXPECT_EQ(x.word, "");
  EXPECT_EQ(set_parameter(x, "rate", "2.5e-1"), "");
  EXPECT_EQ(set_parameter(x, "count", "1e+1"), "");
  EXPECT_EQ(x.rate, 0.25);
  EXPECT_EQ(x.count, 10);
}

TEST(SetParameter, ComplainsOfWhatIsWrongAndSaysWhatIsAllowed) {
  Example x;
  const auto complaint = [&x](const char* name, const char* text) {
    return set_parameter(x, name, text);
  };
  EXPECT_EQ(complaint("rate", "1.5"), "1.5 is outside [0.001, 1]");
  EXPECT_EQ(complaint("rate", "0"), "0 is outside [0.001, 1]");
  EXPECT_EQ(complaint("rate", "fast"), "\"fast\" is not a number in [0.001, 1]");
  EXPECT_EQ(complaint("rate", ""), "\"\" is not a number in [0.001, 1]");
  EXPECT_EQ(complaint("count", "11"), "11 is outside [-2, 10]");
  EXPECT_EQ(complaint("count", "1.5"), "\"1.5\" is not a whole number in [-2, 10]");
  EXPECT_EQ(complaint("count", "99999999999999999999"), "99999999999999999999 is outside [-2, 10]");
  EXPECT_EQ(complaint("colour", "Red"), "\"Red\" is not one of red, green");
  EXPECT_EQ(complaint("on", "1"), "\"1\" is not true or false");
  EXPECT_EQ(complaint("word", "abcde"), "\"abcde\" is no palindrome");
  EXPECT_EQ(complaint("word", "abccba."), "\"abccba.\" is longer than 6 characters");
  for (const char* text : {"a=a", "a&a", "a a", "a\ta", "a\x7f\x61", "\xc3\xa9"}) {
    EXPECT_EQ(complaint("word", text),
              "\"" + std::string(text) + "\" is not printable ASCII without white space, & and =");
  }
  EXPECT_EQ(complaint("off", "1"), "unknown parameter");
  for (const char* text : {"nan", "inf", "-inf", "0x1", "1e999", "0.5 ", " 0.5", "0.5f", "1,5"}) {
    EXPECT_NE(complaint("rate", text), "") << text;
    EXPECT_NE(complaint("count", text), "") << text;
  }
  EXPECT_EQ(x.rate, 0.5);
  EXPECT_EQ(x.count, 3);
  EXPECT_EQ(x.colour, Colour::green);
  EXPECT_FALSE(x.on);
  EXPECT_EQ(x.word, "abba");
}

TEST(SetParameter, TakesOneNotationOfNumbers) {
  Example x;
  const std::pair<const char*, const char*> others[] = {{"7.", "7"}, {"+7", "7"},   {"007", "7"},
                                                        {"00", "0"}, {"7.e0", "7"}, {"-01", "-1"}};
  for (const auto& [text, right] : others) {
    EXPECT_EQ(set_parameter(x, "count", text),
              "\"" + std::string(text) + "\" is not a whole number in [-2, 10]; write " + right);
  }
  EXPECT_EQ(set_parameter(x, "rate", ".5"), "\".5\" is not a number in [0.001, 1]; write 0.5");
  for (const char* text : {"", "-", ".", "e1", "1e", "1e+", "--1", "1-", "1.5.1"}) {
    EXPECT_EQ(set_parameter(x, "count", text),
              "\"" + std::string(text) + "\" is not a whole number in [-2, 10]");
  }
  EXPECT_EQ(x.count, 3);
  for (const char* text : {"7", "7.0", "7e0", "0.7e1", "70E-1", "700.00e-2"}) {
    x.count = 3;
    EXPECT_EQ(set_parameter(x, "count", text), "") << text;
    EXPECT_EQ(print_parameters(x)[1].value, "7") << text;
  }
}

TEST(SetParameter, KnowsNoNegativeZero) {
  struct Number final : Config {
    double x = 1;
    void visit(ParameterVisitor& v) override {
      v.number({.name = "x", .title = "", .group = "", .help = ""}, x, {0, 1});
    }
  } number;
  EXPECT_EQ(set_parameter(number, "x", "-0"), "");
  EXPECT_EQ(print_parameters(number)[0].value, "0");
}

TEST(SetParameter, CutsWhatItEchoes) {
  Example x;
  EXPECT_LT(set_parameter(x, "rate", std::string(5000, 'x')).size(), 100u);
  EXPECT_LT(set_parameter(x, "rate", std::string(5000, '9')).size(), 100u);
  EXPECT_LT(set_parameter(x, "word", std::string(5000, 'x')).size(), 100u);
  EXPECT_LT(set_parameter(x, "count", "1" + std::string(300, '0')).size(), 100u);
}

TEST(PrintParameters, ReadBackToTheSame) {
  Example x, y;
  x.rate = 0.1 + 0.2;
  x.count = -1;
  x.colour = Colour::red;
  x.on = true;
  x.word = "a-a";
  for (const auto& [name, value, live] : print_parameters(x)) {
    EXPECT_EQ(set_parameter(y, name, value), "");
    EXPECT_EQ(live, name == "rate");
  }
  EXPECT_EQ(y.rate, x.rate);
  EXPECT_EQ(y.count, x.count);
  EXPECT_EQ(y.colour, x.colour);
  EXPECT_EQ(y.on, x.on);
  EXPECT_EQ(y.word, x.word);
}

TEST(DescribeParameters, SaysAllThatAFormNeeds) {
  Example x;
  JsonWriter writer;
  describe_parameters(x, "owner", writer);
  const auto json = nlohmann::json::parse(writer.take());
  ASSERT_EQ(json.size(), 5u);
  EXPECT_EQ(json[0], nlohmann::json::parse(R"({"key": "owner.rate", "title": "Rate",
      "type": "number", "symbol": "r", "unit": "1/s", "group": "G", "help": "H.", "live": true,
      "when": "", "default": 0.5, "min": 0.001, "max": 1, "scale": "log"})"));
  EXPECT_EQ(json[1]["type"], "integer");
  EXPECT_EQ(json[1]["when"], "owner.on=true");
  EXPECT_EQ(json[1]["scale"], "linear");
  EXPECT_EQ(json[2]["type"], "choice");
  EXPECT_EQ(json[2]["default"], "green");
  EXPECT_EQ(json[2]["options"][0]["id"], "red");
  EXPECT_EQ(json[2]["options"][1]["help"], "Cool.");
  EXPECT_EQ(json[3]["type"], "boolean");
  EXPECT_EQ(json[3]["default"], false);
  EXPECT_EQ(json[4]["type"], "text");
  EXPECT_EQ(json[4]["default"], "abba");
  EXPECT_EQ(json[4]["max_length"], 6);
}

TEST(NearestName, CorrectsTyposOnly) {
  const std::vector<std::string> names{"sac.tau", "sac.gamma", "seed"};
  EXPECT_EQ(nearest_name("sac.tua", names), "sac.tau");
  EXPECT_EQ(nearest_name("sac.gama", names), "sac.gamma");
  EXPECT_EQ(nearest_name("seeed", names), "seed");
  EXPECT_EQ(nearest_name("completely-different", names), "");
  EXPECT_EQ(nearest_name("", {}), "");
}

}  // namespace
}  // namespace acp
