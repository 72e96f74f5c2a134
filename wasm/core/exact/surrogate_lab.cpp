#include "core/exact/surrogate_lab.h"

#include <cmath>
#include <stdexcept>

#include "core/base/math.h"
#include "core/base/named_text.h"
#include "core/env/linear_solve.h"
#include "core/exact/improvement.h"
#include "core/exact/numbers_json.h"
#include "core/exact/polytope.h"
#include "core/exact/rollout.h"
#include "core/exact/simplex.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kLargestLogit = 1e4;

/// A configuration from text. Throws `std::invalid_argument`.
template <class C>
C parsed(std::string_view text) {
  C config;
  std::vector<std::string> errors;
  set_parameters(config, text, errors);
  throw_if_any(errors);
  return config;
}

double cosine(const MatrixXd& X, const MatrixXd& Y) {
  const auto inner = [](const MatrixXd& A, const MatrixXd& B) {
    return dot(A.reshaped().matrix(), B.reshaped().matrix());
  };
  return inner(X, Y) / std::sqrt(inner(X, X) * inner(Y, Y));
}

void describe_values(JsonWriter& json, const FiniteMdp& mdp, const TabularPolicy& policy) {
  const TabularValues values = values_of(mdp, policy);
  json.begin_object();
  matrix_member(json, "policy", policy);
  json.member("j", dot(mdp.rho, values.V));
  vector_member(json, "v", values.V);
  matrix_member(json, "q", values.Q);
  vector_member(json, "occupancy", occupancy(mdp, policy, mdp.rho));
  json.end_object();
}

/// By each weighting: the weights, the gradient in the logits, and how well it points where the
/// return grows, and the excursion objective.
void describe_gradients(JsonWriter& json, const Process& process, const TabularPolicy& pi,
                        const TabularPolicy& mu) {
  const FiniteMdp& mdp = process.mdp;
  const MatrixXd Q = values_of(mdp, pi).Q;
  const auto gradient = [&](const VectorXd& weights) {
    return process.shared.gathered(logit_gradient(pi, weights, Q));
  };
  const MatrixXd of_return = gradient(state_weights(mdp, pi, mu, Weighting::discounted));
  const MatrixXd of_excursion = gradient(state_weights(mdp, pi, mu, Weighting::emphatic));
  json.begin_array();
  for (const Weighting weighting : kWeightings) {
    const VectorXd weights = state_weights(mdp, pi, mu, weighting);
    const MatrixXd direction = gradient(weights);
    const char* id = weighting_options()[static_cast<std::size_t>(weighting)].id;
    json.begin_object().member("weighting", id);
    vector_member(json, "weights", weights);
    matrix_member(json, "gradient", direction);
    json.member("cosine", cosine(direction, of_return));
    json.member("excursion_cosine", cosine(direction, of_excursion)).end_object();
  }
  json.end_array();
}

void describe_rollout(JsonWriter& json, const FiniteMdp& mdp,
                      const std::vector<RolloutStep>& steps) {
  double discount = 1, total = 0;
  json.begin_object().key("steps").begin_array();
  for (const auto& [s, a] : steps) {
    json.begin_array().value(static_cast<int>(s)).value(static_cast<int>(a));
    json.value(mdp.R(s, a)).end_array();
    total += discount * mdp.R(s, a);
    discount *= mdp.gamma;
  }
  json.end_array().member("return", total).end_object();
}

}  // namespace

void LineConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Line";
  v.choice({.name = "direction", .title = "direction", .group = group, .help = "Where to move."},
           direction, direction_options());
  v.choice({.name = "weighting",
            .title = "states",
            .group = group,
            .help = "Over which states the gradient is taken.",
            .when = "direction=gradient|direction=natural"},
           weighting, weighting_options());
}

SurrogateLab::SurrogateLab(std::string_view task)
    : SurrogateLab(parse_process(process_text(task))) {}

void SurrogateLab::reset() {
  theta_ = chosen_.process.theta;
  behaviour_ = chosen_.process.behaviour;
  drawn_ = MatrixXd::Zero(theta_.rows(), theta_.cols());
}

MatrixXd SurrogateLab::parameters(std::span<const double> numbers, const char* name) const {
  if (numbers.size() != static_cast<std::size_t>(theta_.size())) {
    throw std::invalid_argument(std::string(name) + ": has " + std::to_string(numbers.size()) +
                                " numbers, where " + std::to_string(theta_.rows()) + " rows of " +
                                std::to_string(theta_.cols()) + " are needed");
  }
  for (const double x : numbers) {
    if (std::abs(x) <= kLargestLogit) continue;
    throw std::invalid_argument(std::string(name) + ": " + number_text(x) +
                                " is outside [-10000, 10000]");
  }
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return Eigen::Map<const Rows>(numbers.data(), theta_.rows(), theta_.cols());
}

