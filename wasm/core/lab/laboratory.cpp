#include "core/lab/laboratory.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/algo/memory_use.h"
#include "core/base/math.h"
#include "core/base/version.h"
#include "core/lab/analytic.h"

namespace acp {
namespace {

struct TaskConfig final : Config {
  double alpha = 0;
  void visit(ParameterVisitor& v) override {
    v.number({.name = "alpha",
              .title = "temperature",
              .symbol = "\\alpha",
              .group = "Task",
              .help = "Weight of the entropy: the objective is f - alpha log pi."},
             alpha, {0, 100});
  }
};

LabSubject parse_task(std::string_view text) {
  std::vector<std::string> errors;
  std::string policy, objective;
  TaskConfig task;
  for (const auto& [key, value] : split_pairs(text, errors)) {
    if (key == "policy") {
      policy = value;
    } else if (key == "objective") {
      objective = value;
    } else if (key == "alpha") {
      const auto complaint = set_parameter(task, key, value);
      if (!complaint.empty()) errors.push_back(key + ": " + complaint);
    } else {
      errors.push_back(key + ": unknown; a task has policy, objective, alpha");
    }
  }
  if (policy.empty()) errors.emplace_back("policy: is missing");
  if (objective.empty()) errors.emplace_back("objective: is missing");
  throw_if_any(errors);
  LabSubject subject = parse_subject(policy, objective, task.alpha, errors);
  throw_if_any(errors);
  return subject;
}

void about(JsonWriter& json, const Option& option, const char* formula) {
  json.begin_object().member("id", option.id).member("title", option.title);
  json.member("help", option.help).member("formula", formula);
}

}  // namespace

Laboratory::Laboratory(std::string_view task) : Laboratory(parse_task(task)) {}
Laboratory::Laboratory(LabSubject subject)
    : subject_(std::make_unique<LabSubject>(std::move(subject))) {}
Laboratory::Laboratory(std::unique_ptr<const FrozenRun> run)
    : run_(std::move(run)), subject_(std::make_unique<LabSubject>(run_->subject())) {}

std::string Laboratory::describe() const {
  const auto& exact = subject_->exact;
  JsonWriter json;
  json.begin_object();
  json.member("policy", name_of(subject_->policy));
  json.array("parameters", subject_->parameters()).array("phi", subject_->phi);
  json.member("objective", std::string_view(subject_->objective));
  json.member("dimensions", subject_->action_size()).member("alpha", subject_->alpha);
  json.member("value", exact ? exact->value : NAN);
  json.array_or_null("exact", exact ? &exact->gradient : nullptr);
  json.member("exact_error", exact ? exact->error : NAN);
  json.array_or_null("f", subject_->discrete() ? &subject_->f : nullptr);
  json.key("moment");
  if (run_) {
    run_->describe(json);
  } else {
    json.value(NAN);
  }
  return json.end_object().take();
}

std::int64_t Laboratory::measure(std::string_view config, std::int64_t repeats,
                                 double max_milliseconds) {
  return find(config).run(repeats, max_milliseconds);
}

std::string Laboratory::result(std::string_view config) {
  JsonWriter json;
  find(config).describe(json);
  return json.take();
}

std::span<const float> Laboratory::recent(std::string_view config) { return find(config).recent(); }

Measurement& Laboratory::find(std::string_view config) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.config == config; });
  if (found != entries_.end()) return *found->measurement;
  std::vector<std::string> errors;
  const auto parsed = MeasurementConfig::parse(config, errors);
  throw_if_any(errors);
  if (parsed.space == LabSpace::theta && run_ && !theta_) {
    theta_ = std::make_unique<ThetaSpace>(*run_, *subject_);
  }
  auto made = std::make_unique<Measurement>(parsed, *subject_, theta_.get());
  entries_.push_back({std::string(config), std::move(made)});
  make_room();
  return *entries_.back().measurement;
}

/// The latest one stays: no network has weights enough to be too many alone.
void Laboratory::make_room() {
  double bytes = 0;
  auto kept = entries_.end();
  for (; kept != entries_.begin(); --kept) {
    bytes += std::prev(kept)->measurement->bytes();
    if (entries_.end() - kept == kMost || (kept != entries_.end() && bytes > kMostBytes)) break;
  }
  entries_.erase(entries_.begin(), kept);
}

std::vector<float> Laboratory::slice(double low, double high, int count) const {
  if (subject_->discrete()) return {};
  const int d = subject_->action_size();
  const auto phi = [&](int k) { return subject_->phi[static_cast<std::size_t>(k)]; };
  const bool squashed = subject_->squash() == Squash::tanh;
  Matrix actions(d, count);
  Buffer values(static_cast<std::size_t>(count));
  std::vector<float> rows;
  const double sigma = math::exp(clamped_log_sigma(phi(d)));
  for (int j = 0; j < count; ++j) {
    const double x = low + (high - low) * j / (count - 1);
    for (int i = 1; i < d; ++i) {
      actions(i, j) = static_cast<Scalar>(squashed ? math::tanh(phi(i)) : phi(i));
    }
    actions(0, j) = static_cast<Scalar>(x);
  }
  subject_->source->make(count, 1)->value(actions, values);
  for (int j = 0; j < count; ++j) {
    const double x = low + (high - low) * j / (count - 1);
    const double u = squashed ? 0.5 * (math::log(1 + x) - math::log(1 - x)) : x;
    const double z = (u - phi(0)) / sigma;
    const double jacobian = squashed ? 1 - x * x : 1;
    const bool inside = std::isfinite(z) && jacobian > 0;
    const double density =
        inside ? math::exp(-0.5 * (z * z + math::kLog2Pi)) / (sigma * jacobian) : 0;
    rows.push_back(static_cast<float>(x));
    rows.push_back(static_cast<float>(values[static_cast<std::size_t>(j)]));
    rows.push_back(static_cast<float>(density));
  }
  return rows;
}

void describe_lab(JsonWriter& json) {
  json.begin_object().member("build", build_version()).key("policies").begin_array();
  for (const auto& policy : lab_policies()) {
    about(json, policy, "");
    json.end_object();
  }
  json.end_array().key("objectives").begin_array();
  for (std::size_t i = 0; i < analytic_objectives().size(); ++i) {
    about(json, analytic_objectives()[i].option, analytic_objectives()[i].formula);
    LabFunction f(static_cast<Analytic>(i));
    json.key("parameters");
    describe_parameters(f, "", json);
    json.end_object();
  }
  json.end_array().key("estimators").begin_array();
  for (const EstimatorEntry* entry : all_estimators()) {
    about(json, {entry->lab_id, entry->about.title, entry->about.help}, entry->formula);
    json.member("policy", entry->categorical() ? "categorical" : "gaussian");
    json.member("has_baseline", entry->has_baseline).end_object();
  }
  MeasurementConfig measurement;
  json.end_array().key("measurement");
  describe_parameters(measurement, "", json);
  json.end_object();
}

}  // namespace acp
