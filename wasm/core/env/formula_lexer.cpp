#include "core/env/formula_lexer.h"

#include <algorithm>
#include <cmath>

#include "core/base/decimal.h"
#include "core/env/formula_task.h"

namespace acp::formula {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

void Lexer::fail_at(const char* place, const std::string& what) const {
  const auto before = text_.substr(0, static_cast<std::size_t>(place - text_.data()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n');
  const auto column = before.size() - (start == before.npos ? 0 : start + 1) + 1;
  throw Error("line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + what);
}

bool Lexer::is_section() const {
  const auto colon =
      std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(), is_space);
  return token_.kind == Kind::name && colon != text_.end() && *colon == ':';
}

std::string Lexer::between(const char* from) const {
  return {from, static_cast<std::size_t>(last_end_ - from)};
}

void Lexer::advance() {
  last_end_ = text_.data() + at_;
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  const std::size_t start = at_;
  const auto here = [&] { return text_.substr(start, at_ - start); };
  if (at_ == text_.size()) {
    token_ = {Kind::end, here()};
    return;
  }
  const char first = text_[at_];
  if (is_digit(first)) return read_number();
  if (is_letter(first)) {
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    if (at_ < text_.size() && text_[at_] == '\'') ++at_;
    token_ = {Kind::name, here()};
    return;
  }
  constexpr std::string_view kPairs[] = {"<=", ">=", "==", "!="};
  const auto pair = text_.substr(at_, 2);
  at_ += std::find(std::begin(kPairs), std::end(kPairs), pair) != std::end(kPairs) ? 2 : 1;
  token_ = {Kind::sign, here()};
  constexpr std::string_view kSigns = "+-*/^()[]{},;:=<>";
  if (token_.text.size() == 1 && kSigns.find(first) == kSigns.npos) {
    const bool printable = first > ' ' && first <= '~';
    fail((printable ? std::string(1, first) : std::string("a character that is not ASCII")) +
         " means nothing here");
  }
}

void Lexer::read_number() {
  const std::size_t start = at_;
  const auto digits = [&] {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > from;
  };
  digits();
  const auto fraction = at_;
  if (at_ < text_.size() && text_[at_] == '.' && (++at_, !digits())) at_ = fraction;
  const auto exponent = at_;
  if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
    ++at_;
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
    if (!digits()) at_ = exponent;  // a variable of this name, times the number
  }
  token_ = {Kind::number, text_.substr(start, at_ - start)};
  if (!decimal::read(token_.text, token_.value) || !std::isfinite(token_.value)) {
    fail(std::string(token_.text) + " is too large");
  }
}

}  // namespace acp::formula
