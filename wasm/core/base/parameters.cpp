#include "core/base/parameters.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/decimal.h"
#include "core/base/json.h"

namespace acp {
namespace {

bool is_number(std::string_view text) {
  const auto skip = [&text](std::string_view any) {
    if (text.empty() || any.find(text.front()) == any.npos) return false;
    text.remove_prefix(1);
    return true;
  };
  const auto skip_digits = [&] {
    int count = 0;
    while (skip("0123456789")) ++count;
    return count;
  };
  skip("-");
  const bool zero = text.starts_with('0');
  const int whole = skip_digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (skip(".") && skip_digits() == 0) return false;
  if (skip("eE")) {
    skip("+-");
    if (skip_digits() == 0) return false;
  }
  return text.empty();
}

/// Numbers in another notation come with how to write them.
std::string corrected(std::string_view text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789eE") != text.npos) return "";
  double value;
  const bool readable = decimal::read(text, value) && std::isfinite(value);
  return readable && !is_number(text) ? "; write " + number_text(value) : "";
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return std::string(text.substr(0, kLongest)) + (text.size() > kLongest ? "…" : "");
}

std::string quoted(std::string_view text) { return "\"" + shortened(text) + "\""; }

bool is_configuration_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c <= '~' && c != '&' && c != '='; });
}

std::string interval(Range range) {
  return "[" + number_text(range.min) + ", " + number_text(range.max) + "]";
}

class Setter final : public ParameterVisitor {
 public:
  Setter(std::string_view name, std::string_view text) : name_(name), text_(text) {}

  void number(const About& about, double& value, Range range) override {
    if (about.name != name_) return;
    double parsed;
    if (!parse_number(text_, parsed)) {
      complaint_ = quoted(text_) + " is not a number in " + interval(range) + corrected(text_);
    } else if (parsed < range.min || parsed > range.max) {
      complaint_ = shortened(text_) + " is outside " + interval(range);
    } else {
      value = parsed;
      complaint_.clear();
    }
  }
  void integer(const About& about, int& value, Range range) override {
    if (about.name != name_) return;
    double parsed;
    if (!parse_number(text_, parsed) || parsed != std::floor(parsed)) {
      complaint_ =
          quoted(text_) + " is not a whole number in " + interval(range) + corrected(text_);
    } else if (parsed < range.min || parsed > range.max) {
      complaint_ = shortened(text_) + " is outside " + interval(range);
    } else {
      value = static_cast<int>(parsed);
      complaint_.clear();
    }
  }
  void choice(const About& about, int& value, std::span<const Option> options) override {
    if (about.name != name_) return;
    complaint_ = quoted(text_) + " is not one of ";
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (text_ == options[i].id) {
        value = static_cast<int>(i);
        complaint_.clear();
        return;
      }
      if (i > 0) complaint_ += ", ";
      complaint_ += options[i].id;
    }
  }
  void boolean(const About& about, bool& value) override {
    if (about.name != name_) return;
    if (text_ != "true" && text_ != "false") {
      complaint_ = quoted(text_) + " is not true or false";
    } else {
      value = text_ == "true";
      complaint_.clear();
    }
  }
  void text(const About& about, std::string& value, const TextRule& rule) override {
    if (about.name != name_) return;
    if (text_.size() > static_cast<std::size_t>(rule.max_length)) {
      complaint_ = "is longer than " + std::to_string(rule.max_length) + " characters";
    } else if (!is_configuration_text(text_)) {
      complaint_ = "is not printable ASCII without white space, & and =";
    } else {
      complaint_ = rule.check(text_);
    }
    if (complaint_.empty()) {
      value = text_;
    } else if (rule.quoted) {
      complaint_ = quoted(text_) + " " + complaint_;
    }
  }

  Complaint complaint() const { return complaint_; }

 private:
  std::string_view name_;
  std::string_view text_;
  Complaint complaint_ = "unknown parameter";
};

class Printer final : public ParameterVisitor {
 public:
  void number(const About& about, double& value, Range) override { add(about, number_text(value)); }
  void integer(const About& about, int& value, Range) override {
    add(about, std::to_string(value));
  }
  void choice(const About& about, int& value, std::span<const Option> options) override {
    add(about, options[static_cast<std::size_t>(value)].id);
  }
  void boolean(const About& about, bool& value) override { add(about, value ? "true" : "false"); }
  void text(const About& about, std::string& value, const TextRule&) override { add(about, value); }

