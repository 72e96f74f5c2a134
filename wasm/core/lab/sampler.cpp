#include <algorithm>
#include <cmath>

#include "core/grad/categorical.h"
#include "core/grad/estimator.h"
#include "core/lab/measurement.h"

namespace acp {
namespace {

constexpr const char* kNames[] = {"score_function", "reparameterization", "deterministic",
                                  "measure_valued", "finite_difference",  "gumbel_softmax",
                                  "exact"};
const char* name_of(LabEstimator estimator) { return kNames[static_cast<int>(estimator)]; }

Baseline training_baseline(LabBaseline baseline) {
  switch (baseline) {
    case LabBaseline::none:
      return Baseline::none;
    case LabBaseline::leave_one_out:
      return Baseline::leave_one_out;
    case LabBaseline::value:
    case LabBaseline::optimal:
    case LabBaseline::constant:
      return Baseline::given;
  }
  return Baseline::none;
}

/// What Baseline::given gets, for each coordinate.
Buffer constants(const MeasurementConfig& config, const LabSubject& subject) {
  Buffer b(subject.phi.size());
  if (config.baseline == LabBaseline::constant) {
    std::fill(b.begin(), b.end(), static_cast<Scalar>(config.constant));
  } else if (config.baseline == LabBaseline::value) {
    std::fill(b.begin(), b.end(), static_cast<Scalar>(subject.exact->value));
  } else if (config.baseline == LabBaseline::optimal) {
    std::copy(subject.exact->baseline.begin(), subject.exact->baseline.end(), b.begin());
  }
  return b;
}

Matrix repeated(const std::vector<double>& column, int columns) {
  Matrix m(static_cast<int>(column.size()), columns);
  for (int j = 0; j < columns; ++j) std::copy(column.begin(), column.end(), m.col(j));
  return m;
}

const EstimatorEntry& entry_of(LabEstimator estimator) {
  const auto all = all_estimators();
  return *std::find_if(all.begin(), all.end(), [&](const EstimatorEntry& entry) {
    return std::string_view(entry.about.id) == name_of(estimator);
  });
}

EstimatorConfig training_config(const MeasurementConfig& config) {
  EstimatorConfig made;
  made.baseline = training_baseline(config.baseline);
  made.action_samples = config.samples;
  made.step = config.h;
  return made;
}

class GaussianSampler final : public Sampler {
 public:
  GaussianSampler(const MeasurementConfig& config, const LabSubject& subject, int columns)
      : phi_(repeated(subject.phi, columns)),
        squash_(subject.squash()),
        alpha_(subject.alpha),
        single_(config.samples == 1 && (config.estimator == LabEstimator::score_function ||
                                        config.estimator == LabEstimator::reparameterization)),
        cost_(entry_of(config.estimator).cost(training_config(config), subject.action_size())),
        estimator_(entry_of(config.estimator)
                       .make(training_config(config), subject.action_size(), columns)),
        objective_(subject.source->make(columns, cost_.forward)) {
    estimator_->set_baseline(constants(config, subject));
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

CategoricalEstimatorConfig categorical_config(const MeasurementConfig& config) {
  CategoricalEstimatorConfig made;
  const auto all = categorical_estimators();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (std::string_view(all[i].about.id) == name_of(config.estimator)) {
      made.kind = static_cast<int>(i);
    }
  }
  made.baseline = training_baseline(config.baseline);
  made.action_samples = config.samples;
  made.relaxation = config.temperature;
  return made;
}

class CategoricalSampler final : public Sampler {
 public:
  CategoricalSampler(const MeasurementConfig& config, const LabSubject& subject, int columns)
      : logits_(repeated(subject.phi, columns)),
        values_(repeated(subject.f, columns)),
        alpha_(subject.alpha),
        cost_{config.estimator == LabEstimator::score_function ? config.samples : logits_.rows(),
              0},
        estimator_(make_estimator(categorical_config(config), logits_.rows(), columns)) {
    estimator_->set_baseline(constants(config, subject)[0]);
  }

  void estimate(Rng& rng, Matrix& gradient) override {
    estimator_->draw(rng);
    estimator_->estimate(logits_, values_, alpha_, gradient);
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
  explicit ExactSampler(const LabSubject& subject)
      : subject_(&subject),
        cost_{
            subject.discrete() ? subject.action_size() : quadrature_actions(subject.action_size()),
            0} {}

  void estimate(Rng&, Matrix& gradient) override {
    const auto& exact = subject_->exact->gradient;
    for (int j = 0; j < gradient.cols(); ++j) {
      std::copy(exact.begin(), exact.end(), gradient.col(j));
    }
  }
  EvaluationCost cost() const override { return cost_; }

 private:
  const LabSubject* subject_;
  EvaluationCost cost_;
};

}  // namespace

Complaint check(const MeasurementConfig& config, const LabSubject& subject) {
  const std::string name = name_of(config.estimator);
  const bool scored = config.estimator == LabEstimator::score_function;
  const bool exact = config.estimator == LabEstimator::exact;
  const bool relaxed = config.estimator == LabEstimator::gumbel_softmax;
  if (subject.discrete() && !(scored || exact || relaxed)) {
    return "estimator: " + name +
           " needs continuous actions; for a categorical policy there are score_function, "
           "gumbel_softmax, exact";
  }
  if (!subject.discrete() && relaxed) {
    return "estimator: gumbel_softmax needs a categorical policy";
  }
  if (config.baseline != LabBaseline::none && !scored) {
    return "baseline: only score_function has one; " + name + " needs none";
  }
  if (config.baseline == LabBaseline::leave_one_out && config.samples < 2) {
    return "samples: 1 is outside [2, 4096], which baseline=leave_one_out needs";
  }
  const bool informed =
      exact || config.baseline == LabBaseline::value || config.baseline == LabBaseline::optimal;
  if (informed && !subject.exact) {
    return std::string(exact ? "estimator: exact" : "baseline: value and optimal") +
           " need quadrature, which goes up to two action dimensions";
  }
  return {};
}

std::unique_ptr<Sampler> make_sampler(const MeasurementConfig& config, const LabSubject& subject,
                                      int columns) {
  if (config.estimator == LabEstimator::exact) return std::make_unique<ExactSampler>(subject);
  if (subject.discrete()) return std::make_unique<CategoricalSampler>(config, subject, columns);
  return std::make_unique<GaussianSampler>(config, subject, columns);
}

}  // namespace acp
