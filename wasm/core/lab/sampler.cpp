#include "core/lab/sampler.h"

#include <algorithm>
#include <cmath>

#include "core/algo/memory_use.h"
#include "core/grad/categorical.h"
#include "core/grad/estimator.h"
#include "core/lab/moments.h"

namespace acp {
namespace {

/// One column for each state, which `of` writes.
template <class Of>
Matrix columns_of(const LabStates& states, std::size_t rows, Of of) {
  Matrix m(static_cast<int>(rows), static_cast<int>(states.size()));
  for (std::size_t j = 0; j < states.size(); ++j) of(*states[j], m.col(static_cast<int>(j)));
  return m;
}

Matrix columns_of(const LabStates& states, std::vector<double> LabState::*numbers) {
  return columns_of(states, (states[0]->*numbers).size(), [&](const LabState& state, Scalar* to) {
    std::copy((state.*numbers).begin(), (state.*numbers).end(), to);
  });
}

/// What Baseline::given gets, for each coordinate.
Matrix constants(const MeasurementConfig& config, const LabStates& states) {
  const std::size_t size = states[0]->phi.size();
  return columns_of(states, size, [&](const LabState& state, Scalar* b) {
    if (config.baseline == LabBaseline::constant) {
      std::fill_n(b, size, static_cast<Scalar>(config.constant));
    } else if (config.baseline == LabBaseline::value) {
      std::fill_n(b, size, static_cast<Scalar>(state.exact->value));
    } else if (config.baseline == LabBaseline::optimal) {
      std::copy(state.exact->baseline.begin(), state.exact->baseline.end(), b);
    }
  });
}

class GaussianSampler final : public Sampler {
 public:
  GaussianSampler(const MeasurementConfig& config, const LabSubject& subject,
                  const ObjectiveSource& source, const LabStates& states)
      : phi_(columns_of(states, &LabState::phi)),
        squash_(subject.squash()),
        alpha_(subject.alpha),
        single_(config.samples == 1 && config.chosen().gaussian->judges_samples),
        cost_(config.chosen().gaussian->cost(config.settings(), subject.action_size())),
        estimator_(
            config.chosen().gaussian->make(config.settings(), subject.action_size(), phi_.cols())),
        objective_(source.make(phi_.cols(), cost_.forward)) {
    estimator_->set_baseline(constants(config, states));
  }

  void estimate(Rng& rng, Matrix& gradient) override {
    estimator_->draw(rng);
    estimator_->estimate({phi_, squash_}, *objective_, alpha_, gradient);
  }
  std::pair<float, float> action(int j) const override {
    if (!single_) return Sampler::action(j);
    return {static_cast<float>(estimator_->samples().action(0, j)),
            static_cast<float>(estimator_->values()[static_cast<std::size_t>(j)])};
  }
  EvaluationCost cost() const override { return cost_; }

 private:
  Matrix phi_;
  Squash squash_;
  double alpha_;
  bool single_;  ///< each estimate rests on one action
  EvaluationCost cost_;
  std::unique_ptr<GradientEstimator> estimator_;
  std::unique_ptr<ActionObjective> objective_;
};

class CategoricalSampler final : public Sampler {
 public:
  CategoricalSampler(const MeasurementConfig& config, const LabSubject& subject,
                     const LabStates& states)
      : logits_(columns_of(states, &LabState::phi)),
        values_(columns_of(states, &LabState::f)),
        alpha_(subject.alpha),
        cost_(config.chosen().categorical->cost(config.settings(), logits_.rows())),
        estimator_(config.chosen().categorical->make_categorical(config.settings(), logits_.rows(),
                                                                 logits_.cols())) {
    const Matrix baseline = constants(config, states);
    Buffer first;  // the same for all logits
    for (int j = 0; j < baseline.cols(); ++j) first.push_back(baseline(0, j));
    estimator_->set_baseline(first);
  }

  void estimate(Rng& rng, Matrix& gradient) override {
    estimator_->draw(rng);
    estimator_->estimate(logits_, values_, alpha_, gradient);
  }
  std::pair<float, float> action(int j) const override {
    const auto choices = estimator_->choices();
    if (choices.size() != static_cast<std::size_t>(values_.cols())) return Sampler::action(j);
    const int choice = choices[static_cast<std::size_t>(j)];
    return {static_cast<float>(choice), static_cast<float>(values_(choice, j))};
  }
  EvaluationCost cost() const override { return cost_; }