  std::vector<ParameterText> texts;

 private:
  void add(const About& about, std::string value) {
    texts.push_back({about.name, std::move(value), about.live});
  }
};

class Describer final : public ParameterVisitor {
 public:
  Describer(std::string_view owner, JsonWriter& json) : owner_(owner), json_(json) {}

  void number(const About& about, double& value, Range range) override {
    begin(about, "number").member("default", value);
    ranged(range).end_object();
  }
  void integer(const About& about, int& value, Range range) override {
    begin(about, "integer").member("default", value);
    ranged(range).end_object();
  }
  void choice(const About& about, int& value, std::span<const Option> options) override {
    begin(about, "choice").member("default", options[static_cast<std::size_t>(value)].id);
    json_.key("options").begin_array();
    for (const auto& option : options) {
      json_.begin_object().member("id", option.id).member("title", option.title);
      json_.member("help", option.help).end_object();
    }
    json_.end_array().end_object();
  }
  void boolean(const About& about, bool& value) override {
    begin(about, "boolean").member("default", value).end_object();
  }
  void text(const About& about, std::string& value, const TextRule& rule) override {
    begin(about, "text").member("default", value);
    json_.member("max_length", rule.max_length).end_object();
  }

 private:
  JsonWriter& begin(const About& about, const char* type) {
    std::string key(owner_);
    if (!key.empty()) key += '.';
    json_.begin_object().member("key", key + about.name).member("title", about.title);
    json_.member("type", type).member("symbol", about.symbol).member("unit", about.unit);
    json_.member("group", about.group).member("help", about.help);
    std::string when(about.when);
    if (!when.empty()) when = std::string(owner_) + '.' + when;
    return json_.member("live", about.live).member("when", when);
  }
  JsonWriter& ranged(Range range) {
    json_.member("min", range.min).member("max", range.max);
    return json_.member("scale", range.scale == Scale::log ? "log" : "linear");
  }

  std::string_view owner_;
  JsonWriter& json_;
};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

}  // namespace

bool parse_number(std::string_view text, double& value) {
  if (!is_number(text) || !decimal::read(text, value)) return false;
  value += 0.0;  // so that -0 is 0
  return std::isfinite(value);
}

TextPairs split_pairs(std::string_view text, std::vector<std::string>& errors) {
  constexpr std::size_t kLongest = 5120;
  constexpr std::string_view kSeparators = "& \t\r\n";
  TextPairs pairs;
  if (text.size() > kLongest) {
    errors.emplace_back("configuration: longer than 5120 characters");
    return pairs;
  }
  if (text.find('\0') != text.npos) {  // would end the message of an error early
    errors.emplace_back("configuration: has a zero byte");
    return pairs;
  }
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(kSeparators), text.size());
    const auto token = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (token.empty()) continue;
    const auto equals = token.find('=');
    const std::string key(token.substr(0, equals));
    if (equals == token.npos || key.empty()) {
      errors.push_back(std::string(token.substr(0, 40)) + ": is not of the form key=value");
    } else if (std::any_of(pairs.begin(), pairs.end(),
                           [&](const auto& pair) { return pair.first == key; })) {
      errors.push_back(key + ": is given twice");
    } else {
      pairs.emplace_back(key, token.substr(equals + 1));
    }
  }
  return pairs;
}

Complaint set_parameter(Config& config, std::string_view name, std::string_view text) {
  Setter setter(name, text);
  config.visit(setter);
  return setter.complaint();
}

void set_parameters(Config& config, std::string_view text, std::vector<std::string>& errors) {
  for (const auto& [key, value] : split_pairs(text, errors)) {
    if (const auto complaint = set_parameter(config, key, value); !complaint.empty()) {
      errors.push_back(key + ": " + complaint);
    }
  }
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<ParameterText> print_parameters(Config& config) {
  Printer printer;
  config.visit(printer);
  return std::move(printer.texts);
}

void describe_parameters(Config& config, std::string_view owner, JsonWriter& json) {
  json.begin_array();
  Describer describer(owner, json);
  config.visit(describer);
  json.end_array();
}

std::string nearest_name(std::string_view name, std::span<const std::string> names) {
  std::string best;
  std::size_t least = 3 + name.size() / 8;
  for (const auto& candidate : names) {
    if (const auto distance = edit_distance(name.substr(0, 64), candidate); distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace acp
