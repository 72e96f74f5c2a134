// Exact gradient for few actions (expected policy gradient, Ciosek and Whiteson, 2018; discrete
// SAC, Christodoulou, 2019). With c_k = f_k - alpha log p_k:
//
//     d/dz_k = p_k (c_k - sum_j p_j c_j)
//
// No samples, no variance. The further term -alpha sum_j p_j d log p_j / dz_k is zero. Note that
// sum_j f_j d log p_j / dz_k, without the weights p_j, is not this gradient: it changes when a
// constant is added to f.
#include "core/grad/exact_sum.h"

#include "core/base/math.h"
#include "core/dist/categorical.h"

namespace acp {
namespace {

class ExactSum final : public CategoricalEstimator {
 public:
  explicit ExactSum(int actions)
      : log_probabilities_(static_cast<std::size_t>(actions)),
        probabilities_(log_probabilities_.size()) {}

  void estimate(const Matrix& logits, const Matrix& values, double temperature,
                Matrix& gradient) override {
    const auto alpha = static_cast<Scalar>(temperature);
    const std::size_t actions = log_probabilities_.size();
    for (int b = 0; b < logits.cols(); ++b) {
      log_softmax({logits.col(b), actions}, log_probabilities_);
      Scalar mean = 0;
      for (std::size_t k = 0; k < actions; ++k) {
        probabilities_[k] = math::exp(log_probabilities_[k]);
        mean += probabilities_[k] * (values.col(b)[k] - alpha * log_probabilities_[k]);
      }
      trace_.column("pi", probabilities_);
      trace_.next("v", mean);
      for (std::size_t k = 0; k < actions; ++k) {
        const Scalar c = values.col(b)[k] - alpha * log_probabilities_[k];
        gradient.col(b)[k] = probabilities_[k] * (c - mean);
      }
    }
  }

 private:
  Buffer log_probabilities_;
  Buffer probabilities_;
};

}  // namespace

EstimatorEntry exact_sum_entry() {
  return {.about = {"exact_sum", "exact sum", "The sum over all actions: no samples, no variance."},
          .formula = "p_k(f_k-\\textstyle\\sum_j p_j f_j)",
          .lab_id = "exact",
          .unbiased = Unbiased::always,
          .cost =
              [](const EstimatorSettings&, int actions) {
                return EvaluationCost{actions, 0};
              },
          .make_categorical = [](const EstimatorSettings&, int actions,
                                 int) -> std::unique_ptr<CategoricalEstimator> {
            return std::make_unique<ExactSum>(actions);
          }};
}

}  // namespace acp
