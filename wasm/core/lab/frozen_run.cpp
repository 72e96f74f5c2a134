#include "core/lab/frozen_run.h"

#include <algorithm>
#include <stdexcept>

#include "core/base/json.h"
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

void FrozenRunConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Frozen run";
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

FrozenRunConfig FrozenRunConfig::parse(std::string_view text, double alpha) {
  FrozenRunConfig config(alpha);
  std::vector<std::string> errors;
  set_parameters(config, text, errors);
  throw_if_any(errors);
  return config;
}

FrozenRun::FrozenRun(const GradientProblem& problem, const TaskUnits& units, Matrix observations,
                     const FrozenRunConfig& config, RunTime time)
    : problem_(problem),
      observations_(std::move(observations)),
      config_(config),
      time_(time),
      exactly_(config.objective == FrozenObjective::oracle) {
  const int batch = observations_.cols();
  if (config.state >= batch) {
    throw std::invalid_argument("state: " + std::to_string(config.state) + " is outside [0, " +
                                std::to_string(batch - 1) + "]");
  }
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
  if (!oracle_) return;
  const Matrix here = observation(config.state);
  LabState known = states_[static_cast<std::size_t>(config.state)];
  if (problem.discrete()) known.f = oracle_->table(here.col(0));
  oracle_exact_ = expectation_in(known, problem.head, config.alpha, source(here, true).get());
}

void FrozenRun::fill_tables() {
  MlpPass critic(problem_.critics.mlp(), observations_.cols());
  Matrix q(problem_.action_size, observations_.cols());
  problem_.action_values(critic, observations_, q);
  for (int j = 0; j < q.cols(); ++j) {
    auto& f = states_[static_cast<std::size_t>(j)].f;
    f = exactly_ ? oracle_->table(observations_.col(j))
                 : std::vector<double>(q.col(j), q.col(j) + q.rows());
  }
}

std::unique_ptr<ObjectiveSource> FrozenRun::source(const Matrix& states, bool exactly) const {
  if (problem_.discrete()) return nullptr;
  if (exactly) return std::make_unique<OracleSource>(oracle_, states);
  return std::make_unique<CriticSource>(problem_, states);
}

Matrix FrozenRun::observation(int state) const {
  Matrix column(observations_.rows(), 1);
  std::copy_n(observations_.col(state), column.rows(), column.col(0));
  return column;
}

LabSubject FrozenRun::subject() const {
  constexpr int kAtOnce = 512;
  LabSubject subject;
  static_cast<LabState&>(subject) = states_[static_cast<std::size_t>(config_.state)];
  subject.policy = problem_.head;
  subject.alpha = config_.alpha;
  subject.objective = exactly_ ? "oracle" : "critic";
  subject.continuous = !exactly_ || oracle_->is_continuous();
  subject.source = source(config_.state);
  subject.at_once = kAtOnce;
  subject.bytes_per_evaluation = bytes_per_evaluation();
  subject.exact = expectation_in(subject, subject.policy, subject.alpha, subject.source.get());
  return subject;
}

double FrozenRun::bytes_per_evaluation() const {
  double outputs = 0;
  for (const auto& layer : problem_.critics.mlp().layers()) outputs += layer.outputs;
  return 2.0 * sizeof(Scalar) * problem_.critics.count() * outputs;  // with their gradient
}

MeasurementConfig FrozenRun::training() const {
  std::vector<std::string> errors;
  return MeasurementConfig::parse(
      "estimator=" + estimator_of(problem_) + "&baseline=" + name_of(baseline_of(problem_)) +
          "&samples=" + std::to_string(problem_.settings().action_samples),
      errors);
}

void FrozenRun::describe(JsonWriter& json) const {
  json.begin_object().member("environment_steps", static_cast<double>(time_.environment_steps));
  json.member("updates", static_cast<double>(time_.updates));
  const Scalar* here = observations_.col(config_.state);
  json.array("state", std::vector<double>(here, here + observations_.rows()));
  json.member("states", observations_.cols()).member("has_oracle", oracle_ != nullptr);
  json.array_or_null("oracle_exact", oracle_exact_ ? &oracle_exact_->gradient : nullptr);
  json.member("estimator", std::string_view(estimator_of(problem_)));
  json.member("baseline", name_of(baseline_of(problem_)));
  json.member("samples", problem_.settings().action_samples).end_object();
}

}  // namespace acp
