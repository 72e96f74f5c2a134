#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/env/formula_lexer.h"
#include "core/env/formula_machine.h"

namespace acp::formula {

/// Whether a name is a function or a word of the language.
bool has_meaning(std::string_view name);

/// Compiles expressions: names that are known to the slots of their numbers.
class Expressions {
 public:
  /// Numbers go to `slots`, behind those that are there.
  Expressions(Lexer& lexer, std::vector<double>& slots) : lexer_(lexer), slots_(slots) {}

  /// What names stand for now.
  std::map<std::string, Slot, std::less<>> names;
  /// Whether random numbers may be drawn.
  bool may_draw = false;

  /// The expression that comes, as instructions behind `code`; the slot of its number.
  Slot read(std::vector<Instruction>& code);
  /// Likewise in a slot of its own, which no name shares.
  Slot read_fresh(std::vector<Instruction>& code);
  /// One more slot.
  Slot slot(double value = 0);
  void emit(Op op, Slot out, std::array<Slot, 3> in) { code_->push_back({op, out, in}); }
  void expect(std::string_view sign);

 private:
  Slot disjunction();
  Slot conjunction();
  Slot negation();
  Slot comparison();
  Slot sum();
  Slot product();
  Slot signed_power();
  Slot power();
  Slot primary();
  Slot call(const Function& function);
  Slot named();
  Slot literal(double value);
  Slot made(Op op, Slot a, Slot b = 0, Slot c = 0);
  bool takes(std::string_view text);
  bool begins_factor() const;

  Lexer& lexer_;
  std::vector<double>& slots_;
  std::vector<Instruction>* code_ = nullptr;
  std::vector<std::pair<double, Slot>> literals_;
  int depth_ = 0;
};

}  // namespace acp::formula
