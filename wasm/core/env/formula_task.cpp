#include "core/env/formula_task.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/env/formula_expressions.h"
#include "core/env/formula_shapes.h"

namespace acp::formula {
namespace {

constexpr std::size_t kMostVariables = 32;
constexpr std::size_t kLongestName = 24;
constexpr double kLongestEpisode = 1'000'000;
constexpr double kLongestStep = 1000;
constexpr double kUsualSecondsPerStep = 0.05;

[[noreturn]] void fail_here(const Lexer& lexer) {
  lexer.fail("did not expect " + std::string(lexer.token().text));
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text), expressions_(lexer_, task_.slots) {
    task_.terminated = expressions_.slot(0);
    expressions_.names = {{"pi", expressions_.slot(math::kPi)}};
  }

  Task read() {
    task_.seconds_per_step = kUsualSecondsPerStep;
    std::size_t from = 0;
    while (lexer_.token().kind != Kind::end) {
      from = read_section(from);
      while (lexer_.is(";")) lexer_.advance();
    }
    for (const auto& section : sections()) {
      if (section.required && !seen_.contains(section.name)) {
        lexer_.fail("the task has no " + std::string(section.name) + ":");
      }
    }
    check_ranges();
    return std::move(task_);
  }

 private:
  struct Section {
    std::string_view name;
    bool required;
    void (Parser::*read)();
  };
  static const std::array<Section, 10>& sections();

  /// One of the sections from a place of their order on; the place behind it.
  std::size_t read_section(std::size_t from) {
    const std::string_view name = lexer_.token().text;
    const auto found = std::find_if(sections().begin(), sections().end(),
                                    [&](const Section& each) { return each.name == name; });
    const auto place = static_cast<std::size_t>(found - sections().begin());
    if (!lexer_.is_section() || found == sections().end()) {
      std::string all;
      for (const auto& each : sections()) all += (all.empty() ? "" : ", ") + std::string(each.name);
      lexer_.fail("expected one of the sections " + all + ", each with a colon, instead of " +
                  std::string(name));
    }
    if (seen_.contains(name)) lexer_.fail(std::string(name) + " is there twice");
    if (place < from) {
      lexer_.fail(std::string(name) + " belongs before " + std::string(sections()[from - 1].name));
    }
    seen_.insert(name);
    lexer_.advance();
    lexer_.advance();
    (this->*found->read)();
    const bool ends = lexer_.token().kind == Kind::end || lexer_.is(";") || lexer_.is_section();
    if (!ends) fail_here(lexer_);
    return place + 1;
  }

  template <class Item>
  void read_list(Item&& item) {
    do item();
    while (took(","));
  }

  bool took(std::string_view sign) {
    if (!lexer_.is(sign)) return false;
    lexer_.advance();
    return true;
  }

  /// A name that stands for nothing yet.
  std::string read_new_name() {
    const Token token = lexer_.token();
    std::string name(token.text);
    if (token.kind != Kind::name) lexer_.fail("expected a name instead of " + name);
    if (name.ends_with('\'')) lexer_.fail(name + ": only what is next has a prime");
    if (name.size() > kLongestName) lexer_.fail(name + " is longer than 24 characters");
    if (has_meaning(name) || expressions_.names.contains(name)) {
      lexer_.fail(name + " has a meaning already");
    }
    lexer_.advance();
    return name;
  }

  template <class List>
  void expect_room(const List& list, const char* what) {
    if (list.size() == kMostVariables) lexer_.fail(std::string("more than 32 ") + what);
  }

  /// `in [low, high]`, of constants.
  void read_range(Variable& variable) {
    expressions_.expect("in");
    expressions_.expect("[");
    const auto names = expressions_.names;
    expressions_.names = constants_;
    place_of_range_.push_back(lexer_.token().text.data());
    variable.low = expressions_.read(task_.setup);
    expressions_.expect(",");
    variable.high = expressions_.read(task_.setup);
    expressions_.expect("]");
    expressions_.names = names;
    variable.has_range = true;
    ranges_.push_back(variable);
  }

