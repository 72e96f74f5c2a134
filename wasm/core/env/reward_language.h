#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/env/environment.h"

namespace acp {

/// How whoever configures a run writes a reward in the place of an environment's own.
class RewardLanguage {
 public:
  virtual ~RewardLanguage() = default;
  /// The parameter that holds the text of a reward, or nothing.
  virtual void visit(ParameterVisitor& visitor, std::string& text) const = 0;
  /// What a reward of such an environment may be of.
  virtual std::vector<std::string> variables(const EnvironmentInfo& info) const = 0;
  /// What is wrong with a text, where, and what is allowed there; or empty.
  virtual Complaint check(const EnvironmentInfo& info, const std::string& text) const = 0;
  /// `environment`, which pays as a text says that `check` does not complain about. Exact solutions
  /// and reference returns do not hold for it; all else is as it was.
  virtual std::unique_ptr<Environment> pay(std::unique_ptr<Environment> environment,
                                           const std::string& text) const = 0;
};

/// Null, and rewards cannot be written: a program that has a language defines this itself, in the
/// place of the one in the library, so that no other has the code that asks it.
const RewardLanguage* reward_language();

}  // namespace acp
