#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace acp {

class JsonWriter;

/// How a slider for a number should run.
enum class Scale { linear, log };

/// One value of a choice.
struct Option {
  const char* id;
  const char* title;
  const char* help;
};

/// What a parameter says of itself.
struct About {
  const char* name;  ///< key within its owner: `tau` of `sac.tau`
  const char* title;
  const char* symbol = "";  ///< LaTeX
  const char* unit = "";
  const char* group;      ///< heading under which a form shows it
  const char* help;       ///< one sentence
  bool live = false;      ///< may change during training
  const char* when = "";  ///< `key=option` that makes it matter; always, if empty
};

struct Range {
  double min;
  double max;
  Scale scale = Scale::linear;
};

/// The outcome of setting one parameter: empty, or what is wrong and what is allowed.
using Complaint = std::string;

/// What a text may be, besides printable ASCII without white space, `&` and `=`.
struct TextRule {
  int max_length;
  Complaint (*check)(std::string_view text);  ///< what is wrong with it, or empty
  bool quoted = true;                         ///< in complaints, which else say where it is wrong
};

/// Sees every parameter of a config, in order. A config is a struct with default values and one
/// `void visit(ParameterVisitor&)` that names each of its fields once; defaults, forms, the command
/// line, links, parsing and checkpoints all come from that list.
class ParameterVisitor {
 public:
  virtual ~ParameterVisitor() = default;
  virtual void number(const About&, double& value, Range) = 0;
  virtual void integer(const About&, int& value, Range) = 0;
  virtual void choice(const About&, int& value, std::span<const Option>) = 0;
  virtual void boolean(const About&, bool& value) = 0;
  virtual void text(const About&, std::string& value, const TextRule&) = 0;

  /// An enumeration whose values count from 0 in the order of `options`.
  template <class Enum>
  void choice(const About& about, Enum& value, std::span<const Option> options) {
    static_assert(std::is_enum_v<Enum>);
    int index = static_cast<int>(value);
    choice(about, index, options);
    value = static_cast<Enum>(index);
  }
};

/// Reads `text` as JSON writes numbers: no plus, no spare zero in front, digits on both sides of a
/// point. Whether it is one, and finite.
bool parse_number(std::string_view text, double& value);

/// Anything with parameters.
class Config {
 public:
  virtual ~Config() = default;
  virtual void visit(ParameterVisitor&) = 0;
  /// What no single parameter shows: `key: message`, or empty.
  virtual Complaint check() const { return {}; }
};

using TextPairs = std::vector<std::pair<std::string, std::string>>;

/// The `key=value` pairs of a configuration, separated by `&` or white space. What is none, or is
/// there twice, is added to `errors`.
TextPairs split_pairs(std::string_view text, std::vector<std::string>& errors);

/// Sets `name` from text. Sets nothing if it complains.
Complaint set_parameter(Config& config, std::string_view name, std::string_view text);

/// Sets each pair of `text`; adds what is wrong with any to `errors`, as `key: message`.
void set_parameters(Config& config, std::string_view text, std::vector<std::string>& errors);

/// A line for each, none for none.
std::string joined_lines(const std::vector<std::string>& lines);

struct ParameterText {
  std::string name;
  std::string value;
  bool live;
};

/// All parameters as text, in order; `read(print(x))` restores x exactly.
std::vector<ParameterText> print_parameters(Config& config);

/// Writes the parameters as a JSON array, keys prefixed by `owner` and a dot if not empty.
void describe_parameters(Config& config, std::string_view owner, JsonWriter& json);

/// The element of `names` nearest to `name` in edit distance, or "" if none is near.
std::string nearest_name(std::string_view name, std::span<const std::string> names);

}  // namespace acp
