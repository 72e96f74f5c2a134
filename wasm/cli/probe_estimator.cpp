// What an estimator of a policy gradient does on an objective, by the laboratory's own measurement.
#include <algorithm>
#include <limits>

#include "cli/probe_operations.h"
#include "core/base/math.h"
#include "core/lab/laboratory.h"
#include "core/lab/measurement.h"

namespace acp::cli {
namespace {

constexpr double kLargest = 1e6;
constexpr int kMostRepeats = 100'000'000;

/// f(a) = c + g'(a - m) + (a - m)'H(a - m)/2 about the mean m of the policy.
class QuadraticForm final : public ActionObjective {
 public:
  QuadraticForm(std::vector<double> mean, std::vector<double> g, std::vector<double> h, double c)
      : mean_(std::move(mean)), g_(std::move(g)), h_(std::move(h)), c_(c) {}

  void value(const Matrix& actions, std::span<Scalar> values) override {
    for (int j = 0; j < actions.cols(); ++j) {
      double sum = c_;
      for (std::size_t i = 0; i < g_.size(); ++i) {
        sum += distance(actions, i, j) * (g_[i] + 0.5 * curved(actions, i, j));
      }
      values[static_cast<std::size_t>(j)] = static_cast<Scalar>(sum);
    }
  }
  void value_and_gradient(const Matrix& actions, std::span<Scalar> values,
                          Matrix& gradient) override {
    value(actions, values);
    for (int j = 0; j < actions.cols(); ++j) {
      for (std::size_t i = 0; i < g_.size(); ++i) {
        gradient(static_cast<int>(i), j) = static_cast<Scalar>(g_[i] + curved(actions, i, j));
      }
    }
  }

 private:
  double distance(const Matrix& actions, std::size_t i, int j) const {
    return static_cast<double>(actions(static_cast<int>(i), j)) - mean_[i];
  }
  double curved(const Matrix& actions, std::size_t i, int j) const {
    double sum = 0;
    for (std::size_t k = 0; k < g_.size(); ++k) {
      sum += h_[i * g_.size() + k] * distance(actions, k, j);
    }
    return sum;
  }

  std::vector<double> mean_, g_, h_;
  double c_;
};

class QuadraticSource final : public ObjectiveSource {
 public:
  explicit QuadraticSource(const QuadraticForm& form) : form_(form) {}
  std::unique_ptr<ActionObjective> make(int, int) const override {
    return std::make_unique<QuadraticForm>(form_);
  }

