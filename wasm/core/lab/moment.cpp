#include "core/lab/moment.h"

#include <algorithm>

namespace acp {
namespace {

class CriticSource final : public ObjectiveSource {
 public:
  CriticSource(const GradientProblem& problem, Matrix states)
      : problem_(problem), states_(std::move(states)) {}
  std::unique_ptr<ActionObjective> make(int copies, int per_copy) const override {
    auto made = std::make_unique<CriticObjective>(problem_.objective(copies, per_copy));
    made->set_states(states_);
    return made;
  }

 private:
  GradientProblem problem_;
  Matrix states_;
};

const char* name_of(Baseline baseline) {
  return baseline == Baseline::none            ? "none"
         : baseline == Baseline::leave_one_out ? "leave_one_out"
                                               : "value";
}

/// The estimator that trains, in the words of the lab.
std::string estimator_of(const GradientProblem& problem) {
  const EstimatorEntry& entry = problem.training();
  const auto own = problem.settings().own;
  std::string text = entry.lab_id;
  for (std::size_t k = 0; k < own.size(); ++k) {
    text += (k == 0 ? ":" : ",") + std::string(entry.options[k].name) + "=" + number_text(own[k]);
  }
  return text;
}

Baseline baseline_of(const GradientProblem& problem) {
  return problem.training().has_baseline ? problem.settings().baseline : Baseline::none;
}

}  // namespace

void MomentConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Moment";
  static constexpr Option objectives[] = {
      {"critic", "learned critic", "What the actor ascends in training."},
      {"oracle", "exact Q", "That of the current policy, where it is known."}};
  static constexpr Option where[] = {{"replay", "replayed", "States as training draws them."},
                                     {"grid", "evaluation", "The start states of the evaluation."}};
  v.choice({.name = "objective", .title = "objective", .group = group, .help = "Of actions."},
           objective, objectives);
  v.choice({.name = "states", .title = "states", .group = group, .help = "Which."}, states, where);
  v.integer({.name = "batch", .title = "batch", .group = group, .help = "Number of states."}, batch,
            {1, 256});
  v.integer({.name = "state", .title = "state", .group = group, .help = "Of the batch."}, state,
            {0, 255});
  v.integer({.name = "seed", .title = "seed", .group = group, .help = "Of the states."}, seed,
            {0, 2147483647});
  v.number({.name = "alpha",
            .title = "temperature",
            .symbol = "\\alpha",
            .group = group,
            .help = "Weight of the entropy; that of the run unless given."},
           alpha, {0, 1e9});
}

MomentConfig MomentConfig::parse(std::string_view text, double alpha) {
  MomentConfig config(alpha);
  std::vector<std::string> errors;
  for (const auto& [key, value] : split_pairs(text, errors)) {
    const auto complaint = set_parameter(config, key, value);
    if (!complaint.empty()) errors.push_back(key + ": " + complaint);
  }
  throw_if_any(errors);
  return config;
}

LabMoment::LabMoment(const GradientProblem& problem, const TaskUnits& units, Matrix observations,
                     const MomentConfig& config, RunTime time)
    : problem_(problem),
      observations_(std::move(observations)),
      state_(config.state),
      time_(time),
      exactly_(config.objective == MomentObjective::oracle) {
  const int batch = observations_.cols();
  MlpPass policy(problem.network(), batch);
  const Matrix& heads = policy.forward(problem.theta(), observations_);
  oracle_ = Oracle::make(units, problem, observations_, heads);
  if (exactly_ && !oracle_) {
    throw std::invalid_argument(std::string("objective: oracle needs an exact Q, which ") +
                                units.environment.info().id +
                                " does not have for this policy; use critic");
  }
  for (int j = 0; j < batch; ++j) {
    states_.emplace_back().phi.assign(heads.col(j), heads.col(j) + heads.rows());
  }
  if (problem.discrete()) fill_tables();
}

void LabMoment::fill_tables() {
  MlpPass critic(problem_.critics.mlp(), observations_.cols());
  Matrix q(problem_.action_size, observations_.cols());
  problem_.action_values(critic, observations_, q);
  for (int j = 0; j < q.cols(); ++j) {
    auto& f = states_[static_cast<std::size_t>(j)].f;
    f = exactly_ ? oracle_->table(observations_.col(j))
                 : std::vector<double>(q.col(j), q.col(j) + q.rows());
  }
}

std::unique_ptr<ObjectiveSource> LabMoment::source(const Matrix& states, bool exactly) const {
  if (problem_.discrete()) return nullptr;
  if (exactly) return std::make_unique<OracleSource>(oracle_, states);
  return std::make_unique<CriticSource>(problem_, states);
}

Matrix LabMoment::observation(int state) const {
  Matrix column(observations_.rows(), 1);
  std::copy_n(observations_.col(state), column.rows(), column.col(0));
  return column;
}

LabSubject LabMoment::subject(const GradientProblem& problem, const TaskUnits& units,
                              Matrix observations, const MomentConfig& config, RunTime time) {
  if (config.state >= observations.cols()) {
    throw std::invalid_argument("state: " + std::to_string(config.state) + " is outside [0, " +
                                std::to_string(observations.cols() - 1) + "]");
  }
  const auto moment =
      std::make_shared<LabMoment>(problem, units, std::move(observations), config, time);
  LabSubject subject;
  static_cast<LabState&>(subject) = moment->states_[static_cast<std::size_t>(config.state)];
  subject.policy = problem.discrete()               ? LabPolicy::categorical
                   : problem.squash == Squash::tanh ? LabPolicy::tanh_gaussian
                                                    : LabPolicy::gaussian;
  subject.alpha = config.alpha;
  subject.objective = moment->exactly_ ? "oracle" : "critic";
  const Matrix here = moment->observation(config.state);
  subject.source = moment->source(here, moment->exactly_);
  subject.exact = subject.expectation(subject, subject.source.get());
  if (moment->oracle_) {
    LabState known = moment->states_[static_cast<std::size_t>(config.state)];
    if (problem.discrete()) known.f = moment->oracle_->table(here.col(0));
    moment->oracle_exact_ = subject.expectation(known, moment->source(here, true).get());
  }
  subject.moment = moment;
  return subject;
}

double LabMoment::bytes_per_evaluation() const {
  double outputs = 0;
  for (const auto& layer : problem_.critics.mlp().layers()) outputs += layer.outputs;
  return 2.0 * sizeof(Scalar) * problem_.critics.count() * outputs;  // with their gradient
}

MeasurementConfig LabMoment::training() const {
  std::vector<std::string> errors;
  return MeasurementConfig::parse(
      "estimator=" + estimator_of(problem_) + "&baseline=" + name_of(baseline_of(problem_)) +
          "&samples=" + std::to_string(problem_.settings().action_samples),
      errors);
}

void LabMoment::describe(JsonWriter& json) const {
  json.begin_object().member("environment_steps", static_cast<double>(time_.environment_steps));
  json.member("updates", static_cast<double>(time_.updates));
  const Scalar* here = observations_.col(state_);
  json.array("state", std::vector<double>(here, here + observations_.rows()));
  json.member("states", observations_.cols()).member("has_oracle", oracle_ != nullptr);
  json.array_or_null("oracle_exact", oracle_exact_ ? &oracle_exact_->gradient : nullptr);
  json.member("estimator", std::string_view(estimator_of(problem_)));
  json.member("baseline", name_of(baseline_of(problem_)));
  json.member("samples", problem_.settings().action_samples).end_object();
}

}  // namespace acp
