#pragma once

#include <string>
#include <vector>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/session/config.h"
#include "core/session/evaluation.h"

namespace acp {

/// One parameter of a run, as `visit` tells of it.
struct Field {
  enum class Type { number, integer, choice, boolean, text };
  std::string key;
  Type type;
  Range range;                       ///< of the length, for a text
  std::vector<std::string> options;  ///< of a choice; some valid ones of a text
  bool live;
  std::string selects;  ///< the pairs without which the key is unknown, or ""
};

class FieldCollector final : public ParameterVisitor {
 public:
  FieldCollector(std::string owner, std::string selects, std::vector<Field>& fields)
      : owner_(std::move(owner)), selects_(std::move(selects)), fields_(fields) {}

  void number(const About& about, double&, Range range) override {
    add(about, Field::Type::number, range, {});
  }
  void integer(const About& about, int&, Range range) override {
    add(about, Field::Type::integer, range, {});
  }
  void choice(const About& about, int&, std::span<const Option> options) override {
    std::vector<std::string> ids;
    for (const auto& option : options) ids.push_back(option.id);
    add(about, Field::Type::choice, {}, ids);
  }
  void boolean(const About& about, bool&) override {
    add(about, Field::Type::boolean, {}, {"true", "false"});
  }
  void text(const About& about, std::string& value, const TextRule& rule) override {
    add(about, Field::Type::text, {0, static_cast<double>(rule.max_length)}, {value});
  }

 private:
  void add(const About& about, Field::Type type, Range range, std::vector<std::string> options) {
    const std::string key = (owner_.empty() ? "" : owner_ + ".") + about.name;
    fields_.push_back({key, type, range, std::move(options), about.live, selects_});
  }

  std::string owner_;
  std::string selects_;
  std::vector<Field>& fields_;
};

/// The pairs that select an algorithm, on the first environment that it accepts.
inline std::string selecting(const AlgorithmEntry& algorithm) {
  for (const auto& entry : environments()) {
    const auto task = task_shape(entry.make(*entry.make_config())->info());
    if (algorithm.accepts(task).empty()) {
      return "environment=" + entry.id + "&algorithm=" + algorithm.id;
    }
  }
  throw std::runtime_error(std::string(algorithm.id) + " accepts no environment");
}

/// Every parameter of every run, environment and algorithm.
inline std::vector<Field> all_fields() {
  std::vector<Field> fields;
  FieldCollector run("", "", fields);
  RunParameters().visit(run);
  for (const auto& entry : environments()) {
    FieldCollector collector(entry.id, "environment=" + entry.id, fields);
    entry.make_config()->visit(collector);
  }
  for (const auto& entry : algorithms()) {
    FieldCollector collector(entry.id, selecting(entry), fields);
    entry.make_config()->visit(collector);
  }
  return fields;
}

/// Those that a run with this environment and algorithm has.
inline std::vector<Field> fields_of(const std::string& environment, const std::string& algorithm) {
  std::vector<Field> fields = all_fields();
  std::erase_if(fields, [&](const Field& field) {
    return !field.selects.empty() && field.selects != "environment=" + environment &&
           field.selects != "algorithm=" + algorithm;
  });
  return fields;
}

}  // namespace acp
