// Operations on single formulas: log-probability, loss gradient, targets, Adam, Polyak.
#include <algorithm>

#include "cli/probe_operations.h"
#include "core/algo/returns.h"
#include "core/dist/categorical.h"
#include "core/dist/gaussian.h"
#include "core/grad/estimator.h"
#include "core/nn/adam.h"

namespace acp::cli {
namespace {

constexpr double kLargest = 1e6;

struct OneSample {
  Matrix phi{2, 1};
  ActionSamples samples{1, 1, 1};
  Scalar log_prob() const { return samples.log_prob[0]; }
};

OneSample draw_one(Fields& fields) {
  OneSample one;
  one.phi(0, 0) = static_cast<Scalar>(fields.number("mu", -kLargest, kLargest));
  one.phi(1, 0) = static_cast<Scalar>(fields.number("log_sigma", kLogSigmaMin, kLogSigmaMax));
  one.samples.noise(0, 0) = static_cast<Scalar>(fields.number("eps", -kLargest, kLargest));
  sample({one.phi}, one.samples);
  return one;
}

Buffer to_buffer(const std::vector<double>& numbers) { return {numbers.begin(), numbers.end()}; }

/// A number, or an array of numbers; answers come in the same form.
Buffer vector_of(const Json& value, const Fields& fields, const std::string& name) {
  if (value.is_number()) return {value.get<Scalar>()};
  const bool numbers =
      value.is_array() && !value.empty() &&
      std::all_of(value.begin(), value.end(), [](const Json& x) { return x.is_number(); });
  if (!numbers) fields.refuse(name, "is not a number or an array of numbers");
  Buffer buffer;
  for (const auto& x : value) buffer.push_back(x.get<Scalar>());
  return buffer;
}

Json in_form_of(const Json& form, const Buffer& numbers) {
  if (form.is_number()) return static_cast<double>(numbers[0]);
  Json array = Json::array();
  for (const Scalar x : numbers) array.push_back(static_cast<double>(x));
  return array;
}

struct RowHead {
  Scalar reward;
  Scalar discount;
};

RowHead read_row(Fields& row, double gamma) {
  RowHead head;
  head.reward = static_cast<Scalar>(row.number("r"));
  head.discount = row.flag("terminated") ? Scalar(0) : static_cast<Scalar>(gamma);
  row.flag("truncated", false);  // a time limit does not stop bootstrapping
  return head;
}

Json continuous_row(Fields& row, RowHead head, Scalar alpha) {
  const Scalar log_prob = draw_one(row).log_prob();
  const auto q1 = static_cast<Scalar>(row.number("q1_target"));
  const auto q2 = static_cast<Scalar>(row.number("q2_target"));
  return {{"ddpg", td_target(head.reward, head.discount, q1)},
          {"sac", soft_td_target(head.reward, head.discount, std::min(q1, q2), alpha, log_prob)},
          {"log_prob_next", log_prob}};
}

Json discrete_row(Fields& row, RowHead head, Scalar alpha) {
  const Buffer logits = to_buffer(row.numbers("logits"));
  const Buffer q1 = to_buffer(row.numbers("q1_target"));
  const Buffer q2 = to_buffer(row.numbers("q2_target"));
  if (q1.size() != logits.size()) row.refuse("q1_target", "is not as long as logits");
  if (q2.size() != logits.size()) row.refuse("q2_target", "is not as long as logits");
  Buffer log_probabilities(logits.size());
  log_softmax(logits, log_probabilities);
  Buffer least(logits.size());
  std::transform(q1.begin(), q1.end(), q2.begin(), least.begin(),
                 [](Scalar a, Scalar b) { return std::min(a, b); });
  const Scalar soft = soft_value(log_probabilities, least, alpha);
  Json answer{{"dqn", q_learning_target(head.reward, head.discount, q1)},
              {"sac_discrete", td_target(head.reward, head.discount, soft)}};
  if (row.has("q1")) {
    const Buffer online = to_buffer(row.numbers("q1"));
    if (online.size() != q1.size()) row.refuse("q1", "is not as long as q1_target");
    answer["double_dqn"] = double_q_target(head.reward, head.discount, q1, online);
  }
  return answer;
}

}  // namespace

Json probe_log_prob(Fields& fields) {
  const OneSample one = draw_one(fields);
  return {{"u", one.samples.pre_squash(0, 0)},
          {"a", one.samples.action(0, 0)},
          {"log_prob", one.log_prob()}};
}

Json probe_actor_loss_gradient(Fields& fields) {
  const OneSample one = draw_one(fields);
  const double alpha = fields.number("alpha", 0, kLargest);
  const double q = fields.number("q"), c = fields.number("c");
  QuadraticObjective objective(q, c, 0);
  Json output;
  for (int kind = 0; kind < static_cast<int>(estimators().size()); ++kind) {
    EstimatorConfig config;
    config.kind = kind;
    const auto estimator = make_estimator(config, 1, 1);
    estimator->samples().noise = one.samples.noise;
    Matrix gradient(2, 1);
    estimator->estimate({one.phi}, objective, alpha, gradient);
    output["loss"] =
        alpha * static_cast<double>(one.log_prob()) - static_cast<double>(estimator->values()[0]);
    output[estimators()[static_cast<std::size_t>(kind)].about.id] = {
        {"mu", -gradient(0, 0)}, {"log_sigma", -gradient(1, 0)}};
  }
  return output;
}

Json probe_bellman_targets(Fields& fields) {
  const double gamma = fields.number("gamma", 0, 1);
  const auto alpha = static_cast<Scalar>(fields.number("alpha", 0, kLargest));
  Json rows = Json::array();
  for (auto& row : fields.objects("rows")) {
    const RowHead head = read_row(row, gamma);
    rows.push_back(row.has("logits") ? discrete_row(row, head, alpha)
                                     : continuous_row(row, head, alpha));
    row.expect_all_read();
  }
  return {{"rows", rows}};
}

Json probe_adam(Fields& fields) {
  const Json& form = fields.raw("p");
  Buffer p = vector_of(form, fields, "p");
  const double rate = fields.number("lr", 0, kLargest);
  const Adam::Settings settings{.beta1 = fields.number("beta1", 0, 1 - 1e-12),
                                .beta2 = fields.number("beta2", 0, 1 - 1e-12),
                                .epsilon = fields.number("eps", 0, 1)};
  Adam adam(static_cast<int>(p.size()), settings);
  const Json& gradients = fields.raw("gradients");
  if (!gradients.is_array()) fields.refuse("gradients", "is not an array");
  Json after = Json::array();
  for (const auto& element : gradients) {
    const Buffer gradient = vector_of(element, fields, "gradients");
    if (gradient.size() != p.size()) fields.refuse("gradients", "has steps of another size than p");
    adam.step(p, gradient, rate);
    after.push_back(in_form_of(form, p));
  }
  return {{"p", after}};
}

Json probe_polyak(Fields& fields) {
  const Json& form = fields.raw("target");
  Buffer target = vector_of(form, fields, "target");
  const Buffer source = vector_of(fields.raw("source"), fields, "source");
  if (source.size() != target.size()) fields.refuse("source", "is not as long as target");
  const double tau = fields.number("tau", 0, 1);
  const int updates = fields.count("updates", 0, 1'000'000);
  for (int i = 0; i < updates; ++i) polyak(target, source, tau);
  return {{"target", in_form_of(form, target)}};
}

}  // namespace acp::cli
