#include "core/lab/subject.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/base/json.h"
#include "core/lab/analytic.h"

namespace acp {
namespace {

constexpr std::size_t kMostDimensions = 32;
constexpr double kLargest = 1e4;
constexpr PolicyHead kPolicies[] = {PolicyHead::gaussian, PolicyHead::tanh_gaussian,
                                    PolicyHead::categorical};

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 40)) + "\""; }

/// A number, or several joined by semicolons.
struct NumberConfig final : Config {
  double value = 0;
  Range range;
  void visit(ParameterVisitor& v) override {
    v.number({.name = "value", .title = "", .group = "", .help = ""}, value, range);
  }
};

std::vector<double> parse_vector(std::string_view text, Range range, const std::string& owner,
                                 std::vector<std::string>& errors) {
  std::vector<double> numbers;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(';', from), text.size());
    NumberConfig number;
    number.range = range;
    if (const auto complaint = set_parameter(number, "value", text.substr(from, to - from));
        !complaint.empty()) {
      errors.push_back(owner + ": " + complaint);
      return {};
    }
    numbers.push_back(number.value);
    from = to + 1;
  }
  if (numbers.size() > kMostDimensions) {
    errors.push_back(owner + ": has " + std::to_string(numbers.size()) +
                     " numbers; at most 32 are allowed");
    return {};
  }
  return numbers;
}

class AnalyticSource final : public ObjectiveSource {
 public:
  explicit AnalyticSource(const LabFunction& f) : f_(f) {}
  std::unique_ptr<ActionObjective> make(int, int) const override {
    return std::make_unique<AnalyticObjective>(f_);
  }

 private:
  LabFunction f_;
};

/// Reads the head; one number stands for all of `dimensions`, if that is known (not 0).
void read_head(const NamedText& policy, LabSubject& subject, std::size_t dimensions,
               std::vector<std::string>& errors) {
  const bool discrete = subject.discrete();
  const std::vector<std::string> names =
      discrete ? std::vector<std::string>{"logits"} : std::vector<std::string>{"mu", "log_sigma"};
  std::vector<std::vector<double>> parts(names.size());
  for (const auto& [key, text] : policy.pairs) {
    const auto found = std::find(names.begin(), names.end(), key);
    const std::string owner = "policy." + key;
    if (found == names.end()) {
      errors.push_back(owner + ": unknown; " + policy.name + " has " + listed(names));
      continue;
    }
    const bool spread = key == "log_sigma";
    const Range range = spread ? Range{kLogSigmaMin, kLogSigmaMax} : Range{-kLargest, kLargest};
    parts[static_cast<std::size_t>(found - names.begin())] =
        parse_vector(text, range, owner, errors);
  }
  std::size_t size = dimensions;
  for (auto& part : parts) {
    if (part.empty() && !discrete) part = {0};
    size = std::max(size, part.size());
  }
  for (std::size_t k = 0; k < parts.size(); ++k) {
    auto& part = parts[k];
    if (part.size() == 1) part.resize(size, part[0]);
    if (part.size() != size || (dimensions > 0 && size != dimensions)) {
      errors.push_back("policy." + names[k] + ": has " + std::to_string(part.size()) +
                       " numbers, where " + std::to_string(dimensions > 0 ? dimensions : size) +
                       " are needed");
      return;
    }
    subject.phi.insert(subject.phi.end(), part.begin(), part.end());
  }
}

bool is_moderate(const Expectation& exact) {
  const auto is_small = [](double x) { return std::abs(x) < 1e30; };  // false of NaN
  return is_small(exact.value) &&
         std::all_of(exact.gradient.begin(), exact.gradient.end(), is_small);
}

void read_table(const NamedText& objective, LabSubject& subject, std::vector<std::string>& errors) {
  for (const auto& [key, text] : objective.pairs) {
    const std::string expected = "q" + std::to_string(subject.f.size());
    const std::string owner = "objective.table." + key;
    if (key != expected) errors.push_back(owner + ": is not " + expected + ", which comes next");
    const auto values = parse_vector(text, {-kLargest, kLargest}, owner, errors);
    if (values.size() > 1) errors.push_back(owner + ": is not one number");
    subject.f.push_back(values.empty() ? 0 : values[0]);
  }
  if (subject.f.size() < 2) errors.emplace_back("objective.table: needs q0, q1 at least");
  if (subject.f.size() > kMostDimensions) {
    errors.push_back("objective.table: has " + std::to_string(subject.f.size()) +
                     " numbers; at most 32 are allowed");
  }
}

}  // namespace

