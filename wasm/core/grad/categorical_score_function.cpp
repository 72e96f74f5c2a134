// Score-function gradient of a categorical policy (Williams, 1992). For a sampled action A:
//
//     w      = f_A - alpha log p_A - b(s)
//     d/dz_k = w (1[k = A] - p_k)
//
// averaged over K samples. Unbiased for every b independent of A; its variance is that of p, f and
// b, where the exact sum has none.
#include "core/grad/categorical_score_function.h"

#include "core/base/math.h"
#include "core/dist/categorical.h"

namespace acp {
namespace {

class CategoricalScoreFunction final : public CategoricalEstimator {
 public:
  CategoricalScoreFunction(const EstimatorSettings& settings, int actions, int states)
      : baseline_(settings.baseline),
        given_(static_cast<std::size_t>(states)),
        samples_(settings.action_samples),
        uniform_(static_cast<std::size_t>(samples_) * static_cast<std::size_t>(states)),
        log_probabilities_(static_cast<std::size_t>(actions)),
        choices_(uniform_.size()),
        weights_(static_cast<std::size_t>(samples_)) {}

  void draw(Rng& rng) override {
    for (double& u : uniform_) u = rng.uniform();
  }

  void set_baseline(std::span<const Scalar> baseline) override {
    given_.assign(baseline.begin(), baseline.end());
  }

  void estimate(const Matrix& logits, const Matrix& values, double temperature,
                Matrix& gradient) override {
    const auto alpha = static_cast<Scalar>(temperature);
    const std::size_t actions = log_probabilities_.size(), count = weights_.size();
    for (int b = 0; b < logits.cols(); ++b) {
      log_softmax({logits.col(b), actions}, log_probabilities_);
      const auto chosen = std::span(choices_).subspan(static_cast<std::size_t>(b) * count, count);
      for (std::size_t k = 0; k < count; ++k) {
        chosen[k] =
            category_at(log_probabilities_, uniform_[static_cast<std::size_t>(b) * count + k]);
        const auto a = static_cast<std::size_t>(chosen[k]);
        weights_[k] = values.col(b)[a] - alpha * log_probabilities_[a];
      }
      subtract_baseline(values.col(b), b, alpha);
      trace_choices(chosen);
      score(chosen, gradient.col(b));
    }
  }

  std::span<const int> choices() const override { return choices_; }

 private:
  void trace_choices(std::span<const int> chosen) const {
    if (!trace_) return;
    const Buffer choices(chosen.begin(), chosen.end());
    trace_.column("choice", choices);
    trace_.column("advantage", weights_);
  }

  void subtract_baseline(const Scalar* values, int state, Scalar alpha) {
    if (baseline_ == Baseline::none) return;
    Scalar sum = 0;
    if (baseline_ == Baseline::given) {
      for (Scalar& w : weights_) w -= given_[static_cast<std::size_t>(state)];
      return;
    }
    if (baseline_ == Baseline::value) {
      sum = soft_value(log_probabilities_, {values, log_probabilities_.size()}, alpha);
      trace_.next("v", sum);
      for (Scalar& w : weights_) w -= sum;
      return;
    }
    for (const Scalar w : weights_) sum += w;
    const auto others = static_cast<Scalar>(weights_.size() - 1);
    for (Scalar& w : weights_) w -= (sum - w) / others;
  }

  void score(std::span<const int> chosen, Scalar* gradient) const {
    Scalar total = 0;
    for (const Scalar w : weights_) total += w;
    const Scalar mean = Scalar(1) / static_cast<Scalar>(samples_);
    for (std::size_t k = 0; k < log_probabilities_.size(); ++k) {
      gradient[k] = -mean * total * math::exp(log_probabilities_[k]);
    }
    for (std::size_t k = 0; k < weights_.size(); ++k) gradient[chosen[k]] += mean * weights_[k];
  }

  Baseline baseline_;
  Buffer given_;
  int samples_;
  std::vector<double> uniform_;
  Buffer log_probabilities_;
  std::vector<int> choices_;
  Buffer weights_;  ///< of the state at hand
};

}  // namespace

EstimatorEntry categorical_score_function_entry() {
  return {.about = {"score_function", "score function",
                    "From sampled actions: unbiased, with variance."},
          .formula = "(f_A-b)\\,(\\mathbf 1_A-p)",
          .unbiased = Unbiased::always,
          .has_baseline = true,
          .cost =
              [](const EstimatorSettings& settings, int) {
                return EvaluationCost{settings.action_samples, 0};
              },
          .make_categorical = [](const EstimatorSettings& settings, int actions,
                                 int states) -> std::unique_ptr<CategoricalEstimator> {
            return std::make_unique<CategoricalScoreFunction>(settings, actions, states);
          }};
}

}  // namespace acp
