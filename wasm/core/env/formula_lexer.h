#pragma once

#include <string>
#include <string_view>

namespace acp::formula {

enum class Kind { number, name, sign, end };

struct Token {
  Kind kind;
  std::string_view text;  ///< of a name with its prime, if it has one
  double value = 0;       ///< of a number
};

/// The words of a text, one after the other.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) { advance(); }

  const Token& token() const { return token_; }
  /// Whether a name with a colon behind it comes: the start of a section.
  bool is_section() const;
  bool is(std::string_view text) const { return token_.text == text && !text.empty(); }
  void advance();
  /// The text between two places, which are addresses of tokens, without white space at the end.
  std::string between(const char* from) const;

  /// What is wrong at the token, or elsewhere in the text.
  [[noreturn]] void fail(const std::string& what) const { fail_at(token_.text.data(), what); }
  [[noreturn]] void fail_at(const char* place, const std::string& what) const;

 private:
  void read_number();

  std::string_view text_;
  std::size_t at_ = 0;
  const char* last_end_ = nullptr;  ///< behind the token before
  Token token_{Kind::end, {}};
};

}  // namespace acp::formula