 private:
  QuadraticForm form_;
};

/// Exact without squashing: E f = c + sum_i H_ii sigma_i^2 / 2, and its derivatives.
Expectation expectation_of(const std::vector<double>& phi, const std::vector<double>& g,
                           const std::vector<double>& h, double c) {
  const std::size_t d = g.size();
  Expectation exact{c, std::vector<double>(2 * d), std::vector<double>(2 * d), 0};
  std::vector<double> bend(d);
  for (std::size_t i = 0; i < d; ++i) {
    const double sigma = math::exp(phi[d + i]);
    bend[i] = h[i * d + i] * sigma * sigma;
    exact.value += bend[i] / 2;
  }
  for (std::size_t i = 0; i < d; ++i) {
    exact.gradient[i] = g[i];
    exact.gradient[d + i] = bend[i];
    exact.baseline[i] = exact.value + bend[i];
    exact.baseline[d + i] = exact.value + 2 * bend[i];
  }
  return exact;
}

std::string joined(const std::vector<double>& numbers) {
  std::string text;
  for (const double x : numbers) text += (text.empty() ? "" : ";") + number_text(x);
  return text;
}

/// `name:key=value,...` of an object whose other members are numbers or lists of numbers.
std::string named_text(Fields& fields, const Json& object) {
  std::string text = fields.text("kind");
  char separator = ':';
  for (const auto& [key, value] : object.items()) {
    if (key == "kind") continue;
    const auto add = [&](const std::string& name, const std::string& number) {
      text += separator + name + "=" + number;
      separator = ',';
    };
    if (value.is_array()) {
      add(key, joined(fields.numbers(key)));
    } else {
      add(key, number_text(fields.number(key)));
    }
  }
  return text;
}

void refuse_errors(const std::vector<std::string>& errors) {
  if (!errors.empty()) throw UsageError(errors.front());
}

LabSubject read_form(Fields& objective, const std::string& policy) {
  std::vector<std::string> errors;
  LabSubject subject = parse_subject(policy, "quadratic:a=0", 0, errors);
  refuse_errors(errors);
  if (subject.policy != PolicyHead::gaussian) {
    objective.refuse("kind", "quadratic_nd needs a gaussian policy");
  }
  const auto d = static_cast<std::size_t>(subject.action_size());
  const auto g = objective.numbers("gradient");
  if (g.size() != d) objective.refuse("gradient", "is not as long as mu");
  std::vector<double> h;
  const Json& rows = objective.raw("hessian");
  const auto is_row = [d](const Json& row) {
    return row.is_array() && row.size() == d &&
           std::all_of(row.begin(), row.end(), [](const Json& x) { return x.is_number(); });
  };
  if (!rows.is_array() || rows.size() != d || !std::all_of(rows.begin(), rows.end(), is_row)) {
    objective.refuse("hessian", "is not a square of numbers as wide as mu");
  }
  for (const auto& row : rows) {
    for (const auto& x : row) h.push_back(x.get<double>());
  }
  for (std::size_t i = 0; i < d; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (h[i * d + k] != h[k * d + i]) objective.refuse("hessian", "is not symmetric");
    }
  }
  const double offset = objective.has("offset") ? objective.number("offset") : 0;
  const std::vector<double> mean(subject.phi.begin(),
                                 subject.phi.begin() + static_cast<std::ptrdiff_t>(d));
  subject.exact = expectation_of(subject.phi, g, h, offset);
  subject.source = std::make_unique<QuadraticSource>(QuadraticForm(mean, g, h, offset));
  return subject;
}

LabSubject read_subject(Fields& fields) {
  Fields policy = fields.object("policy"), objective = fields.object("objective");
  const std::string head = named_text(policy, fields.raw("policy"));
  LabSubject subject;
  if (objective.text("kind") == "quadratic_nd") {
    subject = read_form(objective, head);
  } else {
    std::vector<std::string> errors;
    const bool table = objective.text("kind") == "table";
    std::string text;
    if (table) {  // {"q": [1, 2]} stands for q0=1,q1=2
      text = "table";
      const auto q = objective.numbers("q");
      const double offset = objective.has("offset") ? objective.number("offset") : 0;
      for (std::size_t k = 0; k < q.size(); ++k) {
        text += (k == 0 ? ":q" : ",q") + std::to_string(k) + "=" + number_text(q[k] + offset);
      }
    } else {
      text = named_text(objective, fields.raw("objective"));
    }
    subject = parse_subject(head, text, 0, errors);
    refuse_errors(errors);
  }
  policy.expect_all_read();
  objective.expect_all_read();
  return subject;
}

}  // namespace

Json probe_estimator(Fields& fields) {
  const LabSubject subject = read_subject(fields);
  const std::string estimator = fields.text("estimator");
  std::string text = "estimator=" + estimator;
  MeasurementConfig chosen;
  const Json& baseline = fields.has("baseline") ? fields.raw("baseline") : Json("none");
  if (baseline.is_number()) {
    chosen.baseline = LabBaseline::constant;
    chosen.constant = fields.number("baseline", -kLargest, kLargest);
  } else if (fields.has("baseline")) {
    const std::string name = fields.text("baseline");
    text += "&baseline=" + (name == "mean" ? "value" : name);
  }
  text +=
      "&samples=" + std::to_string(fields.has("samples") ? fields.count("samples", 1, 4096) : 1);
  text += "&seed=" + std::to_string(fields.has("seed") ? fields.count("seed", 0, 2147483647) : 1);
  const int repeats = fields.count("repeats", 2, kMostRepeats);
  std::vector<std::string> errors;
  MeasurementConfig config = MeasurementConfig::parse(text, errors);
  refuse_errors(errors);
  if (chosen.baseline == LabBaseline::constant) {
    config.baseline = chosen.baseline;
    config.constant = chosen.constant;
  }
  Measurement measurement(config, subject);
  measurement.run(repeats, std::numeric_limits<double>::infinity());
  JsonWriter json;
  measurement.describe(json);
  const Json all = Json::parse(json.take());
  return {{"parameters", all["parameters"]},
          {"mean", all["mean"]},
          {"variance", all["variance"]},
          {"exact", all["exact"]}};
}

}  // namespace acp::cli