void SurrogateLab::set_theta(std::span<const double> theta) { theta_ = parameters(theta, "theta"); }
void SurrogateLab::set_behaviour(std::span<const double> theta) {
  behaviour_ = theta.empty() ? MatrixXd() : parameters(theta, "behaviour");
}
void SurrogateLab::set_drawn(std::span<const double> direction) {
  drawn_ = direction.empty() ? MatrixXd(MatrixXd::Zero(theta_.rows(), theta_.cols()))
                             : parameters(direction, "direction");
}

std::vector<double> SurrogateLab::theta() const {
  const MatrixXd rows = theta_.transpose();
  return {rows.data(), rows.data() + rows.size()};
}

TabularPolicy SurrogateLab::mu() const {
  return behaviour_.size() == 0 ? pi() : shared().policy(behaviour_);
}

Line SurrogateLab::make_line(std::string_view text) const {
  const auto config = parsed<LineConfig>(text);
  if (config.direction == Direction::drawn) return Line::of_logits(shared(), theta_, drawn_);
  const TabularPolicy policy = pi();
  const TabularValues values = values_of(mdp(), policy);
  const VectorXd weights = state_weights(mdp(), policy, mu(), config.weighting);
  if (config.direction == Direction::policy_iteration) {
    return Line::between(policy, greedy_policy(shared(), weights, values));
  }
  return Line::of_logits(shared(), theta_,
                         config.direction == Direction::natural
                             ? natural_gradient(shared(), weights, values)
                             : shared().gathered(logit_gradient(policy, weights, values.Q)));
}

std::string SurrogateLab::describe() const {
  JsonWriter json;
  json.begin_object().member("process", std::string_view(chosen_.id)).key("parameters");
  json.begin_object();
  for (const auto& each : chosen_.parameters) json.member(each.name, std::string_view(each.value));
  json.end_object().member("gamma", mdp().gamma);
  json.array("states", chosen_.process.states).array("actions", chosen_.process.actions);
  json.key("rows").begin_array();
  for (Index s = 0; s < mdp().states(); ++s) json.value(static_cast<int>(shared().row_of(s)));
  json.end_array();
  vector_member(json, "rho", mdp().rho);
  matrix_member(json, "theta", theta_);
  if (mdp().gamma < 1) json.member("optimum", dot(mdp().rho, optimal_values(mdp()).V));
  json.key("pi");
  describe_values(json, mdp(), pi());
  json.key("mu");
  describe_values(json, mdp(), mu());
  json.member("excursion", excursion_return(mdp(), pi(), mu())).key("gradients");
  describe_gradients(json, chosen_.process, pi(), mu());
  return json.end_object().take();
}

std::vector<double> SurrogateLab::line(std::string_view text, std::span<const double> etas) const {
  const Line line = make_line(text);
  const Surrogate surrogate(mdp(), mu());
  std::vector<double> rows;
  for (const double eta : etas) {
    const SurrogateValue value = surrogate.at(mdp(), line.at(std::min(eta, line.end())));
    rows.insert(rows.end(), {eta, value.j, value.surrogate, value.bound, value.total_variation});
  }
  return rows;
}

std::string SurrogateLab::at(std::string_view text, double eta) const {
  const Line line = make_line(text);
  const TabularPolicy policy = line.at(std::min(eta, line.end()));
  const SurrogateValue value = Surrogate(mdp(), mu()).at(mdp(), policy);
  JsonWriter json;
  json.begin_object().member("eta", eta).member("j", value.j);
  json.member("surrogate", value.surrogate).member("bound", value.bound);
  json.member("total_variation", value.total_variation).key("pi");
  describe_values(json, mdp(), policy);
  json.member("excursion", excursion_return(mdp(), policy, mu())).key("gradients");
  describe_gradients(json, chosen_.process, policy, mu());
  return json.end_object().take();
}

void SurrogateLab::move(std::string_view text, double eta) {
  const Line line = make_line(text);
  if (const auto theta = line.theta_at(eta)) {
    if (!(theta->array().abs() <= kLargestLogit).all()) {
      throw std::invalid_argument("eta: " + number_text(eta) + " leads to logits beyond 10000");
    }
    theta_ = *theta;
    return;
  }
  // Logits of the mixture, in the first state of each row.
  constexpr double kLeast = 1e-12;
  const TabularPolicy policy = line.at(std::min(eta, line.end()));
  for (Index s = policy.rows() - 1; s >= 0; --s) {
    theta_.row(shared().row_of(s)) =
        policy.row(s).unaryExpr([](double p) { return math::log(math::max(p, kLeast)); });
  }
}