  void read_constants() {
    read_list([&] {
      expect_room(task_.parameters, "constants");
      const char* place = lexer_.token().text.data();
      Variable constant{.name = read_new_name(), .slot = 0};
      expressions_.expect("=");
      const std::size_t before = task_.setup.size();
      constant.slot = expressions_.read_fresh(task_.setup);
      if (lexer_.is("in")) {
        // What can be set is a number that nothing computes.
        constant.slot = expressions_.slot(value_of(constant.slot));
        task_.setup.resize(before);
        constants_ = expressions_.names;
        read_range(constant);
        task_.parameters.push_back(constant);
        place_of_parameter_.push_back(place);
      }
      expressions_.names[constant.name] = constant.slot;
    });
    constants_ = expressions_.names;
  }

  /// What a slot is, before anything is set.
  double value_of(Slot slot) {
    std::vector<double> slots = task_.slots;
    Rng rng(0, Stream::environment);
    run(task_.setup, slots, rng);
    return slots[slot];
  }

  void read_state() {
    constants_ = expressions_.names;
    read_list([&] {
      expect_room(task_.state, "components of the state");
      Variable component{.name = read_new_name(), .slot = expressions_.slot()};
      expressions_.expect("=");
      expressions_.may_draw = true;
      const Slot first = expressions_.read(task_.reset);
      expressions_.may_draw = false;
      expressions_.emit(Op::copy, component.slot, {first, 0, 0});
      if (lexer_.is("in")) read_range(component);
      expressions_.names[component.name] = component.slot;
      task_.state.push_back(component);
    });
  }

  void read_action() {
    of_state_ = expressions_.names;
    read_list([&] {
      expect_room(task_.action, "actions");
      Variable action{.name = read_new_name(), .slot = expressions_.slot()};
      expressions_.names[action.name] = action.slot;
      if (!took_choices(action)) {
        read_range(action);
        task_.action.push_back(action);
      }
    });
  }

  /// `in {left, right}`: each choice is a number, from 0.
  bool took_choices(const Variable& action) {
    const Lexer before = lexer_;
    if (!took("in") || !took("{")) {
      lexer_ = before;
      if (!task_.choices.empty()) lexer_.fail("one action that is a choice stands alone");
      return false;
    }
    if (!task_.action.empty() || !task_.choices.empty()) {
      lexer_.fail("one action that is a choice stands alone");
    }
    task_.choice = action.slot;
    read_list([&] {
      expect_room(task_.choices, "choices");
      const std::string name = read_new_name();
      expressions_.names[name] = expressions_.slot(static_cast<double>(task_.choices.size()));
      task_.choices.push_back(name);
    });
    if (task_.choices.size() < 2) lexer_.fail("expected at least two choices");
    expressions_.expect("}");
    return true;
  }

  void read_next() {
    task_.next.resize(task_.state.size());
    for (std::size_t i = 0; i < task_.state.size(); ++i) task_.next[i] = task_.state[i].slot;
    expressions_.may_draw = true;
    read_list([&] {
      const auto component = primed();
      const std::string name =
          component == task_.state.end() ? read_new_name() : component->name + "'";
      if (component != task_.state.end()) {
        if (expressions_.names.contains(name)) lexer_.fail(name + " is there twice");
        lexer_.advance();
      }
      expressions_.expect("=");
      const Slot value = expressions_.read_fresh(task_.step);
      expressions_.names[name] = value;
      if (component != task_.state.end()) {
        task_.next[static_cast<std::size_t>(component - task_.state.begin())] = value;
      }
    });
    expressions_.may_draw = false;
  }

  /// The component of the state of which the next value comes; the end if another name comes.
  std::vector<Variable>::iterator primed() {
    const Token token = lexer_.token();
    if (token.kind != Kind::name || !token.text.ends_with('\'')) return task_.state.end();
    const auto found = std::find_if(
        task_.state.begin(), task_.state.end(),
        [&](const Variable& each) { return each.name + "'" == std::string(token.text); });
    if (found == task_.state.end()) {
      lexer_.fail(std::string(token.text) + " is the next value of no component of the state");
    }
    return found;
  }

  void read_reward() { task_.reward = expressions_.read(task_.step); }
  void read_terminate() { task_.terminated = expressions_.read(task_.step); }

  void read_observe() {
    expressions_.names = of_state_;
    read_list([&] {
      expect_room(task_.observation, "numbers to observe");
      std::string name = read_label();
      const char* place = lexer_.token().text.data();
      const Slot value = expressions_.read_fresh(task_.observe);
      if (name.empty()) name = lexer_.between(place);
      Variable seen{.name = name, .slot = value};
      if (lexer_.is("in")) read_range(seen);
      task_.observation.push_back(seen);
    });
  }

