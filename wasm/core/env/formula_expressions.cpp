#include "core/env/formula_expressions.h"

#include <algorithm>

#include "core/base/parameters.h"

namespace acp::formula {
namespace {

constexpr int kDeepest = 40;
constexpr std::size_t kMostSlots = 4096;

bool is_word(std::string_view text) {
  return text == "and" || text == "or" || text == "not" || text == "in";
}

const Function* find_function(std::string_view name) {
  const auto all = functions();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool has_meaning(std::string_view name) { return is_word(name) || find_function(name) != nullptr; }

Slot Expressions::read(std::vector<Instruction>& code) {
  code_ = &code;
  return disjunction();
}

Slot Expressions::read_fresh(std::vector<Instruction>& code) {
  const std::size_t before = code.size();
  const Slot value = read(code);
  const bool is_made = code.size() > before && code.back().out == value;
  return is_made ? value : made(Op::copy, value);
}

Slot Expressions::slot(double value) {
  if (slots_.size() == kMostSlots) lexer_.fail("the task is too long");
  slots_.push_back(value);
  return static_cast<Slot>(slots_.size() - 1);
}

Slot Expressions::made(Op op, Slot a, Slot b, Slot c) {
  const Slot out = slot();
  emit(op, out, {a, b, c});
  return out;
}

bool Expressions::takes(std::string_view text) {
  if (!lexer_.is(text)) return false;
  lexer_.advance();
  return true;
}

void Expressions::expect(std::string_view sign) {
  if (takes(sign)) return;
  const auto& token = lexer_.token();
  lexer_.fail("expected " + std::string(sign) +
              (token.kind == Kind::end ? " before the end" : " before " + std::string(token.text)));
}

Slot Expressions::disjunction() {
  Slot value = conjunction();
  while (takes("or")) value = made(Op::either, value, conjunction());
  return value;
}

Slot Expressions::conjunction() {
  Slot value = negation();
  while (takes("and")) value = made(Op::both, value, negation());
  return value;
}

Slot Expressions::negation() {
  int count = 0;
  while (takes("not")) ++count;
  Slot value = comparison();
  for (; count > 0; --count) value = made(Op::opposite, value);
  return value;
}

Slot Expressions::comparison() {
  const Slot left = sum();
  if (takes("<")) return made(Op::less, left, sum());
  if (takes("<=")) return made(Op::at_most, left, sum());
  if (takes("==")) return made(Op::equal, left, sum());
  if (takes("!=")) return made(Op::unequal, left, sum());
  if (takes(">")) {
    const Slot right = sum();
    return made(Op::less, right, left);
  }
  if (takes(">=")) {
    const Slot right = sum();
    return made(Op::at_most, right, left);
  }
  return left;
}

Slot Expressions::sum() {
  Slot value = product();
  for (;;) {
    if (takes("+")) {
      value = made(Op::add, value, product());
    } else if (takes("-")) {
      value = made(Op::subtract, value, product());
    } else {
      return value;
    }
  }
}

bool Expressions::begins_factor() const {
  const Token& token = lexer_.token();
  if (token.kind == Kind::name) return !is_word(token.text) && !lexer_.is_section();
  return token.kind == Kind::number || lexer_.is("(");
}

Slot Expressions::product() {
  Slot value = signed_power();
  for (;;) {
    if (takes("*")) {
      value = made(Op::multiply, value, signed_power());
    } else if (takes("/")) {
      value = made(Op::divide, value, signed_power());
    } else if (begins_factor()) {
      value = made(Op::multiply, value, power());
    } else {
      return value;
    }
  }
}

Slot Expressions::signed_power() {
  int count = 0;
  while (takes("-")) ++count;
  Slot value = power();
  for (; count > 0; --count) value = made(Op::negate, value);
  return value;
}

Slot Expressions::power() {
  if (++depth_ > kDeepest) lexer_.fail("more than 40 parentheses or powers within each other");
  Slot value = primary();
  if (takes("^")) value = made(Op::power, value, signed_power());
  --depth_;
  return value;
}

Slot Expressions::primary() {
  const Token token = lexer_.token();
  if (token.kind == Kind::number) {
    lexer_.advance();
    if (lexer_.token().kind == Kind::number) lexer_.fail("two numbers in a row");
    return literal(token.value);
  }
  if (takes("(")) {
    const Slot value = disjunction();
    expect(")");
    return value;
  }
  if (token.kind == Kind::name && !is_word(token.text) && !lexer_.is_section()) return named();
  lexer_.fail("expected a number, a name or ( " + (token.kind == Kind::end
                                                       ? "before the end"
                                                       : "instead of " + std::string(token.text)));
}

Slot Expressions::named() {
  const Token token = lexer_.token();
  const auto known = names.find(token.text);
  if (known != names.end()) {
    lexer_.advance();
    return known->second;
  }
  if (const Function* function = find_function(token.text)) {
    if (function->random && !may_draw) {
      lexer_.fail(std::string(token.text) + " is allowed in state and next alone");
    }
    lexer_.advance();
    return call(*function);
  }
  std::vector<std::string> all;
  for (const auto& [name, slot] : names) all.push_back(name);
  for (const auto& each : functions()) all.emplace_back(each.name);
  constexpr std::size_t kTelling = 3;  // of fewer letters, many names are near
  const std::string near = token.text.size() < kTelling ? "" : nearest_name(token.text, all);
  std::string known_here;
  for (const auto& [name, slot] : names) known_here += (known_here.empty() ? "" : ", ") + name;
  lexer_.fail(std::string(token.text) + " is not known here; " +
              (near.empty() ? "known are " + known_here + ", and functions"
                            : "did you mean " + near + "?"));
}

Slot Expressions::call(const Function& function) {
  expect("(");
  std::array<Slot, 3> in{};
  for (int i = 0; i < function.arguments; ++i) {
    if (i > 0) expect(",");
    in[static_cast<std::size_t>(i)] = disjunction();
  }
  expect(")");
  return made(function.op, in[0], in[1], in[2]);
}

Slot Expressions::literal(double value) {
  const auto same = [&](const auto& each) { return each.first == value; };
  const auto known = std::find_if(literals_.begin(), literals_.end(), same);
  if (known != literals_.end()) return known->second;
  literals_.emplace_back(value, slot(value));
  return literals_.back().second;
}

}  // namespace acp::formula