std::span<const Option> lab_policies() {
  static constexpr Option options[] = {
      {name_of(kPolicies[0]), "Gaussian", "a = mu + sigma eps."},
      {name_of(kPolicies[1]), "tanh-Gaussian", "a = tanh(mu + sigma eps), within [-1, 1]."},
      {name_of(kPolicies[2]), "categorical", "A choice k with probability softmax(logits)_k."}};
  return options;
}

std::vector<std::string> LabSubject::parameters() const {
  const auto d = static_cast<std::size_t>(action_size());
  std::vector<std::string> names;
  for (std::size_t k = 0; k < phi.size(); ++k) {
    const std::string name = discrete() ? "logit" : k < d ? "mu" : "log_sigma";
    const std::size_t i = discrete() || k < d ? k : k - d;
    names.push_back(!discrete() && d == 1 ? name : name + "_" + std::to_string(i));
  }
  return names;
}

std::optional<Expectation> expectation_in(const LabState& state, PolicyHead policy, double alpha,
                                          const ObjectiveSource* source) {
  if (policy == PolicyHead::categorical) return expectation_of(state.phi, state.f, alpha);
  return expectation_of(*source->make(kQuadratureChunk, 1), state.phi, squash_of(policy), alpha);
}

LabSubject parse_subject(std::string_view policy, std::string_view objective, double alpha,
                         std::vector<std::string>& errors) {
  LabSubject subject;
  subject.alpha = alpha;
  const NamedText head = parse_named(policy, "policy", errors);
  const NamedText function = parse_named(objective, "objective", errors);
  std::vector<std::string> names;
  bool known = false;
  for (std::size_t i = 0; i < lab_policies().size(); ++i) {
    names.emplace_back(lab_policies()[i].id);
    if (head.name != lab_policies()[i].id) continue;
    subject.policy = kPolicies[i];
    known = true;
  }
  if (!known) {
    errors.push_back("policy: " + quoted(head.name) + " is not one of " + listed(names));
    return subject;
  }
  subject.objective = function.name;
  if (subject.discrete()) {
    if (function.name != "table") {
      errors.push_back("objective: " + quoted(function.name) +
                       " is not table, which a categorical policy needs");
      return subject;
    }
    read_table(function, subject, errors);
    read_head(head, subject, subject.f.size(), errors);
    if (errors.empty()) subject.exact = expectation_of(subject.phi, subject.f, alpha);
    return subject;
  }
  names.clear();
  for (std::size_t i = 0; i < analytic_objectives().size(); ++i) {
    const char* id = analytic_objectives()[i].option.id;
    names.emplace_back(id);
    if (function.name != id) continue;
    LabFunction f(static_cast<Analytic>(i));
    for (const auto& [key, text] : function.pairs) {
      const auto complaint = set_parameter(f, key, text);
      if (!complaint.empty())
        errors.push_back("objective." + function.name + "." + key + ": " + complaint);
    }
    const bool many = f.kind == Analytic::quadratic_nd;
    read_head(head, subject, many ? static_cast<std::size_t>(f.dimensions) : 0, errors);
    if (!errors.empty()) return subject;
    f = f.prepared();
    subject.exact = expectation_of(f, subject.phi, subject.squash(), alpha);
    subject.continuous = f.is_continuous();
    if (!is_moderate(*subject.exact)) {
      errors.push_back("objective." + function.name +
                       ": its mean under this policy, or the gradient, is not a number below 1e30; "
                       "use smaller parameters, mu or log_sigma");
    }
    subject.source = std::make_unique<AnalyticSource>(f);
    return subject;
  }
  errors.push_back("objective: " + quoted(function.name) + " is not one of " + listed(names));
  return subject;
}

}  // namespace acp