  /// The name in front of a `=`, or empty.
  std::string read_label() {
    const Lexer before = lexer_;
    const Token token = lexer_.token();
    lexer_.advance();
    if (token.kind == Kind::name && took("=")) return std::string(token.text);
    lexer_ = before;
    return "";
  }

  void read_limit() {
    const double limit = read_number("limit", kLongestEpisode);
    if (limit != std::floor(limit)) lexer_.fail("limit is not a whole number");
    task_.time_limit = static_cast<int>(limit);
  }
  void read_seconds() { task_.seconds_per_step = read_number("seconds", kLongestStep); }

  void read_draw() {
    expressions_.names = of_state_;
    read_list([&] {
      expect_room(task_.shapes, "shapes");
      const ShapeKind& kind = read_shape_kind();
      Shape shape{.name = std::string(kind.name),
                  .names = kind.numbers,
                  .numbers = {},
                  .along = {.name = std::string(kind.name), .slot = 0}};
      for (std::size_t i = 0; i < kind.numbers.size(); ++i) {
        expressions_.expect(i == 0 ? "(" : ",");
        shape.numbers.push_back(expressions_.read(task_.draw));
      }
      expressions_.expect(")");
      if (kind.has_places && lexer_.is("in")) read_range(shape.along);
      task_.shapes.push_back(shape);
    });
  }

  const ShapeKind& read_shape_kind() {
    const Token token = lexer_.token();
    const ShapeKind* kind = find_shape(token.text);
    if (kind == nullptr) {
      lexer_.fail(
          "expected one of the shapes " + shapes_as_written() +
          (token.kind == Kind::end ? " before the end" : " instead of " + std::string(token.text)));
    }
    lexer_.advance();
    return *kind;
  }

  double read_number(const std::string& what, double most) {
    const Token token = lexer_.token();
    if (token.kind != Kind::number || !(token.value > 0 && token.value <= most)) {
      lexer_.fail(what + " is a number above 0, up to " + number_text(most));
    }
    lexer_.advance();
    return token.value;
  }

  void check_ranges() {
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      const double low = value_of(ranges_[i].low) + 0.0, high = value_of(ranges_[i].high) + 0.0;
      if (low < high && std::isfinite(high - low)) continue;
      lexer_.fail_at(place_of_range_[i], "the range of " + ranges_[i].name + " is empty: [" +
                                             number_text(low) + ", " + number_text(high) + "]");
    }
    for (std::size_t i = 0; i < task_.parameters.size(); ++i) {
      const auto& [name, slot, low, high, has_range] = task_.parameters[i];
      const double value = task_.slots[slot];
      if (value >= value_of(low) && value <= value_of(high)) continue;
      lexer_.fail_at(place_of_parameter_[i],
                     name + " = " + number_text(value) + " is outside its range");
    }
  }

  Task task_;
  Lexer lexer_;
  Expressions expressions_;
  std::set<std::string_view> seen_;
  std::map<std::string, Slot, std::less<>> constants_;
  std::map<std::string, Slot, std::less<>> of_state_;
  std::vector<Variable> ranges_;
  std::vector<const char*> place_of_range_;
  std::vector<const char*> place_of_parameter_;
};

const std::array<Parser::Section, 10>& Parser::sections() {
  static const std::array<Section, 10> all{{
      {"constants", false, &Parser::read_constants},
      {"state", true, &Parser::read_state},
      {"action", true, &Parser::read_action},
      {"next", true, &Parser::read_next},
      {"reward", true, &Parser::read_reward},
      {"terminate", false, &Parser::read_terminate},
      {"observe", true, &Parser::read_observe},
      {"limit", true, &Parser::read_limit},
      {"seconds", false, &Parser::read_seconds},
      {"draw", false, &Parser::read_draw},
  }};
  return all;
}

}  // namespace

Task parse(std::string_view text) { return Parser(text).read(); }

Expression parse_expression(std::string_view text, std::span<const std::string> names) {
  Expression expression{.slots = {}, .code = {}};
  Lexer lexer(text);
  Expressions expressions(lexer, expression.slots);
  for (const auto& name : names) expressions.names.emplace(name, expressions.slot());
  expressions.names.emplace("pi", expressions.slot(math::kPi));
  expression.value = expressions.read(expression.code);
  if (lexer.token().kind != Kind::end) fail_here(lexer);
  return expression;
}

}  // namespace acp::formula