 private:
  Matrix logits_;
  Matrix values_;
  double alpha_;
  EvaluationCost cost_;
  std::unique_ptr<CategoricalEstimator> estimator_;
};

class ExactSampler final : public Sampler {
 public:
  explicit ExactSampler(const LabStates& states) : states_(states) {}

  void estimate(Rng&, Matrix& gradient) override {
    for (int j = 0; j < gradient.cols(); ++j) {
      const auto& exact = states_[static_cast<std::size_t>(j)]->exact->gradient;
      std::copy(exact.begin(), exact.end(), gradient.col(j));
    }
  }
  EvaluationCost cost() const override { return {states_[0]->exact->evaluations, 0}; }

 private:
  LabStates states_;
};

/// Evaluations of an objective in one go, for which there must be memory.
constexpr int kMostEvaluations = 1 << 20;

std::string names_for_choices() {
  std::string names;
  for (const auto& each : lab_estimators()) {
    if (each.categorical == nullptr) continue;
    names += (names.empty() ? "" : ", ") + std::string(each.about.id);
  }
  return names;
}

/// Whether there is memory for the actions of all columns, of which there are few at least.
Complaint check_room(const MeasurementConfig& config, const LabSubject& subject, double columns) {
  if (config.exact()) return {};
  const int d = subject.action_size();
  const double actions =
      subject.discrete() ? columns * config.samples
                         : columns * config.chosen().gaussian->cost(config.settings(), d).forward;
  // A relaxed choice has a number for each category.
  const double each = subject.discrete() ? 1.0 * sizeof(Scalar) * d : subject.bytes_per_evaluation;
  const std::string complaint = "samples: " + std::to_string(config.samples) + " would take " +
                                std::to_string(static_cast<std::int64_t>(actions)) +
                                " evaluations at once, ";
  if (actions * each > kMostBytes) {
    return complaint + megabytes(actions * each) + ", of which at most " + megabytes(kMostBytes) +
           " fit in a browser tab";
  }
  if (actions <= kMostEvaluations) return {};
  return complaint + "where " + std::to_string(kMostEvaluations) + " are allowed";
}

}  // namespace

std::pair<float, float> Sampler::action(int) const { return {NAN, NAN}; }

bool is_unbiased(const MeasurementConfig& config, const LabSubject& subject) {
  if (config.exact()) return true;
  const Unbiased unbiased = config.chosen().entry(subject.discrete())->unbiased;
  return unbiased == Unbiased::always ||
         (unbiased == Unbiased::where_continuous && subject.continuous);
}

Complaint check(const MeasurementConfig& config, const LabSubject& subject,
                std::span<const LabState> batch) {
  const std::string name = config.chosen().about.id;
  const bool exact = config.exact();
  const EstimatorEntry* entry = config.chosen().entry(subject.discrete());
  if (entry == nullptr && !exact) {
    return "estimator: " + name +
           (subject.discrete() ? " needs continuous actions; for a categorical policy there are " +
                                     names_for_choices()
                               : " needs a categorical policy");
  }
  const bool has_baseline = entry != nullptr && entry->has_baseline;
  if (config.baseline != LabBaseline::none && !has_baseline) {
    return "baseline: only " + names_with_baseline(", ") + " has one; " + name + " needs none";
  }
  if (config.baseline == LabBaseline::leave_one_out && config.samples < 2) {
    return "samples: 1 is outside [2, 4096], which baseline=leave_one_out needs";
  }
  const bool informed =
      exact || config.baseline == LabBaseline::value || config.baseline == LabBaseline::optimal;
  const bool theta = config.space == LabSpace::theta;
  if (theta && batch.empty()) return "space: theta needs a moment of a run";
  if (informed && !(theta ? batch[0].exact : subject.exact)) {
    return std::string(exact ? "estimator: exact" : "baseline: value and optimal") +
           " need quadrature, which goes up to two action dimensions" +
           (theta ? " and so many states as a second or two allow" : "");
  }
  return check_room(config, subject,
                    theta ? static_cast<double>(batch.size()) : GroupedMoments::kBlock);
}

std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config, const LabSubject& subject,
                                      const ObjectiveSource* source, const LabStates& states) {
  if (config.exact()) {
    return std::make_unique<ExactSampler>(states);
  }
  if (subject.discrete()) return std::make_unique<CategoricalSampler>(config, subject, states);
  return std::make_unique<GaussianSampler>(config, subject, *source, states);
}

}  // namespace acp