std::string SurrogateLab::rollouts(std::string_view text, double eta, int most, int seed) const {
  const Line line = make_line(text);
  const TabularPolicy policy = line.at(std::min(eta, line.end())), behaviour = mu();
  JsonWriter json;
  json.begin_object();
  for (const bool alone : {true, false}) {
    Rng rng(static_cast<std::uint64_t>(seed), Stream::lab);
    json.key(alone ? "alone" : "once");
    describe_rollout(json, mdp(), roll_out(mdp(), policy, alone ? policy : behaviour, rng, most));
  }
  return json.end_object().take();
}

std::vector<double> SurrogateLab::estimate(std::string_view text, std::span<const double> etas,
                                           int episodes, int seed) const {
  const Line line = make_line(text);
  std::vector<TabularPolicy> policies;
  for (const double eta : etas) policies.push_back(line.at(std::min(eta, line.end())));
  const auto values = acp::estimate(mdp(), Surrogate(mdp(), mu()), policies, episodes,
                                    static_cast<std::uint64_t>(seed));
  std::vector<double> rows;
  for (std::size_t i = 0; i < etas.size(); ++i) {
    rows.push_back(etas[i]);
    for (const Estimate& each : {values[i].trajectories, values[i].actions, values[i].states}) {
      rows.insert(rows.end(), {each.mean, each.standard_error});
    }
  }
  return rows;
}

std::string SurrogateLab::improve(std::string_view text) const {
  const auto config = parsed<RoundsConfig>(text);
  MatrixXd theta = theta_;
  JsonWriter json;
  json.begin_object().key("rounds").begin_array();
  for (const Round& round : acp::improve(mdp(), shared(), theta, config)) {
    json.begin_object().member("j", round.j).member("surrogate", round.surrogate);
    json.member("behaviour", round.behaviour).end_object();
  }
  json.end_array();
  matrix_member(json, "theta", theta);
  return json.end_object().take();
}

std::string SurrogateLab::path(std::string_view text) const {
  const auto config = parsed<PathConfig>(text);
  const TabularPolicy behaviour = mu();
  JsonWriter json;
  json.begin_array();
  for (const auto& policy : ascend(mdp(), shared(), theta_, behaviour, config)) {
    const VectorXd V = values_of(mdp(), policy).V;
    json.begin_object().member("j", dot(mdp().rho, V));
    json.member("excursion", excursion_return(mdp(), policy, behaviour));
    // More would be too much to look at.
    if (mdp().states() <= 3) {
      matrix_member(json, "policy", policy);
      vector_member(json, "v", V);
    }
    json.end_object();
  }
  return json.end_array().take();
}

std::string SurrogateLab::polytope() const {
  const auto policies = deterministic_policies(chosen_.process);
  JsonWriter json;
  json.begin_object().key("vertices").begin_array();
  for (const auto& each : policies) {
    json.begin_object().array("actions", each.actions);
    vector_member(json, "v", each.V);
    json.end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const auto& [from, to] : polytope_edges(policies)) {
    json.begin_array().value(from).value(to).end_array();
  }
  return json.end_array().end_object().take();
}

std::vector<double> SurrogateLab::surface(int count) const {
  if (theta_.rows() != 2 || theta_.cols() != 2) return {};
  const TabularPolicy behaviour = mu();
  std::vector<double> rows;
  for (int i = 0; i < count; ++i) {
    for (int j = 0; j < count; ++j) {
      const double p = (i + 0.5) / count, q = (j + 0.5) / count;
      MatrixXd choices(2, 2);
      choices << p, 1 - p, q, 1 - q;
      const TabularPolicy policy = shared().spread(choices);
      const VectorXd V = values_of(mdp(), policy).V;
      rows.insert(rows.end(), {p, q});
      rows.insert(rows.end(), V.begin(), V.end());
      rows.insert(rows.end(), {dot(mdp().rho, V), excursion_return(mdp(), policy, behaviour)});
    }
  }
  return rows;
}

void describe_surrogate_lab(JsonWriter& json) {
  json.begin_object().key("processes");
  describe_processes(json);
  LineConfig line;
  RoundsConfig rounds;
  PathConfig path;
  SimplexConfig simplex;
  const auto describe = [&](const char* name, Config& config) {
    json.key(name);
    describe_parameters(config, "", json);
  };
  describe("line", line);
  describe("rounds", rounds);
  describe("path", path);
  describe("simplex", simplex);
  json.end_object();
}

}  // namespace acp
